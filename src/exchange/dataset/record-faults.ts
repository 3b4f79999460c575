import type { AgreementDetailRecord, AgreementRecord, PlaceRecord, RecordType } from '../format/records.js';
import type { Path } from './references.js';
import { type Retirements, retirementFaults } from './retirements.js';
import type { TypedRecord } from './to-records.js';

/** The records that a record stands among, as far as its faults depend on them. */
export interface RecordsAround {
  place(key: string): PlaceRecord | undefined;
  /** The key of the agreement that one is under. */
  umbrellaOf(agreement: string): string | undefined;
  /** The numbers of the steps that the record of an agreement has; undefined: there is none. */
  stepsOf(agreement: string): readonly number[] | undefined;
  /** Whether there is a record of a type and key. */
  has(type: RecordType, key: string): boolean;
  readonly retirements: Retirements;
}

/** What is wrong with a record whose references hold, by field. */
export function* recordFaults({ type, record }: TypedRecord, around: RecordsAround): Generator<[Path, string]> {
  if (type === 'places') yield* placeFaults(record, around);
  if (type === 'agreements') yield* agreementFaults(record, around);
  if (type === 'agreementDetails') yield* supportFaults(record, around);
  if (type === 'missions') {
    if ((around.place(record.sentBy)?.kind ?? 'COUNTRY') !== 'COUNTRY') yield [['sentBy'], 'a mission is sent by a country'];
    for (const [index, key] of record.covers.entries()) {
      if ((around.place(key)?.kind ?? 'PROVINCE') !== 'PROVINCE') yield [['covers', index], 'a mission covers provinces'];
    }
  }
  if (type === 'retired') yield* retirementFaults(record, around.has, around.retirements);
}

function* placeFaults({ kind, key, partOf }: PlaceRecord, { place }: RecordsAround): Generator<[Path, string]> {
  if (kind === 'COUNTRY' && partOf !== undefined) yield [['partOf'], 'a country is not part of a place'];
  if (kind !== 'COUNTRY' && partOf === undefined) yield [['partOf'], 'every place but a country is part of a larger one'];
  if (isInCircle(key, (one) => place(one)?.partOf)) yield [['partOf'], 'the place is part of itself'];
}

function* agreementFaults({ key, parties }: AgreementRecord, { umbrellaOf }: RecordsAround): Generator<[Path, string]> {
  if (new Set(parties).size < parties.length) yield [['parties'], 'a place is named twice'];
  if (isInCircle(key, umbrellaOf)) yield [['umbrella'], 'the agreement is its own umbrella'];
}

function* supportFaults({ key, supports }: AgreementDetailRecord, { stepsOf }: RecordsAround): Generator<[Path, string]> {
  const steps = stepsOf(key);
  if (steps === undefined) return;
  for (const [index, { stage }] of supports.entries()) {
    if (!steps.includes(stage))
      yield [['supports', index, 'stage'], `the record of the agreement "${key}" has no step ${stage}: its steps are ${steps.join(', ')}`];
  }
}

/** Whether going on from one leads back to it. */
export function isInCircle(start: string, next: (key: string) => string | undefined): boolean {
  const seen = new Set<string>();
  for (let at = next(start); at !== undefined && !seen.has(at); at = next(at)) {
    if (at === start) return true;
    seen.add(at);
  }
  return false;
}
