import type { AgreementRecord, PlaceRecord } from '../../format/records.js';
import { byPlainness } from '../merging/agreement-kind.js';
import { partiesKey } from '../merging/parties.js';
import type { KnownPlaces } from '../places/known-places.js';
import type { Lists, WorldTwinning } from './world-rows.js';

/** A row of a list of twinnings. */
export interface PairRow {
  readonly line: number;
  readonly value: WorldTwinning;
}

/** A pair of places, in the order of their keys, with the lists that have it. */
export interface Pair {
  /** Of the rows that have it. */
  readonly lines: readonly number[];
  readonly a: PlaceRecord;
  readonly b: PlaceRecord;
  readonly lists: Lists;
}

export interface MergedPairs {
  readonly pairs: readonly Pair[];
  /** How many said the same as another one. */
  readonly repeated: number;
  /** Rows that would join a place with itself. */
  readonly withItself: readonly { readonly line: number; readonly place: PlaceRecord }[];
}

/** Each pair once, whichever way round and however often the lists have it. */
export function mergePairs(rows: readonly PairRow[], placeOf: ReadonlyMap<string, PlaceRecord>): MergedPairs {
  const pairs = new Map<string, Pair>();
  let repeated = 0;
  const withItself: { line: number; place: PlaceRecord }[] = [];
  for (const { line, value: row } of rows) {
    const [one, other] = [placeOf.get(row.a), placeOf.get(row.b)];
    if (one === undefined || other === undefined) continue;
    if (one === other) {
      withItself.push({ line, place: one });
      continue;
    }
    const [a, b] = one.key < other.key ? [one, other] : [other, one];
    const key = partiesKey([a.key, b.key]);
    const before = pairs.get(key);
    if (before !== undefined) repeated += 1;
    pairs.set(key, { lines: [...(before?.lines ?? []), line], a, b, lists: bothLists(before?.lists, row.sources) });
  }
  return { pairs: [...pairs.values()], repeated, withItself };
}

/** The lists that have something which one row and another speak of. */
export function bothLists(one: Lists | undefined, other: Lists): Lists {
  return one === undefined || one === other ? other : 'DW';
}

/** The agreements that there are, by the places that they join. */
export class KnownAgreements {
  readonly #places: KnownPlaces;
  readonly #joining = new Map<string, AgreementRecord>();
  /** By places that contain the parties. */
  readonly #around = new Map<string, AgreementRecord>();

  constructor(agreements: readonly AgreementRecord[], places: KnownPlaces) {
    this.#places = places;
    for (const agreement of agreements.toSorted(byPlainness)) {
      for (const a of agreement.parties) {
        for (const b of agreement.parties) {
          if (a === b) continue;
          putFirst(this.#joining, partiesKey([a, b]), agreement);
          for (const [x, y] of this.#enclosing(places.get(a), places.get(b))) putFirst(this.#around, partiesKey([x, y]), agreement);
        }
      }
    }
  }

  /** The agreement that joins the two places of a pair. */
  joining({ a, b }: Pair): AgreementRecord | undefined {
    return this.#joining.get(partiesKey([a.key, b.key]));
  }

  /** An agreement that joins not these two, but places that contain them or are in them: perhaps the same one. */
  like({ a, b }: Pair): AgreementRecord | undefined {
    for (const [x, y] of this.#enclosing(a, b)) {
      const agreement = this.#joining.get(partiesKey([x, y]));
      if (agreement !== undefined) return agreement;
    }
    return this.#around.get(partiesKey([a.key, b.key]));
  }

  /** Two places and those that contain them, below the country, in all combinations. */
  *#enclosing(a: PlaceRecord | undefined, b: PlaceRecord | undefined): Generator<[string, string]> {
    for (const x of this.#places.below(a)) for (const y of this.#places.below(b)) yield [x.key, y.key];
  }
}

function putFirst(map: Map<string, AgreementRecord>, key: string, agreement: AgreementRecord): void {
  if (!map.has(key)) map.set(key, agreement);
}
