import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BadInputError, KembarError } from '../../domain/errors.js';
import { refuseOtherMethods } from '../methods.js';
import { type AskedSubscription, subscriptionArgs } from './asked-subscription.js';
import { deliveries, shownErrors, shownFault } from './deliveries.js';
import { contextNow, followerNow, type Live } from './live.js';
import { FULL } from './seats.js';
import { StreamConnection } from './stream-connection.js';

const METHODS = ['GET', 'POST'] as const;

/** Serves one subscription per request as server-sent events (GraphQL over SSE, distinct connections). Gives what ends all of them. */
export function serveEventStream(http: FastifyInstance, live: Live): () => void {
  const open = new Set<StreamConnection>();
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const { authorization } = request.headers;
    await contextNow(live, authorization);
    const asked = askedIn(request);
    if (!live.seats.take()) throw new KembarError('TOO_MANY_FOLLOWERS', FULL);
    reply.hijack();
    const connection = new StreamConnection(reply.raw, live.settings.keepaliveMs, async () => {
      await followerNow(live, authorization);
    });
    open.add(connection);
    try {
      await tell(live, connection, asked, authorization);
    } finally {
      connection.close();
      open.delete(connection);
      live.seats.leave();
    }
  };
  http.route({ method: [...METHODS], url: '/graphql/stream', exposeHeadRoute: false, handler: answer });
  refuseOtherMethods(http, '/graphql/stream', METHODS);
  return () => {
    for (const connection of open) connection.close();
  };
}

/** Sends what is asked for until it ends, or nobody listens any more. */
async function tell(live: Live, connection: StreamConnection, asked: AskedSubscription, authorization: string | undefined): Promise<void> {
  const { schema, log } = live;
  const args = subscriptionArgs(schema, asked);
  if (!('document' in args)) return connection.complete({ errors: shownErrors(args, log) });
  const answers = await deliveries(args, () => contextNow(live, authorization));
  if (!('next' in answers)) return connection.complete({ errors: shownErrors(answers.errors ?? [], log) });
  connection.onClose(() => answers.return());
  try {
    for await (const { errors, ...answer } of answers) {
      await connection.next(errors === undefined ? answer : { ...answer, errors: shownErrors(errors, log) });
    }
    connection.mustStay();
    // The subscription itself has no end: it is the server that ends, and the client should come again.
    connection.close();
  } catch (error) {
    await connection.complete({ errors: shownFault(error, log) });
  }
}

/** What a request asks for: in JSON, or in the parameters of the address. Throws `BadInputError`. */
function askedIn({ method, body, query }: FastifyRequest): AskedSubscription {
  const given = (method === 'GET' ? query : body) as Readonly<Record<string, unknown>> | null | undefined;
  const { query: text, operationName, variables } = given ?? {};
  if (typeof text !== 'string' || text === '') throw new BadInputError('query is missing. Accepted is the text of a subscription.');
  if (operationName != null && typeof operationName !== 'string') throw new BadInputError('operationName is not a text.');
  return { query: text, operationName, variables: variablesIn(variables) };
}

function variablesIn(given: unknown): Readonly<Record<string, unknown>> {
  try {
    const variables = typeof given === 'string' && given !== '' ? (JSON.parse(given) as unknown) : given;
    if (variables == null || variables === '') return {};
    if (typeof variables === 'object' && !Array.isArray(variables)) return variables as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new BadInputError('variables is not acceptable. Accepted is a JSON object.');
}
