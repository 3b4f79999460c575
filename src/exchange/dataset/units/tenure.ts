import { Unit } from '../../../graph/unit.js';
import type { TenureRecord } from '../../format/records.js';
import { type Facts, given } from './facts.js';
import { dated, ref } from './properties.js';
import { addCitations, citesOf } from './shared-fields.js';

export function tenureUnit(tenure: TenureRecord): Unit {
  const unit = new Unit(ref('Tenure', tenure.key));
  unit.addNode(unit.of, {
    acting: tenure.acting,
    ...dated(tenure.from, 'from'),
    ...dated(tenure.until, 'until'),
    note: tenure.note ?? null,
  });
  unit.addRelationship('SERVED', ref('Official', tenure.official), unit.of);
  unit.addRelationship('IN_OFFICE', unit.of, ref('Office', tenure.office));
  addCitations(unit, unit.of, tenure.cites);
  return unit;
}

export function tenureOf(facts: Facts): TenureRecord {
  const { own } = facts;
  return {
    key: facts.key,
    official: facts.keyFrom('SERVED') ?? '',
    office: facts.keyTo('IN_OFFICE') ?? '',
    from: given<string>(own.from),
    until: given<string>(own.until),
    acting: own.acting as boolean,
    note: given<string>(own.note),
    cites: citesOf(facts),
  };
}
