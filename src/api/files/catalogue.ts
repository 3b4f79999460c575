import type { GraphQLSchema } from 'graphql';
import { type NamedOperation, namedOperations } from '../operations.js';
import { type Input, type Values, variablesOf } from '../tables/inputs.js';
import { selectionOf } from '../tables/selection.js';
import { tableOf } from '../tables/table.js';
import { meantPath, tablePaths } from '../tables/table-path.js';

/** What an operation can be asked for as a file. */
export interface AskableOperation {
  readonly name: string;
  readonly question: string;
  /** Paths of the tables that its answer can be made into. */
  readonly paths: readonly string[];
  /** The table that is meant where no path is named; null when one has to be. */
  readonly path: string | null;
  /** The variables that any of its tables takes. */
  readonly variables: readonly Input[];
  /** A table that it has as it stands: the path, where one has to be named, and the variables. */
  readonly example: { readonly path: string | null; readonly variables: Values };
}

/** The named operations with what can be asked of each. */
export function askableOperations(schema: GraphQLSchema): AskableOperation[] {
  return namedOperations().map((operation) => askable(schema, operation));
}

/** What can be asked of an operation. */
export function askable(schema: GraphQLSchema, operation: NamedOperation): AskableOperation {
  const { name, question, document, example } = operation;
  const selection = selectionOf(schema, document);
  const paths = tablePaths(selection).map(({ steps }) => steps.join('.'));
  const path = meantPath(selection)?.steps.join('.') ?? null;
  const taken = (one: string | null) => variablesOf(schema, tableOf(schema, operation, one).document).map((variable) => variable.name);
  const takenByAny = new Set([...(path === null ? [] : taken(null)), ...paths.flatMap(taken)]);
  const shown = path === null ? (paths[0] ?? null) : null;
  const ofShown = taken(shown);
  return {
    name,
    question,
    paths,
    path,
    variables: variablesOf(schema, document).filter((variable) => takenByAny.has(variable.name)),
    example: { path: shown, variables: Object.fromEntries(Object.entries(example).filter(([variable]) => ofShown.includes(variable))) },
  };
}
