import { Unit } from '../../../graph/unit.js';
import type { SectorRecord } from '../../format/records.js';
import { bilingual, ref } from './properties.js';

export function sectorUnit(sector: SectorRecord): Unit {
  const unit = new Unit(ref('Sector', sector.key));
  unit.addNode(unit.of, bilingual(sector.name));
  return unit;
}
