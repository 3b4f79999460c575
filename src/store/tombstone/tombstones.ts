import type { Asking } from '../../graph/graph.js';
import { type Retirement, tombstoneId } from './tombstone-unit.js';

/** What the graph keeps of an id that nothing has any more. */
export interface Tombstone extends Retirement {
  /** The id of the tombstone itself, under which its citations are. */
  readonly id: string;
  /** The data set that states it, or that no longer has the thing. */
  readonly dataSet: string;
}

/** The tombstones of some ids, in their order; null where there is none. */
export async function tombstonesOf(graph: Asking, retired: readonly string[]): Promise<(Tombstone | null)[]> {
  const rows = (await graph.ask('tombstone/by-ids', { ids: retired.map(tombstoneId) })) as unknown as Tombstone[];
  const found = new Map(rows.map((row) => [row.retired, row]));
  return retired.map((id) => found.get(id) ?? null);
}

/** The tombstones that somebody states: people write them, so they are few. */
export async function statedTombstones(graph: Asking): Promise<Tombstone[]> {
  return (await graph.ask('tombstone/stated')) as unknown as Tombstone[];
}
