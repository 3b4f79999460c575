import type { GraphQLSchema } from 'graphql';
import { type NamedOperation, namedOperations } from '../operations.js';
import { type Input, variablesOf } from '../tables/inputs.js';
import { selectionOf } from '../tables/selection.js';
import { tableOf } from '../tables/table.js';
import { tablePath, tablePaths } from '../tables/table-path.js';

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
  /** Variables with which it runs as it stands. */
  readonly example: NamedOperation['example'];
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
  const path = meant(() => tablePath(name, selection, null).steps.join('.'));
  const taken = new Set(
    paths.flatMap((one) => variablesOf(schema, tableOf(schema, operation, one).document).map((variable) => variable.name)),
  );
  const variables = variablesOf(schema, document).filter((variable) => taken.has(variable.name));
  return { name, question, paths, path, variables, example };
}

function meant(path: () => string): string | null {
  try {
    return path();
  } catch {
    return null;
  }
}
