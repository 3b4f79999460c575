import { idOfRecord } from '../exchange/dataset/retirements.js';
import type { Desk } from './desk.js';
import { refuse } from './faults.js';

/** How many places may lie inside one that is moved. */
const MOST_BENEATH = 1_000;

/**
 * Proposes the places beneath those that an edit moves as they are: the country and province that they are in follow
 * from what they are part of, and are to be worked out anew. Tells whether there are any.
 */
export async function proposeDescendants(desk: Desk): Promise<boolean> {
  const places = desk.records.flatMap(({ type, record }) => (type === 'places' ? [record] : []));
  const held = await desk.held(places.map(({ key }) => idOfRecord('places', key)));
  const moved = places.flatMap(({ key, kind, partOf }) => {
    const before = held.get(idOfRecord('places', key))?.record;
    const isMoved = before?.type === 'places' && (before.record.kind !== kind || before.record.partOf !== partOf);
    return isMoved ? [idOfRecord('places', key)] : [];
  });
  if (moved.length === 0) return false;
  const rows = await desk.asking.ask('place/beneath', { ids: moved, most: MOST_BENEATH + 1 });
  if (rows.length > MOST_BENEATH)
    refuse('TOO_LARGE', `more than ${MOST_BENEATH} places lie inside; such a place is moved by an import`, 'partOf');
  const beneath = rows.flatMap(({ id }) => (desk.proposed.has(id as string) ? [] : [id as string]));
  for (const { record, dataSet } of (await desk.held(beneath)).values()) desk.propose(record, dataSet);
  return beneath.length > 0;
}
