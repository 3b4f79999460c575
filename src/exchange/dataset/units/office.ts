import { Unit } from '../../../graph/unit.js';
import type { OfficeRecord } from '../../format/records.js';
import { bilingual, ref } from './properties.js';
import { addCitations, addNames } from './shared-fields.js';

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
