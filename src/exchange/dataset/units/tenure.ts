import { Unit } from '../../../graph/unit.js';
import type { TenureRecord } from '../../format/records.js';
import { dated, ref } from './properties.js';
import { addCitations } from './shared-fields.js';

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
