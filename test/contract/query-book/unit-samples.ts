import { COMPOSITIONS, type NodeLabel } from '../../../src/domain/ontology.js';
import { RECORD_TYPE_OF } from '../../../src/exchange/dataset/to-records.js';
import type { KnownIds, Sample } from './samples.js';

/** Addresses of sources that ship, and one that does not. */
const SOURCES = [
  'https://www.beritajakarta.id/en/read/29691/21-state-capitals-working-with-sister-city-with-jakarta',
  'https://example.org/nowhere',
];
const THINGS = Object.keys(RECORD_TYPE_OF) as NodeLabel[];

/** Ways to read what data sets brought. */
export function unitSamples(ids: KnownIds): Readonly<Record<string, readonly Sample[]>> {
  return {
    'unit/things': THINGS.flatMap((label) => [
      { parameters: { dataset: null, after: '', limit: 50 }, slots: { label } },
      { parameters: { dataset: 'shipped', after: ids[label][0] ?? '', limit: 7 }, slots: { label } },
      { parameters: { dataset: 'another', after: '', limit: 7 }, slots: { label } },
    ]),
    'unit/things-by-ids': THINGS.map((label) => ({ parameters: { ids: ids[label] }, slots: { label } })),
    'unit/parts': COMPOSITIONS.map(({ whole, type, part }) => ({ parameters: { ids: ids[whole] }, slots: { whole, type, part } })),
    'unit/said': THINGS.map((label) => ({ parameters: { ids: ids[label] }, slots: { label } })),
    'unit/agreements-joining': [
      { parameters: { pairs: ids.Place.slice(0, 40).flatMap((a) => ids.Place.slice(0, 40).map((b) => ({ a, b }))) } },
      { parameters: { pairs: [] } },
    ],
    'unit/sources-at': [{ parameters: { addresses: SOURCES } }],
    'unit/said-of': [{ parameters: { ids: ids.Tenure }, slots: { label: 'Tenure', type: 'SERVED', from: 'Official' } }],
  };
}
