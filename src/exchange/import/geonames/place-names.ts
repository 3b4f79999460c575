import { foldName } from '../../../domain/names.js';
import type { PlaceKind } from '../../../domain/vocabulary.js';
import type { PlaceRecord } from '../../format/records.js';
import { cityNames, isCityProvince } from '../places/city-provinces.js';
import { isFirstLevel } from '../places/first-level.js';
import { isoOf, type KnownPlaces, namesOf } from '../places/known-places.js';
import { isPopulated } from './feature-codes.js';

/** The known places by the names that a dump may have for them. */
export class PlaceNames {
  /** By the key of the first-level subdivision that they are in or are, and a name. */
  readonly #inSubdivision = new Map<string, Set<PlaceRecord>>();
  /** Those that are in no first-level subdivision, by the key of the country and a name. */
  readonly #inCountry = new Map<string, Set<PlaceRecord>>();

  constructor(known: KnownPlaces) {
    for (const place of known.all) {
      const first = [...known.below(place)].at(-1);
      if (first?.partOf === undefined) continue;
      const [within, index] = isFirstLevel(first) ? [first.key, this.#inSubdivision] : [first.partOf, this.#inCountry];
      for (const name of new Set(writtenNames(place).map(letters))) {
        const at = `${within} ${name}`;
        index.set(at, (index.get(at) ?? new Set()).add(place));
      }
    }
  }

  /** Places in a first-level subdivision, or that subdivision, that bear a name and may be what a feature code says. */
  inSubdivision(key: string, name: string, feature: string): PlaceRecord[] {
    return [...(this.#inSubdivision.get(`${key} ${letters(name)}`) ?? [])].filter((place) => mayBe(place, feature));
  }

  /** Places in no known subdivision of a country. */
  inCountry(key: string, name: string, feature: string): PlaceRecord[] {
    return [...(this.#inCountry.get(`${key} ${letters(name)}`) ?? [])].filter((place) => mayBe(place, feature));
  }
}

/** A name as spellings of it agree on: no case, marks, spaces, hyphens. */
function letters(name: string): string {
  return foldName(name).replace(/[^\p{L}\p{N}]+/gu, '');
}

function writtenNames(place: PlaceRecord): string[] {
  const names = namesOf(place);
  if (isCityProvince(place)) return [...names, ...cityNames(isoOf(place))];
  // GeoNames has both Bandung and Kota Bandung.
  return place.key.startsWith('id-') ? names.flatMap((name) => [name, name.replace(/^(?:kota|kabupaten)(?: administrasi)? /i, '')]) : names;
}

const POPULATED_KINDS: readonly PlaceKind[] = ['CITY', 'VILLAGE', 'DISTRICT'];
const SECOND_LEVEL_KINDS: readonly PlaceKind[] = ['REGENCY', 'CITY', 'REGION'];
const SMALLER_KINDS: readonly PlaceKind[] = ['CITY', 'DISTRICT', 'VILLAGE'];

/**
 * Whether a place can be what a feature code says. The seat of a kabupaten is not the kabupaten; a city may be a populated
 * place, an area, or both. First-level subdivisions are found by their code.
 */
function mayBe(place: PlaceRecord, feature: string): boolean {
  if (place.kind === 'PROVINCE') return isPopulated(feature) && isCityProvince(place);
  if (isPopulated(feature)) return POPULATED_KINDS.includes(place.kind) && (feature === 'PPLX') === (place.kind === 'DISTRICT');
  if (feature === 'ADM2') return SECOND_LEVEL_KINDS.includes(place.kind);
  return feature !== 'ADM1' && SMALLER_KINDS.includes(place.kind);
}
