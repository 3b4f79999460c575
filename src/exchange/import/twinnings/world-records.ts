import type { PlaceKind } from '../../../domain/vocabulary.js';
import { type AgreementDetailRecord, type AgreementRecord, type CiteRecord, type PlaceRecord, RECORD_TYPES } from '../../format/records.js';
import { agreementKey } from '../merging/agreement-key.js';
import { agreementKind, KIND_NOTE } from '../merging/agreement-kind.js';
import type { Pair } from './pairs.js';
import type { Lists, WorldPlace } from './world-rows.js';
import { GEONAMES, WIKIDATA, WIKIDATA_TWINNINGS, WIKIPEDIA_TWINNINGS } from './world-sources.js';

export interface NewPlace {
  readonly key: string;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly designation?: string;
  readonly within: PlaceRecord;
  /** Whether `within` is only where the nearest known place lies. */
  readonly guessed: boolean;
  /** The lists that name it. */
  readonly lists: Lists;
}

/** A place that is new to the graph. Its slug is its key: a more readable one could be claimed by data that comes later. */
export function placeRecord(world: WorldPlace, { key, name, kind, designation, within, guessed, lists }: NewPlace): PlaceRecord {
  const { lat, lng, population } = world;
  const codes = codesOf(world);
  return RECORD_TYPES.places.parse({
    key,
    slug: key,
    kind,
    designation,
    name,
    partOf: within.key,
    codes,
    location: lat === null || lng === null ? undefined : { latitude: lat, longitude: lng },
    population: population ?? undefined,
    cites: [
      ...(codes.length > 0 ? citesOfCodes(codes) : sourcesOf(lists)),
      ...(guessed ? [{ source: GEONAMES, field: 'partOf', basis: 'INFERRED', confidence: 'LOW', note: GUESSED_NOTE }] : []),
    ],
  });
}

interface WorldCode {
  readonly scheme: 'GEONAMES' | 'WIKIDATA';
  readonly value: string;
}

/** The codes that the table has for a place. */
export function codesOf({ geonameid, qid }: WorldPlace): WorldCode[] {
  return [
    ...(geonameid === null ? [] : [{ scheme: 'GEONAMES' as const, value: geonameid }]),
    ...qid.map((item) => ({ scheme: 'WIKIDATA' as const, value: item })),
  ];
}

/** Where codes are to be looked up. */
export function citesOfCodes(codes: readonly WorldCode[]): Pick<CiteRecord, 'source' | 'at'>[] {
  return codes.map(({ scheme, value }) => ({ source: scheme === 'GEONAMES' ? GEONAMES : WIKIDATA, at: value }));
}

const GUESSED_NOTE = 'No source at hand says where it lies; this is where the nearest place that GeoNames has lies.';
const SIGNED_NOTE = 'The list says that they are twinned, which takes an agreement; not when it was made, nor what document it is.';

/** An agreement for a pair that none joins yet. */
export function agreementRecord(pair: Pair, countryOf: (place: PlaceRecord) => PlaceRecord | undefined): AgreementRecord {
  const { a, b, lists } = pair;
  const sources = sourcesOf(lists);
  return RECORD_TYPES.agreements.parse({
    key: agreementKey([a.key, b.key]),
    kind: agreementKind([a, b], countryOf(a) === countryOf(b)),
    parties: [a.key, b.key],
    stages: [{ stage: 'SIGNED', cites: sources.map((source) => ({ ...source, basis: 'INFERRED', note: SIGNED_NOTE })) }],
    cites: [...twinningCites(lists), { ...sources[0], field: 'kind', basis: 'INFERRED', note: KIND_NOTE }],
  });
}

/** What lists add to an agreement that is there already. */
export function agreementDetail(key: string, lists: Lists): AgreementDetailRecord {
  return RECORD_TYPES.agreementDetails.parse({ key, cites: twinningCites(lists) });
}

/** What the lists say of an agreement: that its parties are twinned. */
function twinningCites(lists: Lists): CiteRecord[] {
  return sourcesOf(lists).map((source) => ({ ...source, basis: 'STATED', preferred: true }));
}

/** The lists that have a pair or place, the one that is more to be relied on first. */
export function sourcesOf(lists: Lists): { source: string; confidence: 'LOW' | 'MEDIUM' }[] {
  return [
    ...(lists.includes('W') ? [{ source: WIKIPEDIA_TWINNINGS.key, confidence: 'MEDIUM' as const }] : []),
    ...(lists.includes('D') ? [{ source: WIKIDATA_TWINNINGS.key, confidence: 'LOW' as const }] : []),
  ];
}
