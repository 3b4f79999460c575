import type { z } from 'zod';
import { RECORD_TYPES, type SourceRecord } from '../../format/records.js';

/** A dump of GeoNames as a source; `named` says more of it, such as when it was published. Throws `ZodError`. */
export function geonamesSource(named: Partial<z.input<typeof RECORD_TYPES.sources>> = {}): SourceRecord {
  return RECORD_TYPES.sources.parse({
    key: 'geonames-dump',
    kind: 'DATASET',
    title: 'GeoNames geographical database: download files',
    publisher: 'GeoNames',
    language: 'en',
    url: 'https://download.geonames.org/export/dump/',
    licence: 'CC BY 4.0',
    ...named,
  });
}
