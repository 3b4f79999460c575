import { levelOf } from '../../../domain/place-level.js';
import type { PlaceKind } from '../../../domain/vocabulary.js';
import type { PlaceRecord } from '../../format/records.js';
import { isCityProvince } from '../places/city-provinces.js';

/**
 * Whether a place is of one of the kinds that a row may mean; null means any. Indonesia tells kota from kabupaten
 * strictly. Abroad, sources call the same place a town or a city, a county or a district. A city that is a first-level
 * subdivision is both.
 */
export function fits(place: PlaceRecord, wanted: readonly PlaceKind[] | null, country: string): boolean {
  return wanted === null || wanted.some((kind) => isOfKind(place, kind, country));
}

/** Whether a place is a local government, as the row says, though perhaps of another kind: sources abroad are not to be held to these. */
export function isLocalToo(place: PlaceRecord, wanted: PlaceKind, country: string): boolean {
  return country !== 'id' && isLocal(place.kind) && isLocal(wanted);
}

/** Whether words for a kind, as in `Gangbuk District`, can be about a place. Null: there are none. */
export function fitsWords(place: PlaceRecord, kinds: readonly PlaceKind[] | null): boolean {
  return kinds === null || kinds.some((kind) => isExactly(place, kind));
}

const ALIKE_ABROAD: Readonly<Partial<Record<PlaceKind, PlaceKind>>> = {
  CITY: 'VILLAGE',
  VILLAGE: 'CITY',
  REGENCY: 'DISTRICT',
  DISTRICT: 'REGENCY',
};

function isOfKind(place: PlaceRecord, kind: PlaceKind, country: string): boolean {
  return isExactly(place, kind) || (country !== 'id' && ALIKE_ABROAD[kind] === place.kind);
}

function isExactly(place: PlaceRecord, kind: PlaceKind): boolean {
  if (place.kind === kind) return true;
  const isEither = (one: PlaceKind) => one === 'CITY' || one === 'PROVINCE';
  return isEither(kind) && isEither(place.kind) && isCityProvince(place);
}

function isLocal(kind: PlaceKind): boolean {
  return (levelOf(kind) ?? 2) >= 2;
}
