import { createRequire } from 'node:module';
import { type DocumentNode, GraphQLList, GraphQLNonNull, type GraphQLOutputType, type GraphQLSchema } from 'graphql';
import type { ComplexityEstimator, ComplexityEstimatorArgs } from 'graphql-query-complexity';
import { MAX_PAGE_SIZE } from './connection/connection.js';
import { refuseEmptyFilters } from './empty-lists.js';

/** Its module build brings a second copy of graphql, which refuses schemas of the first one. */
const { fieldExtensionsEstimator, getComplexity } = createRequire(import.meta.url)(
  'graphql-query-complexity',
) as typeof import('graphql-query-complexity');

/** What an operation may cost. About three times what the most expensive named operation costs. */
export const MOST_COST = 300_000;

/** How many items a list that has no pages is taken to have; such lists are short. */
const ITEMS_OF_SHORT_LIST = 3;

const isList = (type: GraphQLOutputType): boolean => (type instanceof GraphQLNonNull ? isList(type.ofType) : type instanceof GraphQLList);

/** A field costs one, and as often what is asked of each of its items. A page has as many items as `first` says; one that is too large is refused by its field. */
const estimate: ComplexityEstimator = ({ args, childComplexity, field }) => {
  if (typeof args.first === 'number') return 1 + Math.min(MAX_PAGE_SIZE, Math.max(0, args.first)) * childComplexity;
  const inPage = field.name === 'nodes' || field.name === 'edges';
  return 1 + (isList(field.type) && !inPage ? ITEMS_OF_SHORT_LIST : 1) * childComplexity;
};

/** Costs nothing: it sees the arguments of every field before anything is fetched, so that no list has to be looked at by its own field. */
const refusingEmptyFilters: ComplexityEstimator = ({ args, field }) => refuseEmptyFilters(field.args, args);

/** The cost of a question that is much work whatever is asked of its answer: so much, and what that costs. */
function costing(work: number): ComplexityEstimator {
  return (asked) => work + (estimate(asked) as number);
}

/** Of a question that is worked out from the whole graph. */
export const WHOLE_GRAPH = costing(20_000);
/** Of a question that is worked out from the ties around a place and from theirs, or from all citations of a type. */
export const SURROUNDINGS = costing(2_000);

/** What `complexity` says beside a question. */
const ofQuestion = fieldExtensionsEstimator();

export interface AskedOperation {
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What an operation costs before anything is fetched; `seen` gets each of its fields, inner ones first. Throws `GraphQLError` for variables that do not fit, `BadInputError` for empty filters. */
export function costOf(
  schema: GraphQLSchema,
  { document, operationName, variables }: AskedOperation,
  seen: (field: ComplexityEstimatorArgs, cost: number) => void = () => undefined,
): number {
  return getComplexity({
    schema,
    query: document,
    operationName,
    variables: { ...variables },
    estimators: [
      refusingEmptyFilters,
      (field) => {
        const cost = (ofQuestion(field) ?? estimate(field)) as number;
        seen(field, cost);
        return cost;
      },
    ],
  });
}
