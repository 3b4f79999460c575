import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../api/context.js';
import { formatError, isDefect } from '../api/errors.js';

/** Texts longer than this are not read: the longest committed operation has about a tenth of it. */
const MAX_TOKENS = 5_000;

/** Serves the API at /graphql, with Apollo Sandbox for browsers. */
export async function serveGraphql(http: FastifyInstance, schema: GraphQLSchema, contextOf: () => Context): Promise<void> {
  const apollo = new ApolloServer<Context>({
    schema,
    formatError,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    plugins: [
      fastifyApolloDrainPlugin(http),
      ApolloServerPluginLandingPageLocalDefault({ embed: true, footer: false }),
      {
        async requestDidStart() {
          return {
            async didEncounterErrors({ errors }) {
              for (const error of errors) {
                if (isDefect(error) && error.originalError) http.log.error({ err: error.originalError, cause: error.originalError.cause }, 'a request met a defect');
              }
            },
          };
        },
      },
    ],
  });
  await apollo.start();
  await http.register(fastifyApollo(apollo), { path: '/graphql', context: async () => contextOf() });
}
