import { Unit } from '../../../graph/unit.js';
import type { OfficialRecord } from '../../format/records.js';
import { type Facts, given } from './facts.js';
import { displayed, ref } from './properties.js';
import { addCitations, addNames, citesOf, otherNamesOf } from './shared-fields.js';

export function officialUnit(official: OfficialRecord): Unit {
  const unit = new Unit(ref('Official', official.key));
  unit.addNode(unit.of, { ...displayed(official.name), note: official.note ?? null });
  addNames(unit, official.otherNames, official.cites);
  addCitations(unit, unit.of, official.cites);
  return unit;
}

export function officialOf(facts: Facts): OfficialRecord {
  return {
    key: facts.key,
    name: facts.own.name as string,
    otherNames: otherNamesOf(facts),
    note: given<string>(facts.own.note),
    cites: citesOf(facts),
  };
}
