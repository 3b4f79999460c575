import type { PlaceRecord } from '../../format/records.js';
import { cityNames } from '../places/city-provinces.js';
import { isoOf, type KnownPlaces, namesOf } from '../places/known-places.js';
import { type ReadName, readName } from './kind-words.js';
import { type Comparable, comparable, likeness } from './likeness.js';
import { partsOfName } from './name-parts.js';
import { letters } from './spelling.js';

/** A name of a known place. */
export interface KnownName {
  readonly place: PlaceRecord;
  /** Key of the country that it is in, or is. */
  readonly country: string;
  /** As it is written. */
  readonly written: string;
  readonly full: string;
  readonly core: string;
}

/** A known name that is alike. */
export interface AlikeName extends KnownName {
  readonly score: number;
}

interface Compared {
  readonly name: KnownName;
  readonly core: Comparable;
}

/** The names of all known places: those that are the same as one, by their letters, and those that are like one, by country. */
export class NameIndex {
  readonly #same = new Map<string, KnownName[]>();
  /** By country, and by the length of the name. */
  readonly #compared = new Map<string, Map<number, Compared[]>>();

  constructor(known: KnownPlaces) {
    for (const place of known.all) {
      const country = (known.countryOf(place) ?? place).key;
      const seen = new Set<string>();
      for (const written of [...namesOf(place), ...cityNames(isoOf(place))]) {
        this.#add(place, country, written, readName(written), seen);
        // `Halle (Saale)` is called Halle.
        const name = written.endsWith(')') ? partsOfName(written)?.name : undefined;
        if (name !== undefined) this.#add(place, country, written, readName(name), seen);
      }
    }
  }

  #add(place: PlaceRecord, country: string, written: string, { full, core }: ReadName, seen: Set<string>): void {
    if (full === '' || seen.has(full)) return;
    seen.add(full);
    const name: KnownName = { place, country, written, full, core };
    for (const key of new Set([letters(full), letters(core)])) pushTo(this.#same, key, name);
    const lengths = this.#compared.get(country) ?? new Map<number, Compared[]>();
    this.#compared.set(country, lengths);
    for (const text of new Set([core, full])) pushTo(lengths, text.length, { name, core: comparable(text) });
  }

  /** The known names that have the letters of a name, with or without words for the kind of the place. */
  same({ full, core }: ReadName): KnownName[] {
    return [...new Set([letters(full), letters(core)])].flatMap((key) => this.#same.get(key) ?? []);
  }

  /** The known names of a country that are like a name by `least` or more, each place with the one that is most alike. */
  alike({ core }: ReadName, country: string, least: number): AlikeName[] {
    const lengths = this.#compared.get(country) ?? new Map<number, Compared[]>();
    const wanted = comparable(core);
    const best = new Map<PlaceRecord, AlikeName>();
    for (const [length, names] of lengths) {
      if (Math.min(length, core.length) < least * Math.max(length, core.length)) continue;
      for (const { name, core: text } of names) {
        const score = likeness(wanted, text, least);
        if (score > 0 && score > (best.get(name.place)?.score ?? 0)) best.set(name.place, { ...name, score });
      }
    }
    return [...best.values()];
  }
}

function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
