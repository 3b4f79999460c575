import type { Page, Position } from '../../store/pages.js';
import type { Snapshot } from './snapshot.js';

/** A whole-graph question whose answer is one object. What it is asked with is plain, since it goes to another thread. */
export interface FigureQuestion<A, T> {
  answer(snapshot: Snapshot, asked: A): T;
}

/** A whole-graph question whose answer is a list, which is given a page at a time. */
export interface TableQuestion<A, R> {
  readonly direction: 'up' | 'down';
  /** All rows, in the order of their positions. Throws `BadInputError` when there are too many. */
  rows(snapshot: Snapshot, asked: A): readonly R[];
  position(row: R): Position;
}

/** A page of a table. */
export interface TablePage<R> extends Page {
  readonly rows: readonly R[];
  readonly total: number;
}

/** Rows in the order that a table is paged in: by key, and among equal keys by rising id. */
export function inOrder<R>(rows: readonly R[], direction: 'up' | 'down', position: (row: R) => Position): R[] {
  const sign = direction === 'up' ? 1 : -1;
  return rows
    .map((row) => ({ row, at: position(row) }))
    .sort(({ at: one }, { at: other }) => compare(one.key, other.key) * sign || compare(one.id, other.id))
    .map(({ row }) => row);
}

/** The page of a table that begins after a position. */
export function pageOf<R>(
  rows: readonly R[],
  { direction, position }: Pick<TableQuestion<never, R>, 'direction' | 'position'>,
  first: number,
  after: Position | null,
): TablePage<R> {
  const start = after === null ? 0 : firstBehind(rows, position, direction, after);
  const shown = rows.slice(start, start + first);
  return { rows: shown, items: shown.map(position), hasNextPage: rows.length > start + first, total: rows.length };
}

/** Where the rows behind a position begin, by halving. */
function firstBehind<R>(rows: readonly R[], position: (row: R) => Position, direction: 'up' | 'down', after: Position): number {
  const sign = direction === 'up' ? 1 : -1;
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = position(rows[middle] as R);
    const isBehind = (compare(at.key, after.key) * sign || compare(at.id, after.id)) > 0;
    if (isBehind) high = middle;
    else low = middle + 1;
  }
  return low;
}

function compare(one: string | number, other: string | number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
