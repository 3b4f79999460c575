import { group } from 'd3-array';
import { foldName } from '../../../domain/names.js';
import type { PlaceRecord } from '../../format/records.js';
import { cityNames, isCityProvince, isListedCity } from '../places/city-provinces.js';
import { isFirstLevel } from '../places/first-level.js';
import { isoOf, type KnownPlaces, namesOf } from '../places/known-places.js';
import type { Subdivision, Subdivisions } from '../subdivisions/subdivisions.js';
import { PLACES_BY_HAND } from './places-by-hand.js';
import type { WorldPlace } from './world-rows.js';

/** The rules by which a place of the table is found among the known ones, in the order in which they are tried. */
export const RULES = {
  hand: 'having been looked up by hand',
  code: 'a GeoNames or Wikidata code',
  subdivision: 'the first-level subdivision that it is',
  indonesian: 'its name, among the cities and regencies of an Indonesian province',
  cityProvince: 'its name, as a city that is a first-level subdivision',
  name: 'its name, in the same subdivision',
  retired: 'an id that is retired, for the place that took its place',
} as const;
export type Rule = keyof typeof RULES;

export interface Resolution {
  readonly world: WorldPlace;
  /** The known place that it is; null: it is new. */
  readonly place: PlaceRecord | null;
  readonly rule: Rule | null;
  /** The known place that a new one is part of, and that a known one was looked for in. */
  readonly within: PlaceRecord;
  /** What a person should look at. */
  readonly doubt: string | null;
}

/** Finds the places of the world table among those that the graph has already. */
export class PlaceResolver {
  readonly #known: KnownPlaces;
  readonly #subdivisions: Subdivisions;
  /** Of the places of the table that bear the name of a city-province: the one that it is. */
  readonly #cityProvinces: ReadonlyMap<WorldPlace, PlaceRecord>;

  constructor(known: KnownPlaces, subdivisions: Subdivisions, places: readonly WorldPlace[]) {
    this.#known = known;
    this.#subdivisions = subdivisions;
    this.#cityProvinces = this.#findCityProvinces(places);
  }

  /** Null when not even the country is known. */
  resolve(world: WorldPlace): Resolution | null {
    const country = this.#known.get(world.iso2.toLowerCase());
    if (country === undefined) return null;
    const subdivision = this.#subdivisionOf(world);
    const within = subdivision?.place ?? country;
    const found = (rule: Rule, place: PlaceRecord, doubt: string | null = null): Resolution => ({ world, place, rule, within, doubt });

    const byHand = this.#known.get(PLACES_BY_HAND[world.id] ?? '');
    if (byHand !== undefined) return found('hand', byHand);
    const coded = this.#byCode(world);
    if (coded.length > 0) {
      const doubt = coded.length > 1 ? `its codes are those of ${coded.map(({ key }) => key).join(' and ')}; the first is taken` : null;
      return found('code', coded[0] as PlaceRecord, doubt);
    }
    if (subdivision?.same && isSubdivision(world, subdivision.place)) {
      const doubt =
        /\bcounty$/i.test(world.name) && world.iso2 === 'US' ? `taken for ${subdivision.place.name}, though it is named as a county` : null;
      return found('subdivision', subdivision.place, doubt);
    }
    if (within.partOf === 'id') {
      const local = this.#indonesian(world, within);
      if (local !== null) return found('indonesian', local.place, local.doubt);
    }
    const cityProvince = this.#cityProvinces.get(world);
    if (cityProvince !== undefined) return found('cityProvince', cityProvince);
    const named = world.kind === 'admin1' ? [] : this.#known.named(within.key, world.name).filter((place) => !isFirstLevel(place));
    if (named.length === 1 && named[0] !== undefined) return found('name', named[0]);
    // A first-level subdivision lies in no other.
    const isSubdivisionItself = world.kind === 'admin1' && PLACES_BY_HAND[world.id] !== null;
    return { world, place: null, rule: null, within: isSubdivisionItself ? country : within, doubt: null };
  }

  #byCode({ geonameid, qid }: WorldPlace): PlaceRecord[] {
    const found = [
      geonameid === null ? undefined : this.#known.withCode('GEONAMES', geonameid),
      ...qid.map((item) => this.#known.withCode('WIKIDATA', item)),
    ];
    return [...new Set(found.filter((place) => place !== undefined))];
  }

