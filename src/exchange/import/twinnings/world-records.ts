import type { AgreementKind } from '../../../domain/vocabulary.js';
import type { AgreementRecord, CiteRecord, PlaceRecord } from '../../format/records.js';
import { RECORD_TYPES } from '../../format/records.js';
import { isCityProvince } from './city-provinces.js';
import { kindOf } from './place-kinds.js';
import type { Resolution } from './resolve-places.js';
import type { WorldTwinning } from './world-rows.js';
import { GEONAMES, WIKIDATA, WIKIDATA_TWINNINGS, WIKIPEDIA_TWINNINGS } from './world-sources.js';

type Lists = WorldTwinning['sources'];

/** A pair of places, by keys in their order, with the lists that have it. */
export interface Pair {
  readonly a: PlaceRecord;
  readonly b: PlaceRecord;
  readonly lists: Lists;
}

/** A place that is new to the graph. Its slug is its key: a more readable one could be claimed by data that comes later. */
export function placeRecord({ world, within }: Resolution, key: string, lists: Lists): PlaceRecord {
  const { geonameid, qid, lat, lng, population } = world;
  const cites: object[] = [
    ...(geonameid === null ? [] : [{ source: GEONAMES, at: geonameid }]),
    ...qid.map((item) => ({ source: WIKIDATA, at: item })),
  ];
  if (cites.length === 0) cites.push(...sourcesOf(lists).map(({ source }) => ({ source, at: world.name.slice(0, 80) })));
  if (world.admin1_method.includes('nearest')) {
    cites.push({
      source: GEONAMES,
      field: 'partOf',
      basis: 'INFERRED',
      confidence: 'LOW',
      note: 'No gazetteer says where it lies; this is the subdivision of the nearest place that one has.',
    });
  }
  return RECORD_TYPES.places.parse({
    key,
    slug: key,
    ...kindOf(world),
    name: world.name,
    partOf: within.key,
    codes: [
      ...(geonameid === null ? [] : [{ scheme: 'GEONAMES', value: geonameid }]),
      ...qid.map((item) => ({ scheme: 'WIKIDATA', value: item })),
    ],
    ...(lat === null || lng === null ? {} : { location: { latitude: lat, longitude: lng } }),
    ...(population === null ? {} : { population }),
    cites,
  });
}

/** An agreement for a pair that none joins yet. */
export function agreementRecord(pair: Pair, countryOf: (place: PlaceRecord) => string | undefined): AgreementRecord {
  const { a, b, lists } = pair;
  const [first] = sourcesOf(lists);
  return RECORD_TYPES.agreements.parse({
    key: `${a.key}.${b.key}`,
    kind: agreementKind(pair, countryOf),
    parties: [a.key, b.key],
    stages: [
      {
        stage: 'SIGNED',
        cites: sourcesOf(lists).map((source) => ({
          ...source,
          basis: 'INFERRED',
          note: 'The list says that the two are twinned, which takes an agreement; it does not say when it was made or what document it is.',
        })),
      },
    ],
    cites: [
      ...twinningCites(lists),
      { ...first, field: 'kind', basis: 'INFERRED', note: 'Follows from what the two parties are; the list names no kind.' },
    ],
  });
}

/** What the lists say of an agreement: that its parties are twinned. */
export function twinningCites(lists: Lists): CiteRecord[] {
  return sourcesOf(lists).map((source) => ({ ...source, basis: 'STATED', preferred: true }));
}

/** The lists that have a pair, the one that is more to be relied on first. */
function sourcesOf(lists: Lists): { source: string; confidence: 'LOW' | 'MEDIUM' }[] {
  return [
    ...(lists.includes('W') ? [{ source: WIKIPEDIA_TWINNINGS.key, confidence: 'MEDIUM' as const }] : []),
    ...(lists.includes('D') ? [{ source: WIKIDATA_TWINNINGS.key, confidence: 'LOW' as const }] : []),
  ];
}

function agreementKind({ a, b }: Pair, countryOf: (place: PlaceRecord) => string | undefined): AgreementKind {
  if (countryOf(a) === countryOf(b)) return 'DOMESTIC';
  return isProvince(a) && isProvince(b) ? 'SISTER_PROVINCE' : 'SISTER_CITY';
}

/** First-level, and not a city that has that rank. */
function isProvince({ kind, codes }: PlaceRecord): boolean {
  return kind === 'PROVINCE' && !codes.some(({ scheme, value }) => scheme === 'ISO_3166_2' && isCityProvince(value));
}
