import { group } from 'd3-array';
import type { EnclosedPlace } from '../domain/access/touched.js';
import type { Asking } from '../graph/graph.js';

interface Ancestor {
  readonly of: string;
  readonly id: string;
  readonly depth: number;
}

/**
 * Places with those that they are part of, on which it depends who may change them. In the order of the ids; those that are
 * gone are left out.
 */
export async function enclosedPlaces(graph: Asking, ids: readonly string[]): Promise<EnclosedPlace[]> {
  const rows = (await graph.ask('place/ancestors', { ids: [...new Set(ids)] })) as unknown as Ancestor[];
  const around = group(rows, ({ of }) => of);
  return ids.flatMap((id) => {
    const found = around.get(id);
    return found === undefined ? [] : { id, enclosing: found.filter(({ depth }) => depth > 0).map((row) => row.id) };
  });
}
