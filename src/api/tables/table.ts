import { type DocumentNode, type GraphQLSchema, print } from 'graphql';
import { DefectError } from '../../domain/errors.js';
import { MAX_PAGE_SIZE } from '../connection/connection.js';
import { costOf, MOST_COST } from '../cost.js';
import type { NamedOperation } from '../operations.js';
import type { Values } from './inputs.js';
import { narrowed, PAGE_AFTER, PAGE_SIZE } from './narrowed.js';
import { type Selected, selectedAt, selectionOf } from './selection.js';
import { meantPath, type TablePath, tablePath } from './table-path.js';

/** One table of an operation: what is asked, and where the rows are in the answer. */
export interface Table {
  readonly operation: string;
  readonly path: TablePath;
  /** Whether it is the one that is meant where no path is named. */
  readonly isMeant: boolean;
  /** The operation, cut down to what is in the rows. */
  readonly document: DocumentNode;
  readonly text: string;
  /** Where the items of a page are: `edges` or `nodes`; null for what has no pages. */
  readonly items: 'edges' | 'nodes' | null;
  /** What is selected of a row. */
  readonly row: readonly Selected[];
}

/** The table of an operation at a path, or the one that is meant where no path is named. Throws `BadInputError`. */
export function tableOf(schema: GraphQLSchema, { name, document }: NamedOperation, named: string | null): Table {
  const whole = selectionOf(schema, document);
  const path = tablePath(name, whole, named);
  const isMeant = named === null || named === meantPath(whole)?.steps.join('.');
  const cut = narrowed(schema, document, path);
  const selection = selectionOf(schema, cut);
  const fields = path.steps.length === 0 ? selection : (selectedAt(selection, path.steps)?.children ?? []);
  const items = path.source !== 'connection' ? null : selectedAt(fields, ['edges']) === null ? 'nodes' : 'edges';
  const row = items === null ? fields : (selectedAt(fields, [items])?.children ?? []);
  return { operation: name, path, isMeant, document: cut, text: print(cut), items, row };
}

/** Runs an operation as one request. Throws `KembarError` when anything in it fails. */
export type Execute = (text: string, variables: Values) => Promise<Readonly<Record<string, unknown>>>;

/** The items of a table, a page at a time, to the end. */
export async function* pagesOf(schema: GraphQLSchema, table: Table, values: Values, execute: Execute): AsyncGenerator<readonly object[]> {
  if (table.items === null) {
    const found = at(await execute(table.text, values), table.path.steps);
    yield (Array.isArray(found) ? found : [found]).filter((item) => item !== null);
    return;
  }
  const size = pageSize(schema, table.document, values);
  let after: string | null = null;
  for (;;) {
    const data = await execute(table.text, { ...values, [PAGE_SIZE]: size, [PAGE_AFTER]: after });
    const page = at(data, table.path.steps) as Connection | null;
    if (page === null) return;
    yield page[table.items] ?? [];
    if (!page.pageInfo.hasNextPage) return;
    if (page.pageInfo.endCursor === null || page.pageInfo.endCursor === after)
      throw new DefectError(`${table.operation} goes on after a page that has no end`);
    after = page.pageInfo.endCursor;
  }
}

interface Connection {
  readonly edges?: readonly object[];
  readonly nodes?: readonly object[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

function at(data: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>> | null)?.[step] ?? null, data);
}

/** As many rows at a time as may be asked for in one request. */
function pageSize(schema: GraphQLSchema, document: DocumentNode, values: Values): number {
  let size = MAX_PAGE_SIZE;
  while (size > 1 && costOf(schema, { document, variables: { ...values, [PAGE_SIZE]: size } }) > MOST_COST) size = Math.ceil(size / 2);
  return size;
}
