import { PlaceTree } from '../exchange/dataset/place-tree.js';
import { RECORD_UNITS } from '../exchange/dataset/record-units.js';
import { idOfRecord } from '../exchange/dataset/retirements.js';
import type { TypedRecord } from '../exchange/dataset/to-records.js';
import { agreementDetailUnit, agreementUnit } from '../exchange/dataset/units/agreement.js';
import { placeDetailUnit, placeUnit } from '../exchange/dataset/units/place.js';
import type { PlaceRecord } from '../exchange/format/records.js';
import type { Unit } from '../graph/unit.js';
import type { Desk, Proposal } from './desk.js';
import { refuse } from './faults.js';

/** Makes units of what is proposed on a desk. `places`: those that the records are, name and lead on to. */
export function unitsOf(desk: Desk, places: readonly PlaceRecord[]) {
  const tree = new PlaceTree(places, { readableSlugs: false });
  return async ({ type, record }: TypedRecord, { by }: Proposal): Promise<Unit> => {
    if (type === 'places') return placeUnit(record, tree);
    if (type === 'agreements') return agreementUnit(record, tree);
    if (type === 'placeDetails') return placeDetailUnit(record, tree.get(record.key) ?? gone(idOfRecord('places', record.key)), by);
    if (type === 'agreementDetails') {
      const agreement = await desk.find('agreements', record.key);
      return agreementDetailUnit(record, agreement ?? gone(idOfRecord('agreements', record.key)), by);
    }
    return RECORD_UNITS[type](record as never);
  };
}

function gone(id: string): never {
  return refuse('NOT_FOUND', `there is no "${id}" to which something could be added`);
}
