import type { PlaceKind } from '../../../domain/vocabulary.js';
import type { PlaceRecord } from '../../format/records.js';
import { type KnownPlaces, namesOf } from '../places/known-places.js';
import { bareName } from './area-names.js';

/** The key of Indonesia. */
export const INDONESIA = 'id';

/** The known places of Indonesia by what they are, what they are called, and what they are in. */
export class KnownAreas {
  readonly all: readonly PlaceRecord[];
  readonly #known: KnownPlaces;
  readonly #byName = new Map<string, Set<PlaceRecord>>();

  constructor(known: KnownPlaces) {
    this.#known = known;
    this.all = known.all.filter((place) => place.partOf !== undefined && known.countryOf(place)?.key === INDONESIA);
    for (const place of this.all) {
      const around = [INDONESIA, ...[...known.below(place)].slice(1).map(({ key }) => key)];
      for (const name of namesOf(place)) {
        for (const within of around) this.#add(`${within} ${place.kind} ${bareName(name, place.kind)}`, place);
      }
    }
  }

  #add(at: string, place: PlaceRecord): void {
    this.#byName.set(at, (this.#byName.get(at) ?? new Set()).add(place));
  }

  withCode(code: string): PlaceRecord | undefined {
    return this.#known.withCode('KEMENDAGRI', code);
  }

  /** Places of a kind anywhere inside another that bear a name, however it is spelt. */
  named(within: string, kind: PlaceKind, name: string): PlaceRecord[] {
    return [...(this.#byName.get(`${within} ${kind} ${bareName(name, kind)}`) ?? [])];
  }
}

export function bears(place: PlaceRecord, name: string): boolean {
  const wanted = bareName(name, place.kind);
  return namesOf(place).some((one) => bareName(one, place.kind) === wanted);
}

/** The Kemendagri codes of a place that are not said to hold no longer. */
export function currentCodes({ codes }: PlaceRecord): string[] {
  return codes.flatMap(({ scheme, value, until }) => (scheme === 'KEMENDAGRI' && until === undefined ? [value] : []));
}
