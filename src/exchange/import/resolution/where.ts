import { geoDistance } from 'd3-geo';
import { foldName } from '../../../domain/names.js';
import type { PlaceKind } from '../../../domain/vocabulary.js';
import type { PlaceRecord } from '../../format/records.js';
import { isFirstLevel } from '../places/first-level.js';
import { isoOf, type KnownPlaces } from '../places/known-places.js';
import { keyOf } from '../places/place-keys.js';
import type { NamedParty } from '../statement.js';
import type { CountryNames } from './country-names.js';
import { readName } from './kind-words.js';
import type { NameIndex } from './name-index.js';
import { spelling } from './spelling.js';

/** What a row says of where a party is, as far as it is known. */
export interface Where {
  /** Empty: the row names none. */
  readonly countries: readonly PlaceRecord[];
  readonly province: PlaceRecord | null;
  /** What of it is not known; null: nothing. */
  readonly unknown: 'country' | 'province' | null;
}

/** Farther from a place than this, in kilometres, a location is not in it. */
const FAR_KM = 150;
/** Nearer than this, it tells one place of a name from another. */
const NEAR_KM = 50;
const EARTH_RADIUS_KM = 6371.0088;

/** Reads where parties are, and tells which places are there. */
export class Whereabouts {
  readonly #known: KnownPlaces;
  readonly #countries: CountryNames;
  readonly #names: NameIndex;

  constructor(known: KnownPlaces, countries: CountryNames, names: NameIndex) {
    this.#known = known;
    this.#countries = countries;
    this.#names = names;
  }

  of(party: NamedParty): Where {
    const countries = party.country === null ? [] : this.#countries.called(party.country);
    if (party.country !== null && countries.length === 0) return { countries, province: null, unknown: 'country' };
    if (party.province === null) return { countries, province: null, unknown: null };
    const province = this.#province(party.province, countries);
    if (province === null) return { countries, province, unknown: 'province' };
    const around = this.#known.countryOf(province);
    return { countries: countries.length === 0 && around !== undefined ? [around] : countries, province, unknown: null };
  }

  /** Null when none is called so, or more than one. */
  #province(text: string, countries: readonly PlaceRecord[]): PlaceRecord | null {
    const coded = this.#known.withCode('ISO_3166_2', text.trim().toUpperCase());
    if (coded !== undefined) return coded;
    const keys = countries.map(({ key }) => key);
    const named = this.#names
      .same(readName(text))
      .filter(({ place, country }) => isFirstLevel(place) && (keys.length === 0 || keys.includes(country)));
    const [only, ...more] = new Set(named.map(({ place }) => place));
    if (more.length === 0) return only ?? null;
    // Washington is the state; the district is only called so too.
    const wanted = foldName(text);
    const [own, ...others] = [only, ...more].filter((place) => place !== undefined && foldName(place.name) === wanted);
    return own !== undefined && others.length === 0 ? own : null;
  }

  /** Whether a place lies, or lay, in the province; null: it is not known in which one it lies. */
  isIn(place: PlaceRecord, province: PlaceRecord): boolean | null {
    if (place.kind === 'COUNTRY') return false;
    const around = [...this.#known.below(place)];
    if (around.includes(province) || around.some(({ formerlyPartOf }) => formerlyPartOf.includes(province.key))) return true;
    return around.some(isFirstLevel) ? false : null;
  }

  /** Whether the key of a place names its province, as of one that has namesakes in others: so Suzhou in Anhui is told from the one in Jiangsu. */
  hasNamesakes(place: PlaceRecord): boolean {
    const country = this.#known.countryOf(place);
    const around = [...this.#known.below(place)].find((one) => one !== place && isFirstLevel(one));
    if (country === undefined || around === undefined) return false;
    const subdivisions = [around.name, readName(around.name).core];
    return subdivisions.some((subdivision) => keyOf(country.key, place.name, subdivision) === place.key);
  }

  /** Whether a word names the country that a place is in. */
  isCountryOf(place: PlaceRecord, word: string): boolean {
    const country = this.#known.countryOf(place);
    return country !== undefined && this.#countries.called(word).includes(country);
  }

  /** Whether a place lies in one that is called so, or bears that name itself. `OR` is Oregon, by its code in ISO 3166-2. */
  isHintedAt(place: PlaceRecord, hint: string): boolean {
    if (this.isCountryOf(place, hint)) return true;
    const letters = spelling(hint);
    const hinted = new Set(this.#names.same(readName(hint)).map((name) => name.place));
    for (const around of this.#known.below(place)) {
      if (hinted.has(around) || isoOf(around).slice(3).toLowerCase() === letters) return true;
    }
    return false;
  }
}

type Located = NamedParty['location'];

/** Kilometres between a place and where a row has it; null where either is not told, or the place is too large for a point. */
export function distanceTo({ kind, location }: PlaceRecord, point: Located): number | null {
  if (point === null || location === undefined || LARGE.includes(kind)) return null;
  const { latitude, longitude } = location;
  return EARTH_RADIUS_KM * geoDistance([longitude, latitude], [point.longitude, point.latitude]);
}

const LARGE: readonly PlaceKind[] = ['COUNTRY', 'PROVINCE'];

export function isFar(kilometres: number | null): boolean {
  return kilometres !== null && kilometres > FAR_KM;
}

export function isNear(kilometres: number | null): boolean {
  return kilometres !== null && kilometres <= NEAR_KM;
}
