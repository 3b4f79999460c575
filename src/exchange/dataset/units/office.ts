import { Unit } from '../../../graph/unit.js';
import type { OfficeRecord } from '../../format/records.js';
import { type Facts, keyOf } from './facts.js';
import { bilingual, namesOf, ref } from './properties.js';
import { addCitations, addNames, citesOf, otherNamesOf } from './shared-fields.js';

export function officeUnit(office: OfficeRecord): Unit {
  const unit = new Unit(ref('Office', office.key));
  unit.addNode(unit.of, { role: office.role, ...bilingual(office.name) });
  unit.addRelationship(
    'OFFICE_OF',
    unit.of,
    office.place === undefined ? ref('Mission', office.mission ?? '') : ref('Place', office.place),
  );
  addNames(unit, office.otherNames, office.cites);
  addCitations(unit, unit.of, office.cites);
  return unit;
}

export function officeOf(facts: Facts): OfficeRecord {
  const [of] = facts.said('OFFICE_OF');
  return {
    key: facts.key,
    role: facts.own.role as OfficeRecord['role'],
    name: namesOf(facts.own),
    place: of?.to.label === 'Place' ? keyOf(of.to) : undefined,
    mission: of?.to.label === 'Mission' ? keyOf(of.to) : undefined,
    otherNames: otherNamesOf(facts),
    cites: citesOf(facts),
  };
}
