import { foldName } from '../../../domain/names.js';
import type { PlaceRecord } from '../../format/records.js';
import { CITY_STATES, cityNames, isCityProvince } from './city-provinces.js';
import type { KnownPlaces } from './known-places.js';
import type { Subdivision, Subdivisions } from './subdivisions.js';
import type { WorldPlace } from './world-rows.js';

/** The rules by which a place of the table is found among the known ones, in the order in which they are tried. */
export const RULES = {
  code: 'a GeoNames or Wikidata code',
  subdivision: 'the first-level subdivision that it is',
  indonesian: 'its name, among the cities and regencies of an Indonesian province',
  cityProvince: 'its name, as a city that is a first-level subdivision',
  cityState: 'its name, as a country that is a city',
  name: 'its name, in the same subdivision',
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

/** Rows whose kind is not what the table says: counties that were taken for the state of their name. */
const NOT_A_SUBDIVISION = new Set(['a:US.UT']);

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

    const coded = this.#byCode(world);
    if (coded.length > 0) {
      const doubt = coded.length > 1 ? `its codes are those of ${coded.map(({ key }) => key).join(' and ')}; the first is taken` : null;
      return found('code', coded[0] as PlaceRecord, doubt);
    }
    if (subdivision?.same && this.#isSubdivision(world, subdivision.place)) return found('subdivision', subdivision.place);
    if (country.key === 'id' && within !== country) {
      const local = this.#indonesian(world, within);
      if (local !== null) return found('indonesian', local.place, local.doubt);
    }
    const cityProvince = this.#cityProvinces.get(world);
    if (cityProvince !== undefined) return found('cityProvince', cityProvince);
    if (CITY_STATES.has(world.iso2) && bears(country, world.name)) return found('cityState', country);
    const named = world.kind === 'admin1' ? [] : this.#known.named(within.key, world.name).filter(({ kind }) => kind !== 'PROVINCE');
    if (named.length === 1 && named[0] !== undefined) return found('name', named[0]);
    return { world, place: null, rule: null, within, doubt: null };
  }

  #byCode({ geonameid, qid }: WorldPlace): PlaceRecord[] {
    const found = [
      geonameid === null ? undefined : this.#known.withCode('GEONAMES', geonameid),
      ...qid.map((item) => this.#known.withCode('WIKIDATA', item)),
    ];
    return [...new Set(found.filter((place) => place !== undefined))];
  }

  #subdivisionOf({ admin1_code: code, admin1_name: name }: WorldPlace): Subdivision | null {
    return code === null ? null : this.#subdivisions.find(code, name);
  }

  /** Whether a place is the subdivision that it is put into, rather than a place inside it. */
  #isSubdivision(world: WorldPlace, subdivision: PlaceRecord): boolean {
    if (NOT_A_SUBDIVISION.has(world.id)) return false;
    if (world.kind === 'admin1') return true;
    if (world.kind === 'place' || isCityProvince(isoOf(subdivision))) return false;
    const [name, of] = [withoutKind(world.name), withoutKind(world.admin1_name)];
    return name !== null && (name === (of ?? foldName(world.admin1_name)) || bears(subdivision, name));
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

  /** A name may be that of several places of a country: the one inside the subdivision is the city, or else the largest. */
  #findCityProvinces(places: readonly WorldPlace[]): Map<WorldPlace, PlaceRecord> {
    const cities = new Map<string, PlaceRecord>();
    for (const place of this.#known.all) {
      const iso = isoOf(place);
      if (place.kind !== 'PROVINCE' || !isCityProvince(iso)) continue;
      const names = [place.name, place.names?.id, place.names?.en, ...place.otherNames.map(({ text }) => text), ...cityNames(iso)];
      for (const name of names) if (name !== undefined) cities.set(`${place.partOf} ${cityName(name)}`, place);
    }
    const candidates = new Map<PlaceRecord, WorldPlace[]>();
    for (const world of places) {
      const city = world.kind === 'place' ? cities.get(`${world.iso2.toLowerCase()} ${cityName(world.name)}`) : undefined;
      if (city !== undefined) candidates.set(city, [...(candidates.get(city) ?? []), world]);
    }
    const chosen = new Map<WorldPlace, PlaceRecord>();
    for (const [city, bearers] of candidates) {
      const inside = bearers.filter((world) => this.#subdivisionOf(world)?.place === city);
      const [first] = (inside.length > 0 ? inside : bearers).sort(
        (a, b) => (b.population ?? 0) - (a.population ?? 0) || (a.id < b.id ? -1 : 1),
      );
      if (first !== undefined) chosen.set(first, city);
    }
    return chosen;
  }
}

function isoOf({ codes }: PlaceRecord): string {
  return codes.find(({ scheme }) => scheme === 'ISO_3166_2')?.value ?? '';
}

function bears({ name, names, otherNames }: PlaceRecord, wanted: string): boolean {
  const folded = foldName(wanted);
  return [name, names?.id, names?.en, ...otherNames.map(({ text }) => text)].some((one) => one !== undefined && foldName(one) === folded);
}

/** The name of a city as its subdivision may have it: without the word city. */
function cityName(name: string): string {
  return foldName(name).replace(/ city$/, '');
}

/** The name of an area without the words for its kind; null when it has none that a first-level subdivision has. */
function withoutKind(name: string): string | null {
  const folded = foldName(name);
  if (/\bmunicipality\b/.test(folded)) return null;
  const bare = folded
    .replace(/^canton of /, '')
    .replace(/\b(?:(?:\w+ )?autonomous )?(?:region|province|prefecture|oblast|voivodeship|county|state|district)$/, '')
    .trim();
  return bare === folded && !/^canton of /.test(folded) ? null : bare;
}
