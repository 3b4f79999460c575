import type { PlaceKind } from '../domain/vocabulary.js';
import type { Asking } from '../graph/graph.js';

/** What a place is, where it is, and how many people live there. */
export interface Whereabouts {
  readonly id: string;
  readonly kind: PlaceKind;
  /** Ids of the country and the province that it is in, or is. */
  readonly country: string | null;
  readonly province: string | null;
  readonly population: number | null;
}

/** In the order of the ids; those that are gone are left out. */
export async function whereaboutsOf(graph: Asking, ids: readonly string[]): Promise<Whereabouts[]> {
  const rows = (await graph.ask('place/whereabouts', { ids })) as unknown as Whereabouts[];
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => found.get(id) ?? []);
}
