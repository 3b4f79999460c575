import { createRequire } from 'node:module';
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, GraphQLList, GraphQLNonNull, type GraphQLOutputType, type GraphQLSchema } from 'graphql';
import type { ComplexityEstimator } from 'graphql-query-complexity';
import { MAX_PAGE_SIZE } from '../api/connection/connection.js';
import type { Context } from '../api/context.js';

/** Its module build brings a second copy of graphql, which refuses schemas of the first one. */
const { getComplexity } = createRequire(import.meta.url)('graphql-query-complexity') as typeof import('graphql-query-complexity');

/** About three times what the most expensive named operation costs. */
const MOST = 300_000;

/** How many items a list that has no pages is taken to have; such lists are short. */
const ITEMS_OF_SHORT_LIST = 3;

const isList = (type: GraphQLOutputType): boolean => (type instanceof GraphQLNonNull ? isList(type.ofType) : type instanceof GraphQLList);

/** A field costs one, and as often what is asked of each of its items. A page has as many items as `first` says; one that is too large is refused by its field. */
const estimate: ComplexityEstimator = ({ args, childComplexity, field }) => {
  if (typeof args.first === 'number') return 1 + Math.min(MAX_PAGE_SIZE, Math.max(0, args.first)) * childComplexity;
  const inPage = field.name === 'nodes' || field.name === 'edges';
  return 1 + (isList(field.type) && !inPage ? ITEMS_OF_SHORT_LIST : 1) * childComplexity;
};

/** Refuses, before anything is fetched, an operation that asks for more than one answer can hold. */
export function limitingCost(schema: GraphQLSchema): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operationName, request }) => {
        const cost = costOf(() =>
          getComplexity({
            schema,
            query: document,
            operationName: operationName ?? undefined,
            variables: request.variables ?? {},
            estimators: [estimate],
          }),
        );
        if (cost > MOST) {
          throw new GraphQLError(
            `the operation costs ${cost}. Accepted are ${MOST} at most: ask for smaller pages, or for fewer levels at a time.`,
            {
              extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
            },
          );
        }
      },
    }),
  };
}

/** Reading the arguments finds wrong variables too, before the execution would. */
function costOf(count: () => number): number {
  try {
    return count();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, { nodes: error.nodes, extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
  }
}