  /** Some territories have a code of their own and are a subdivision of another country too; they are the former here. */
  #subdivisionOf({ admin1_code: code, admin1_name: name, iso2 }: WorldPlace): Subdivision | null {
    const found = code === null ? null : this.#subdivisions.find(code, name);
    return found !== null && this.#known.countryOf(found.place)?.key === iso2.toLowerCase() ? found : null;
  }

  /**
   * Lists of twin towns name the city where a city and a regency share a name, so a populated place is the kota. An area
   * is the kabupaten.
   */
  #indonesian(world: WorldPlace, province: PlaceRecord): { place: PlaceRecord; doubt: string | null } | null {
    if (world.kind === 'admin1') return null;
    const [kota] = this.#known.named(province.key, `Kota ${world.name}`, ['CITY']);
    const [kabupaten] = this.#known.named(province.key, `Kabupaten ${world.name}`, ['REGENCY']);
    if (world.kind === 'area') return kabupaten === undefined ? null : { place: kabupaten, doubt: null };
    const place = kota ?? kabupaten;
    if (place === undefined) return null;
    const doubt = kota !== undefined && kabupaten !== undefined ? `${kota.name} is taken, though there is ${kabupaten.name} as well` : null;
    return { place, doubt };
  }

  /**
   * The populated places that are city-provinces: those that bear the name of the one that they lie in. Where GeoNames
   * puts a city elsewhere, as Debrecen into the county around it, it is the largest place of the name in the country.
   */
  #findCityProvinces(places: readonly WorldPlace[]): Map<WorldPlace, PlaceRecord> {
    const cityOf = this.#cityProvincesByName();
    const chosen = new Map<WorldPlace, PlaceRecord>();
    const elsewhere: { world: WorldPlace; city: PlaceRecord }[] = [];
    for (const world of places.filter(({ kind }) => kind === 'place')) {
      const subdivision = this.#subdivisionOf(world);
      const named = cityOf.get(`${world.iso2.toLowerCase()} ${cityName(world.name)}`);
      const inside = subdivision?.same && isCityProvince(subdivision.place) ? subdivision.place : null;
      const city = inside !== null && letters(world.name) === letters(withoutMunicipality(world.admin1_name)) ? inside : named;
      if (city === undefined) continue;
      if (city === inside) chosen.set(world, city);
      else elsewhere.push({ world, city });
    }
    const taken = new Set(chosen.values());
    for (const [city, bearers] of group(elsewhere, ({ city }) => city)) {
      const [largest] = bearers.map(({ world }) => world).sort(byPopulation);
      if (largest !== undefined && !taken.has(city)) chosen.set(largest, city);
    }
    return chosen;
  }

  #cityProvincesByName(): Map<string, PlaceRecord> {
    const byName = new Map<string, PlaceRecord>();
    const cities = this.#known.all.filter(isCityProvince);
    // A city comes last, so that it has the name where a municipality bears it too.
    for (const place of cities.toSorted((a, b) => Number(isListedCity(isoOf(a))) - Number(isListedCity(isoOf(b))))) {
      for (const name of [...namesOf(place), ...cityNames(isoOf(place))]) byName.set(`${place.partOf} ${cityName(name)}`, place);
    }
    return byName;
  }
}

/** Whether a place is the subdivision that the table puts it into, rather than a place inside it. */
function isSubdivision(world: WorldPlace, subdivision: PlaceRecord): boolean {
  if (PLACES_BY_HAND[world.id] === null || world.kind === 'place') return false;
  if (world.kind === 'admin1') return true;
  // The area around a city often bears its name and is not the city.
  if (isCityProvince(subdivision)) return false;
  const name = withoutKind(world.name);
  return name !== null && (name === (withoutKind(world.admin1_name) ?? foldName(world.admin1_name)) || bears(subdivision, name));
}

function bears(place: PlaceRecord, wanted: string): boolean {
  return namesOf(place).some((name) => foldName(name) === foldName(wanted));
}

function byPopulation(a: WorldPlace, b: WorldPlace): number {
  return (b.population ?? 0) - (a.population ?? 0) || (a.id < b.id ? -1 : 1);
}

/** A name as spellings of it agree on: no case, marks, hyphens. */
function letters(name: string): string {
  return foldName(name).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The name of a city as its subdivision may have it: without the word city. */
function cityName(name: string): string {
  return letters(foldName(name).replace(/ city$/, ''));
}

function withoutMunicipality(name: string): string {
  return name.replace(/^(?:urban )?municipality of /i, '').replace(/ municipality$/i, '');
}

/** The name of an area without the words for its kind; null when it has none that a first-level subdivision has. */
function withoutKind(name: string): string | null {
  const folded = foldName(name);
  if (/\bmunicipality\b/.test(folded)) return null;
  const bare = folded
    .replace(/^canton of /, '')
    .replace(/\b(?:(?:\w+ )?autonomous )?(?:region|province|prefecture|oblast|voivodeship|county|state|district)$/, '')
    .trim();
  return bare === folded ? null : bare;
}
