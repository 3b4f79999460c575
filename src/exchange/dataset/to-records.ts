import type { NodeLabel } from '../../domain/ontology.js';
import type { Unit } from '../../graph/unit.js';
import type { DataSet, RecordType } from '../format/records.js';
import { agreementDetailOf, agreementOf } from './units/agreement.js';
import { awardOf } from './units/award.js';
import { eventOf } from './units/event.js';
import { Facts } from './units/facts.js';
import { missionOf } from './units/mission.js';
import { officeOf } from './units/office.js';
import { officialOf } from './units/official.js';
import { placeDetailOf, placeOf } from './units/place.js';
import { retiredOf } from './units/retired.js';
import { sectorOf } from './units/sector.js';
import { sourceOf } from './units/source.js';
import { tenureOf } from './units/tenure.js';

/** A record with its type. */
export type TypedRecord = { [T in RecordType]: { readonly type: T; readonly record: DataSet[T][number] } }[RecordType];

/** The type of the records that things of a label are, in an order in which what they refer to comes first. */
export const RECORD_TYPE_OF = {
  Source: 'sources',
  Sector: 'sectors',
  Place: 'places',
  Official: 'officials',
  Mission: 'missions',
  Office: 'offices',
  Tenure: 'tenures',
  Award: 'awards',
  Agreement: 'agreements',
  Event: 'events',
  Tombstone: 'retired',
} as const satisfies Partial<Record<NodeLabel, RecordType>>;
export type ThingLabel = keyof typeof RECORD_TYPE_OF;

const READERS: { readonly [L in ThingLabel]: (facts: Facts) => TypedRecord } = {
  Source: (facts) => ({ type: 'sources', record: sourceOf(facts) }),
  Sector: (facts) => ({ type: 'sectors', record: sectorOf(facts) }),
  Place: (facts) => ({ type: 'places', record: placeOf(facts) }),
  Official: (facts) => ({ type: 'officials', record: officialOf(facts) }),
  Mission: (facts) => ({ type: 'missions', record: missionOf(facts) }),
  Office: (facts) => ({ type: 'offices', record: officeOf(facts) }),
  Tenure: (facts) => ({ type: 'tenures', record: tenureOf(facts) }),
  Award: (facts) => ({ type: 'awards', record: awardOf(facts) }),
  Agreement: (facts) => ({ type: 'agreements', record: agreementOf(facts) }),
  Event: (facts) => ({ type: 'events', record: eventOf(facts) }),
  Tombstone: (facts) => ({ type: 'retired', record: retiredOf(facts) }),
};

/** Turns a unit back into the record that it came from, or into one that says the same. */
export function toRecord(unit: Unit): TypedRecord {
  const facts = new Facts(unit);
  if (unit.owns) return READERS[unit.of.label as ThingLabel](facts);
  return unit.of.label === 'Place'
    ? { type: 'placeDetails', record: placeDetailOf(facts, unit.completion) }
    : { type: 'agreementDetails', record: agreementDetailOf(facts) };
}
