import { awardUnit } from './units/award.js';
import { eventUnit } from './units/event.js';
import { missionUnit } from './units/mission.js';
import { officeUnit } from './units/office.js';
import { officialUnit } from './units/official.js';
import { retiredUnit } from './units/retired.js';
import { sectorUnit } from './units/sector.js';
import { sourceUnit } from './units/source.js';
import { tenureUnit } from './units/tenure.js';

/** The unit of a record that depends on no other record, by its type. */
export const RECORD_UNITS = {
  sources: sourceUnit,
  sectors: sectorUnit,
  officials: officialUnit,
  missions: missionUnit,
  offices: officeUnit,
  tenures: tenureUnit,
  awards: awardUnit,
  events: eventUnit,
  retired: retiredUnit,
} as const;
