import { labelOf } from '../../domain/ontology.js';
import { type Entities, type EntityLabel, isEntityLabel } from '../../store/entities.js';
import type { Context } from '../context.js';

/** The thing that a chain of successors leads to and that is there now; null: there is none. */
export async function thingInPlaceOf({ load }: Context, successor: string | null): Promise<Entities[EntityLabel] | null> {
  const seen = new Set<string>();
  for (let id = successor; id !== null && !seen.has(id); ) {
    seen.add(id);
    const label = labelOf(id);
    if (!isEntityLabel(label)) return null;
    const [thing, tombstone] = await Promise.all([load.entity(label, id), load.tombstone(id)]);
    if (thing !== null) return thing;
    id = tombstone?.successor ?? null;
  }
  return null;
}
