import type { PlaceTree } from '../exchange/dataset/place-tree.js';
import { RECORD_UNITS } from '../exchange/dataset/record-units.js';
import type { TypedRecord } from '../exchange/dataset/to-records.js';
import { agreementUnit } from '../exchange/dataset/units/agreement.js';
import { placeUnit } from '../exchange/dataset/units/place.js';
import type { Unit } from '../graph/unit.js';

/** The unit of a record that is no detail. `tree` has the places that it is, names and leads on to. */
export function unitOf({ type, record }: TypedRecord, tree: PlaceTree): Unit {
  if (type === 'places') return placeUnit(record, tree);
  if (type === 'agreements') return agreementUnit(record, tree);
  return RECORD_UNITS[type as keyof typeof RECORD_UNITS](record as never);
}
