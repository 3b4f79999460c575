import { createRequire } from 'node:module';
import type { z } from 'zod';
import { type PlaceRecord, RECORD_TYPES, type SourceRecord } from '../format/records.js';

const require = createRequire(import.meta.url);

/** The installed version of a gazetteer package: part of the data set's fingerprint and of its source. */
export function packageVersion(name: string): string {
  return (require(`${name}/package.json`) as { version: string }).version;
}

/** A place of a gazetteer, held to the same format as a record that a person writes. */
export function gazetteerPlace(record: z.input<typeof RECORD_TYPES.places>): PlaceRecord {
  return RECORD_TYPES.places.parse(record);
}

export function gazetteerSource(record: Omit<z.input<typeof RECORD_TYPES.sources>, 'kind'>): SourceRecord {
  return RECORD_TYPES.sources.parse({ ...record, kind: 'DATASET' });
}
