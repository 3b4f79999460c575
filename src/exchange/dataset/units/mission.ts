import { Unit } from '../../../graph/unit.js';
import type { MissionRecord } from '../../format/records.js';
import { bilingual, ref } from './properties.js';
import { addCitations, addNames } from './shared-fields.js';

export function missionUnit(mission: MissionRecord): Unit {
  const unit = new Unit(ref('Mission', mission.key));
  unit.addNode(unit.of, { kind: mission.kind, ...bilingual(mission.name) });
  unit.addRelationship('SENT_BY', unit.of, ref('Place', mission.sentBy));
  unit.addRelationship('SEATED_IN', unit.of, ref('Place', mission.seat));
  mission.covers.forEach((province, position) => {
    unit.addRelationship('COVERS', unit.of, ref('Place', province), { position });
  });
  addNames(unit, mission.otherNames, mission.cites);
  addCitations(unit, unit.of, mission.cites);
  return unit;
}
