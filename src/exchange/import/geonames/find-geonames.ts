import type { PlaceRecord } from '../../format/records.js';
import type { KnownPlaces } from '../places/known-places.js';
import { distanceKm } from './distance.js';
import type { FirstLevel } from './first-level.js';
import type { Geoname } from './geoname.js';
import type { PlaceNames } from './place-names.js';

/** The rules by which a row may be a known place, the surest first. */
export const RULES = {
  code: 'its GeoNames id',
  subdivision: 'its first-level code',
  name: 'its name, in the same first-level subdivision',
  alternate: 'another name of it, in the same first-level subdivision',
  nearby: 'its name in the country, and where it lies',
} as const;
export type Rule = keyof typeof RULES;
export const RULE_ORDER = Object.keys(RULES) as Rule[];

/** The places that a row may be. More than one: it is not said which. */
export interface Finding {
  readonly row: Geoname;
  readonly rule: Rule;
  readonly places: readonly PlaceRecord[];
}

/** A place whose subdivision is not known has to lie as near as this to a row of its name. */
export const NEARBY_KM = 25;

/** Looks a row up among the known places; null: it is none of them. */
export class GeonameFinder {
  readonly #known: KnownPlaces;
  readonly #firstLevel: FirstLevel;
  readonly #names: PlaceNames;

  constructor(known: KnownPlaces, firstLevel: FirstLevel, names: PlaceNames) {
    this.#known = known;
    this.#firstLevel = firstLevel;
    this.#names = names;
  }

  find(row: Geoname): Finding | null {
    const finding = (rule: Rule, places: readonly PlaceRecord[]): Finding => ({ row, rule, places });
    const coded = this.#known.withCode('GEONAMES', row.id);
    if (coded !== undefined) return finding('code', [coded]);
    const subdivision = this.#firstLevel.find(row.admin1);
    if (row.feature === 'ADM1') return subdivision?.same ? finding('subdivision', [subdivision.place]) : null;
    if (subdivision !== null) {
      const bearing = (names: readonly string[]) => [
        ...new Set(names.flatMap((name) => (name === '' ? [] : this.#names.inSubdivision(subdivision.place.key, name, row.feature)))),
      ];
      const named = bearing([row.name, row.asciiName]);
      if (named.length > 0) return finding('name', named);
      const alternate = bearing(row.alternateNames);
      if (alternate.length > 0) return finding('alternate', alternate);
    }
    const near = this.#names
      .inCountry(row.country.toLowerCase(), row.name, row.feature)
      .filter((place) => (distanceKm(place, row) ?? Number.POSITIVE_INFINITY) <= NEARBY_KM);
    return near.length > 0 ? finding('nearby', near) : null;
  }
}
