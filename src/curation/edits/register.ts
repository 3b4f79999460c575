import { SINGULAR } from '../../exchange/dataset/references.js';
import { idOfRecord } from '../../exchange/dataset/retirements.js';
import type { TypedRecord } from '../../exchange/dataset/to-records.js';
import { tombstonesOf } from '../../store/tombstone/tombstones.js';
import type { Desk } from '../desk.js';
import { refuse } from '../faults.js';

/**
 * Brings a new thing. The same again changes nothing; refused where another one has its id, or had it and somebody says
 * that it is retired.
 */
export async function register(desk: Desk, typed: TypedRecord): Promise<string> {
  const id = idOfRecord(typed.type, typed.record.key);
  const [tombstone] = await tombstonesOf(desk.asking, [id]);
  if (tombstone != null && !tombstone.leftBehind) {
    const instead = tombstone.successor === null ? 'nothing took its place' : `"${tombstone.successor}" took its place`;
    refuse('RETIRED', `the ${SINGULAR[typed.type]} "${id}" is retired, and ${instead}; give it another key`, 'key');
  }
  desk.create(typed);
  return id;
}
