import { Unit } from '../../../graph/unit.js';
import type { OfficialRecord } from '../../format/records.js';
import { displayed, ref } from './properties.js';
import { addCitations, addNames } from './shared-fields.js';

export function officialUnit(official: OfficialRecord): Unit {
  const unit = new Unit(ref('Official', official.key));
  unit.addNode(unit.of, { ...displayed(official.name), note: official.note ?? null });
  addNames(unit, official.otherNames, official.cites);
  addCitations(unit, unit.of, official.cites);
  return unit;
}
