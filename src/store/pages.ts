import type { Graph } from '../graph/graph.js';
import type { Parameters } from '../graph/values.js';

/** A list of the query book, for one parent or as a whole, as it is to be read. */
export interface ListRequest {
  /** Name of the list file, such as `agreement/list-of-place`. */
  readonly list: string;
  readonly direction: 'up' | 'down';
  /** The list's own parameters. */
  readonly filters: Parameters;
  readonly first: number;
  /** Where the previous page ended; null for the start. */
  readonly after: Position | null;
}

/** A place in a list: the key it is ordered by, and the id that tells equal keys apart. */
export interface Position {
  readonly key: string | number;
  readonly id: string;
}

export interface Page {
  readonly items: readonly Position[];
  readonly hasNextPage: boolean;
}

/** Pages of one list for several parents, in the order of the parents, in one call of the store. */
export async function pagesOf(
  graph: Graph,
  { list, direction, filters, first, after }: ListRequest,
  parents: readonly string[],
): Promise<Page[]> {
  const rows = await graph.page(list, direction, {
    ...filters,
    parents,
    afterKey: after?.key ?? null,
    afterId: after?.id ?? '',
    limit: first + 1,
  });
  const groups = new Map<string, Position[]>(parents.map((parent) => [parent, []]));
  for (const row of rows) groups.get(row.parent as string)?.push({ id: row.id as string, key: row.key as string | number });
  return parents.map((parent) => {
    const items = groups.get(parent) ?? [];
    return { items: items.slice(0, first), hasNextPage: items.length > first };
  });
}

/** Lengths of one list for several parents, in the order of the parents. */
export async function totalsOf(graph: Graph, list: string, filters: Parameters, parents: readonly string[]): Promise<number[]> {
  const rows = await graph.count(list, { ...filters, parents });
  const totals = new Map(rows.map((row) => [row.parent as string, row.total as number]));
  return parents.map((parent) => totals.get(parent) ?? 0);
}
