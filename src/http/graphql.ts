import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { Context } from '../api/context.js';
import { formatError, isDefect } from '../api/errors.js';
import { KembarError } from '../domain/errors.js';
import type { ContextOf } from './context-of.js';
import { limitingCost } from './cost.js';
import { statusOf } from './failures.js';
import { refuseOtherMethods } from './methods.js';

/** Texts longer than this are not read: the longest committed operation has about a tenth of it. */
export const MAX_TOKENS = 5_000;

/** What GraphQL is asked by. */
const METHODS = ['GET', 'POST'] as const;

/** The API on Apollo Server, not started yet. */
export function apolloOf(schema: GraphQLSchema, log: DefectLog, plugins: ApolloServerPlugin<Context>[] = []): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    formatError,
    introspection: true,
    // The server closes the graph too, and has to do so after the last request.
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    plugins: [...plugins, refusingSubscriptions, limitingCost(schema), loggingDefects(log)],
  });
}

/** What is answered once cannot be followed. */
const refusingSubscriptions: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation }) => {
      if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return;
      const message =
        'a subscription is not answered here; ask for it over a WebSocket (graphql-transport-ws) at /graphql, or as server-sent events at /graphql/stream';
      throw new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
    },
  }),
};

/** Where defects are written, with their causes: users see neither. */
export interface DefectLog {
  error(details: object, message: string): void;
}

function loggingDefects(log: DefectLog): ApolloServerPlugin<Context> {
  const report = (error: unknown, message: string) => {
    const original = unwrapResolverError(error);
    log.error({ err: original, cause: original instanceof Error ? original.cause : undefined }, message);
  };
  return {
    contextCreationDidFail: async ({ error }) => {
      if (isDefect(error)) report(error, 'a request got no context');
    },
    requestDidStart: async () => ({
      didEncounterErrors: async ({ errors }) => {
        for (const error of errors) if (isDefect(error)) report(error, 'a request met a defect');
      },
    }),
  };
}

/** Serves the API at /graphql, with Apollo Sandbox for browsers. Gives the server that answers it. */
export async function serveGraphql(http: FastifyInstance, schema: GraphQLSchema, contextOf: ContextOf): Promise<ApolloServer<Context>> {
  const apollo = apolloOf(schema, http.log, [
    fastifyApolloDrainPlugin(http),
    ApolloServerPluginLandingPageLocalDefault({ embed: true, footer: false }),
  ]);
  await apollo.start();
  await http.register(fastifyApollo(apollo), {
    path: '/graphql',
    method: [...METHODS],
    context: (request) => contextOrRefusal(contextOf, request),
  });
  refuseOtherMethods(http, '/graphql', METHODS);
  return apollo;
}

/** Who may not ask gets 401. A server that is not ready yet answers 503, so that clients and load balancers try again. */
async function contextOrRefusal(contextOf: ContextOf, request: FastifyRequest): Promise<Context> {
  try {
    return await contextOf(request);
  } catch (error) {
    if (!(error instanceof KembarError)) throw error;
    const { status, headers } = statusOf(error);
    const http = { status, headers: new HeaderMap(Object.entries(headers)) };
    throw new GraphQLError(error.message, { extensions: { code: error.code, http } });
  }
}
