import type { z } from 'zod';
import { completePlaces } from '../../../../src/exchange/dataset/place-tree.js';
import { type PlaceRecord, RECORD_TYPES } from '../../../../src/exchange/format/records.js';
import { KnownPlaces } from '../../../../src/exchange/import/places/known-places.js';
import type { Outcome } from '../../../../src/exchange/import/resolution/outcome.js';
import type { NamedParty } from '../../../../src/exchange/import/statement.js';
import { shippedData } from '../twinnings/tables.js';

type PlaceInput = z.input<typeof RECORD_TYPES.places>;

/** A place of a small directory: its kind where it is no city, and what more there is to say of it. */
export type PlaceRow = readonly [key: string, name: string, partOf?: string, more?: Partial<PlaceInput>];

const COUNTRIES: readonly PlaceRow[] = (
  [
    ['ID', 'Indonesia'],
    ['DE', 'Germany'],
    ['JP', 'Japan'],
    ['US', 'United States'],
    ['AS', 'American Samoa'],
  ] as const
).map(([code, name]) => [code.toLowerCase(), name, undefined, { kind: 'COUNTRY', codes: [{ scheme: 'ISO_3166_1', value: code }] }]);

/** A first-level subdivision, by its code in ISO 3166-2. */
export function province(code: string, name: string): PlaceRow {
  const [country = ''] = code.toLowerCase().split('-');
  return [code.toLowerCase(), name, country, { kind: 'PROVINCE', codes: [{ scheme: 'ISO_3166_2', value: code }] }];
}

/** Places that are known, with five countries. */
export function directory(rows: readonly PlaceRow[]): KnownPlaces {
  return new KnownPlaces([...COUNTRIES, ...rows].map(place));
}

function place([key, name, partOf, more]: PlaceRow): PlaceRecord {
  return RECORD_TYPES.places.parse({ kind: 'CITY', key, name, partOf, cites: [{ source: 'list' }], ...more });
}

/** The places that ship. */
export async function shippedPlaces(): Promise<KnownPlaces> {
  return new KnownPlaces(completePlaces((await shippedData()).data));
}

/** A party that is named so, with nothing else said of it. */
export function party(name: string, said: Partial<NamedParty> = {}): NamedParty {
  return { name, country: null, province: null, level: null, usualLevel: null, codes: [], location: null, ...said };
}

/** An outcome in a line: what was found by which rule, or which places are asked about. */
export function shown(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'FOUND':
      return `${outcome.rule} ${outcome.place.key}`;
    case 'AMBIGUOUS':
      return `? ${outcome.candidates.map(({ place: { key } }) => key).join(' ')}`;
    case 'UNKNOWN':
      return outcome.frame === null ? 'unknown' : `unknown: a ${outcome.frame.kind} in ${outcome.frame.within.key}`;
    case 'RETIRED':
      return 'retired';
    case 'DECIDED_NEW':
      return `new: a ${outcome.frame.kind} in ${outcome.frame.within.key}`;
    case 'LEFT_OUT':
      return 'left out';
  }
}
