import { Unit } from '../../../graph/unit.js';
import type { MissionRecord } from '../../format/records.js';
import type { Facts } from './facts.js';
import { bilingual, namesOf, ref } from './properties.js';
import { addCitations, addNames, citesOf, otherNamesOf } from './shared-fields.js';

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

export function missionOf(facts: Facts): MissionRecord {
  return {
    key: facts.key,
    kind: facts.own.kind as MissionRecord['kind'],
    name: namesOf(facts.own),
    sentBy: facts.keyTo('SENT_BY') ?? '',
    seat: facts.keyTo('SEATED_IN') ?? '',
    covers: facts.keys('COVERS'),
    otherNames: otherNamesOf(facts),
    cites: citesOf(facts),
  };
}
