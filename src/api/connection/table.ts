import type { TablePage } from '../../analytics/whole-graph/question.js';
import { type AskedOf, type RowOf, TABLES, type TableName } from '../../analytics/whole-graph/questions.js';
import type { Position } from '../../store/pages.js';
import type { Context } from '../context.js';
import { connectionWith, type PageArgs, pageArguments } from './connection.js';
import type { KeyType } from './cursor.js';

export interface TableOf<N extends TableName> {
  readonly table: N;
  readonly asked: AskedOf<(typeof TABLES)[N]>;
  /** What the rows are ordered by. */
  readonly keys: KeyType;
  /** What tells apart lists of one table that are in different orders. */
  readonly order?: string;
  /** The node of a row; null when it is gone. The row itself, if nothing is said. */
  readonly node?: (row: RowOf<(typeof TABLES)[N]>) => object | null | Promise<object | null>;
  /** What an edge carries besides node and cursor. */
  readonly edge?: (row: RowOf<(typeof TABLES)[N]>) => object;
}

/** A list that is worked out from the whole graph as a connection. */
export function connectTable<N extends TableName>(
  { analyst }: Context,
  { table, asked, keys, order = '', node = (row) => row as object, edge = () => ({}) }: TableOf<N>,
  args: PageArgs,
) {
  type R = RowOf<(typeof TABLES)[N]>;
  const list = order === '' ? table : `${table} ${order}`;
  const { first, after } = pageArguments(list, keys, args);
  const position = (row: R) => (TABLES[table] as unknown as { position(row: R): Position }).position(row);
  let asking: Promise<TablePage<R>> | undefined;
  const page = () => {
    asking ??= analyst.table(table, asked, first, after);
    return asking;
  };
  const present = async () => {
    const { rows } = await page();
    const nodes = await Promise.all(rows.map(node));
    return rows.flatMap((row, index) => {
      const found = nodes[index];
      return found ? [{ position: position(row), node: found, more: edge(row) }] : [];
    });
  };
  return connectionWith(list, page, after, present, async () => (await page()).total);
}
