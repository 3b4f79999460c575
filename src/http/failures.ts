import type { FastifyInstance } from 'fastify';
import { ERROR_CODES } from '../domain/errors.js';

/** Answers what fails before GraphQL sees it in the shape of GraphQL's own errors. */
export function serveFailures(http: FastifyInstance): void {
  http.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) http.log.error({ err: error }, 'a request met a defect');
    const [code, message] = status >= 500 ? ['INTERNAL', ERROR_CODES.INTERNAL] : ['BAD_REQUEST', error.message];
    return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
  });
  http.setNotFoundHandler((request, reply) =>
    reply.code(404).send({
      errors: [
        {
          message: `nothing answers ${request.method} here; the API is at /graphql, the explorer at /graphiql`,
          extensions: { code: 'NOT_FOUND' },
        },
      ],
    }),
  );
}
