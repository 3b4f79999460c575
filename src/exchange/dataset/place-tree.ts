import { slugOf } from '../../domain/names.js';
import { idOf } from '../../domain/ontology.js';
import type { PlaceDetailRecord, PlaceRecord } from '../format/records.js';

/** All places that records may refer to: what follows for one of them from the others. */
export class PlaceTree {
  readonly #byKey: ReadonlyMap<string, PlaceRecord>;
  readonly #slugs: ReadonlyMap<string, string>;

  constructor(places: Iterable<PlaceRecord>, { readableSlugs }: { readonly readableSlugs: boolean }) {
    this.#byKey = new Map([...places].map((place) => [place.key, place]));
    this.#slugs = readableSlugs ? slugsOf([...this.#byKey.values()]) : new Map();
  }

  get(key: string): PlaceRecord | undefined {
    return this.#byKey.get(key);
  }

  /** The address of a place: a readable one where that is wished and no other place would share it, else its key. */
  slugOf(place: PlaceRecord): string {
    return this.#slugs.get(place.key) ?? place.slug ?? place.key;
  }

  /**
   * The country and the province that a place is in, or is, as properties: they follow from PART_OF, and nearly every
   * question asks for them.
   */
  whereabouts(place: PlaceRecord): { country: string | null; province: string | null } {
    return { country: this.#enclosing(place, 'COUNTRY'), province: this.#enclosing(place, 'PROVINCE') };
  }

  /** How many places contain a place. */
  depth(place: PlaceRecord): number {
    let depth = 0;
    for (let at = this.#above(place); at !== undefined; at = this.#above(at)) depth += 1;
    return depth;
  }

  #above({ partOf }: PlaceRecord): PlaceRecord | undefined {
    return partOf === undefined ? undefined : this.#byKey.get(partOf);
  }

  #enclosing(place: PlaceRecord, kind: PlaceRecord['kind']): string | null {
    for (let at: PlaceRecord | undefined = place; at !== undefined; at = this.#above(at)) {
      if (at.kind === kind) return idOf('Place', at.key);
    }
    return null;
  }
}

function slugsOf(places: readonly PlaceRecord[]): Map<string, string> {
  const wanted = places.map((place) => {
    const country = place.key.split('-')[0] ?? place.key;
    return place.slug ?? (place.kind === 'COUNTRY' ? slugOf(place.name) : `${slugOf(place.name)}-${country}`);
  });
  // A key may become a slug, so it counts as used, but not by its own place.
  const uses = new Map(places.map((place) => [place.key, 1]));
  wanted.forEach((slug, index) => {
    if (slug !== places[index]?.key) uses.set(slug, (uses.get(slug) ?? 0) + 1);
  });
  return new Map(places.map((place, index) => [place.key, uses.get(wanted[index] ?? '') === 1 ? (wanted[index] ?? place.key) : place.key]));
}

/** Places with what the details of the same data set add to them. */
export function completePlaces({
  places,
  placeDetails,
}: {
  readonly places: readonly PlaceRecord[];
  readonly placeDetails: readonly PlaceDetailRecord[];
}): PlaceRecord[] {
  const complete = new Map(places.map((place) => [place.key, place]));
  for (const detail of placeDetails) {
    const place = complete.get(detail.key);
    if (place === undefined) continue;
    complete.set(detail.key, extended(place, detail));
  }
  return [...complete.values()];
}

/** A place, or what is added to one, with what a detail adds: single values in place of those before, and more in lists. */
export function extended<T extends PlaceRecord | PlaceDetailRecord>(before: T, detail: PlaceDetailRecord): T {
  return {
    ...before,
    ...(detail.designation === undefined ? {} : { designation: detail.designation }),
    ...(detail.name === undefined ? {} : { name: detail.name }),
    ...(detail.location === undefined ? {} : { location: detail.location }),
    ...(detail.population === undefined ? {} : { population: detail.population }),
    ...(detail.note === undefined ? {} : { note: detail.note }),
    ...(detail.names === undefined ? {} : { names: { ...before.names, ...detail.names } }),
    codes: [...before.codes, ...detail.codes.filter((code) => !before.codes.some((one) => isSameCode(one, code)))],
    otherNames: [...before.otherNames, ...detail.otherNames],
    cites: [...before.cites, ...detail.cites],
  };
}

type Code = PlaceRecord['codes'][number];

function isSameCode(one: Code, other: Code): boolean {
  return one.scheme === other.scheme && one.value === other.value && one.from === other.from && one.until === other.until;
}
