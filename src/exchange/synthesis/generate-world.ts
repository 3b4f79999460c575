import type { z } from 'zod';
import type { RECORD_TYPES, RecordType } from '../format/records.js';
import { agreementRecords } from './agreement-records.js';
import { Chance } from './chance.js';
import { placeRecords } from './place-records.js';
import { mustBePossible, type SynthesisOptions } from './synthesis-options.js';
import { AGREEMENT_SOURCES, worldSource } from './synthetic-sources.js';
import { worldShape } from './world-shape.js';

/** A record of Kembar's data format, as it is written, with its type. */
export type TypedRecord = { [T in RecordType]: { readonly type: T; readonly record: z.input<(typeof RECORD_TYPES)[T]> } }[RecordType];

/**
 * A world that does not exist, with the shape of the one that does: sources, then places, then agreements. It refers to
 * countries and provinces of the gazetteers and to sectors that ship with Kembar, and its own keys begin with `syn-`. The
 * same options make the same records, each time they are gone through. What is held meanwhile is what `WorldShape` says and
 * one record. Throws `BadInputError` at once for options that no world can have.
 */
export function generateWorld(options: SynthesisOptions): Iterable<TypedRecord> {
  mustBePossible(options);
  return { [Symbol.iterator]: () => records(options) };
}

function* records(options: SynthesisOptions): Generator<TypedRecord> {
  for (const record of [worldSource(options), ...AGREEMENT_SOURCES]) yield { type: 'sources', record };
  const chance = new Chance(options.seed);
  const shape = worldShape(options, chance);
  const isRegency = new Uint8Array(options.places);
  let number = 0;
  for (const record of placeRecords(shape, chance)) {
    isRegency[number] = record.kind === 'REGENCY' ? 1 : 0;
    number += 1;
    yield { type: 'places', record };
  }
  for (const record of agreementRecords(shape, isRegency, chance)) yield { type: 'agreements', record };
}
