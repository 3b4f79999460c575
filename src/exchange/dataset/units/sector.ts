import { Unit } from '../../../graph/unit.js';
import type { SectorRecord } from '../../format/records.js';
import type { Facts } from './facts.js';
import { bilingual, namesOf, ref } from './properties.js';

export function sectorUnit(sector: SectorRecord): Unit {
  const unit = new Unit(ref('Sector', sector.key));
  unit.addNode(unit.of, bilingual(sector.name));
  return unit;
}

export function sectorOf(facts: Facts): SectorRecord {
  return { key: facts.key, name: namesOf(facts.own) as SectorRecord['name'] };
}
