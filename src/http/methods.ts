import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { failure } from './failures.js';

/** Answers every method but those that an address takes with 405, and says which it takes. HEAD goes where GET goes. */
export function refuseOtherMethods(http: FastifyInstance, url: string, taken: readonly string[]): void {
  const refuse = async (request: FastifyRequest, reply: FastifyReply) =>
    reply
      .code(405)
      .header('allow', taken.join(', '))
      .send(failure('BAD_REQUEST', `${request.method} is not accepted here. Accepted are ${taken.join(' and ')}.`));
  http.route({
    method: http.supportedMethods.filter((method) => method !== 'HEAD' && !taken.includes(method)),
    url,
    // Before a body is read: whatever it holds, the method is what is wrong.
    onRequest: refuse,
    handler: refuse,
  });
}
