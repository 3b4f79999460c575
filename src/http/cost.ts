import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Context } from '../api/context.js';
import { type AskedOperation, costOf, MOST_COST } from '../api/cost.js';
import { dearestList } from '../api/dearest-list.js';
import { BadInputError } from '../domain/errors.js';

/** Refuses, before anything is fetched, an operation that asks for more than one answer can hold, or by a filter that nothing passes. */
export function limitingCost(schema: GraphQLSchema): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operationName, request }) => {
        const asked = { document, operationName: operationName ?? undefined, variables: request.variables ?? {} };
        mustBeAffordable(schema, asked);
      },
    }),
  };
}

/** Throws `GraphQLError` for an operation that costs more than is accepted; of a subscription each event is one. */
export function mustBeAffordable(schema: GraphQLSchema, asked: AskedOperation): void {
  const cost = costOrRefusal(schema, asked);
  if (cost <= MOST_COST) return;
  throw new GraphQLError(
    `the operation costs ${cost}${dearestPart(schema, asked)}. Accepted are ${MOST_COST} at most: ask for smaller pages, or for fewer levels at a time.`,
    { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } },
  );
}

/** Which part of an operation costs most, in words. */
function dearestPart(schema: GraphQLSchema, asked: AskedOperation): string {
  const dearest = dearestList(schema, asked);
  if (dearest === null) return '';
  const { field, cost, list } = dearest;
  return `, ${cost} of it for ${field}${list === field ? '' : `, most through its list ${list}`}`;
}

/** Reading the arguments finds wrong variables too, before the execution would. */
function costOrRefusal(schema: GraphQLSchema, asked: AskedOperation): number {
  try {
    return costOf(schema, asked);
  } catch (error) {
    if (!(error instanceof GraphQLError || error instanceof BadInputError)) throw error;
    const nodes = error instanceof GraphQLError ? error.nodes : undefined;
    throw new GraphQLError(error.message, { nodes, extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
  }
}
