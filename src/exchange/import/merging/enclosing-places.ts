import type { PlaceRecord } from '../../format/records.js';

/** Which places enclose which. */
export class EnclosingPlaces {
  readonly #byKey: ReadonlyMap<string, PlaceRecord>;

  constructor(places: Iterable<PlaceRecord>) {
    this.#byKey = new Map([...places].map((place) => [place.key, place]));
  }

  /** Whether places are all of one country that is known. */
  areOfOneCountry(places: readonly PlaceRecord[]): boolean {
    const countries = places.map((place) => this.#upFrom(place).at(-1));
    return countries.every((country) => country?.kind === 'COUNTRY' && country.key === countries[0]?.key);
  }

  /** The pairs of two places and those that enclose them, below their countries, but for the pair of the two themselves. */
  pairsAround(a: PlaceRecord, b: PlaceRecord): [string, string][] {
    const below = (place: PlaceRecord) => this.#upFrom(place).filter(({ key, kind }) => key === place.key || kind !== 'COUNTRY');
    return below(a)
      .flatMap((x) => below(b).map((y): [string, string] => [x.key, y.key]))
      .filter(([x, y]) => x !== y && !(x === a.key && y === b.key));
  }

  #upFrom(place: PlaceRecord): PlaceRecord[] {
    const up = [place];
    for (let at = place; at.partOf !== undefined; ) {
      const next = this.#byKey.get(at.partOf);
      if (next === undefined || up.includes(next)) break;
      up.push(next);
      at = next;
    }
    return up;
  }
}
