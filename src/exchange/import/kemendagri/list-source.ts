import type { z } from 'zod';
import { RECORD_TYPES, type SourceRecord } from '../../format/records.js';

type SourceInput = z.input<typeof RECORD_TYPES.sources>;

/** A list of codes as a source: title and publisher, such as those of a decree, and its licence where one is stated. Throws `ZodError`. */
export function listSource(named: Partial<SourceInput> & Pick<SourceInput, 'title' | 'publisher'>): SourceRecord {
  return RECORD_TYPES.sources.parse({ key: 'kemendagri-list', kind: 'GOVERNMENT', language: 'id', ...named });
}

/** A list as the npm package idn-area-data has it. */
export const IDN_AREA_DATA: SourceRecord = listSource({
  key: 'idn-area-data-list',
  kind: 'DATASET',
  title: 'idn-area-data: administrative areas of Indonesia with Kemendagri codes',
  publisher: 'idn-area-data on npm',
  url: 'https://github.com/fityannugroho/idn-area-data',
  licence: 'ODbL-1.0',
});
