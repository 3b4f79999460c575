import { foldName } from '../../../domain/names.js';
import type { CodeScheme, PlaceKind } from '../../../domain/vocabulary.js';
import type { PlaceRecord } from '../../format/records.js';

/** The places that the graph has before an import, by key, code, and name. */
export class KnownPlaces {
  readonly all: readonly PlaceRecord[];
  readonly #byKey: ReadonlyMap<string, PlaceRecord>;
  readonly #byCode = new Map<string, PlaceRecord>();
  /** Places directly within one, by folded name. */
  readonly #byName = new Map<string, Set<PlaceRecord>>();

  constructor(places: readonly PlaceRecord[]) {
    this.all = places;
    this.#byKey = new Map(places.map((place) => [place.key, place]));
    for (const place of places) {
      for (const { scheme, value } of place.codes) this.#byCode.set(`${scheme} ${value}`, place);
      for (const name of namesOf(place)) {
        const at = `${place.partOf ?? ''} ${foldName(name)}`;
        const same = this.#byName.get(at) ?? new Set();
        this.#byName.set(at, same.add(place));
      }
    }
  }

  get(key: string): PlaceRecord | undefined {
    return this.#byKey.get(key);
  }

  withCode(scheme: CodeScheme, value: string): PlaceRecord | undefined {
    return this.#byCode.get(`${scheme} ${value}`);
  }

  /** The places directly within another that bear a name, as any of their names. */
  named(partOf: string, name: string, kinds?: readonly PlaceKind[]): PlaceRecord[] {
    const found = [...(this.#byName.get(`${partOf} ${foldName(name)}`) ?? [])];
    return kinds === undefined ? found : found.filter(({ kind }) => kinds.includes(kind));
  }

  countryOf(place: PlaceRecord): PlaceRecord | undefined {
    let at: PlaceRecord | undefined = place;
    while (at?.partOf !== undefined) at = this.#byKey.get(at.partOf);
    return at;
  }

  /** A place and those that contain it, but for the country. */
  *below(place: PlaceRecord | undefined): Generator<PlaceRecord> {
    for (let at = place; at?.partOf !== undefined; at = this.#byKey.get(at.partOf)) yield at;
  }

  /** A place with what it lies in, for people: `Kota Solok, Sumatera Barat, Indonesia`. It need not be known itself. */
  inWords(place: PlaceRecord): string {
    const around: string[] = [];
    for (let at = this.#byKey.get(place.partOf ?? ''); at !== undefined; at = this.#byKey.get(at.partOf ?? '')) around.push(at.name);
    return [place.name, ...around].join(', ');
  }
}

/** Every name of a place, as it is written. */
export function namesOf({ name, names, otherNames }: PlaceRecord): string[] {
  return [name, names?.id, names?.en, ...otherNames.map(({ text }) => text)].filter((one) => one !== undefined);
}

/** The code of ISO 3166-2 that a place has; empty: none. */
export function isoOf({ codes }: PlaceRecord): string {
  return codes.find(({ scheme }) => scheme === 'ISO_3166_2')?.value ?? '';
}
