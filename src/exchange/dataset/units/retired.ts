import type { Unit } from '../../../graph/unit.js';
import { type Retirement, tombstoneUnit } from '../../../store/tombstone/tombstone-unit.js';
import type { RetiredRecord } from '../../format/records.js';
import { idOfRetired, successorOf } from '../retirements.js';
import { type Facts, given, keyOf } from './facts.js';
import { addCitations, citesOf } from './shared-fields.js';

export function retiredUnit(record: RetiredRecord): Unit {
  const { reason, date = null, leftBehind, cites } = record;
  const unit = tombstoneUnit({ retired: idOfRetired(record), successor: successorOf(record), reason, date, leftBehind });
  addCitations(unit, unit.of, cites);
  return unit;
}

export function retiredOf(facts: Facts): RetiredRecord {
  const { retired, successor = null, reason, date, leftBehind = false } = facts.own as unknown as Retirement;
  return {
    kind: retired.slice(0, retired.indexOf(':')) as RetiredRecord['kind'],
    key: keyOf({ label: 'Tombstone', id: retired }),
    successor: successor === null ? undefined : keyOf({ label: 'Tombstone', id: successor }),
    reason,
    date: given<string>(date),
    leftBehind,
    cites: citesOf(facts),
  };
}
