import { rounded } from './signals.js';

/** The partners of places, by id. */
export type Partners = ReadonlyMap<string, readonly string[]>;

/** A path of three ties from a place to another one. */
export interface TiePath {
  /** A partner of the place, and how many partners that has. */
  readonly partner: string;
  readonly partnersOfPartner: number;
  /** A partner of that one, and how many partners it has. The other place is among these. */
  readonly cousin: string;
  readonly partnersOfCousin: number;
  /** 1/√(partnersOfPartner × partnersOfCousin). */
  readonly share: number;
}

/** Enough that sums in another order come out the same. */
const DECIMALS = 9;

/**
 * The cousins of a place that most speaks for, by the sum of 1/√(partners of p) over the partners p that
 * lead to them; among equals the smaller id. `partners` knows those of the place and of its partners.
 */
export function strongestCousins(place: string, partners: Partners, most: number): { readonly cousins: string[]; readonly cut: boolean } {
  const strength = new Map<string, number>();
  for (const partner of partners.get(place) ?? []) {
    const theirs = partners.get(partner) ?? [];
    for (const cousin of theirs) {
      if (cousin !== place) strength.set(cousin, (strength.get(cousin) ?? 0) + 1 / Math.sqrt(theirs.length));
    }
  }
  const ordered = [...strength]
    .map(([cousin, sum]) => ({ cousin, sum: rounded(sum, DECIMALS) }))
    .sort((one, other) => other.sum - one.sum || (one.cousin < other.cousin ? -1 : 1))
    .map(({ cousin }) => cousin);
  return { cousins: ordered.slice(0, most).sort(), cut: ordered.length > most };
}

/** The paths of three ties that lead from a place by the given cousins, by where they lead, in the order of cousins and partners. */
export function pathsOfThree(place: string, partners: Partners, cousins: readonly string[]): ReadonlyMap<string, readonly TiePath[]> {
  const leadingTo = new Map<string, string[]>();
  for (const partner of [...(partners.get(place) ?? [])].sort()) {
    for (const cousin of partners.get(partner) ?? []) {
      const known = leadingTo.get(cousin);
      if (known === undefined) leadingTo.set(cousin, [partner]);
      else known.push(partner);
    }
  }
  const paths = new Map<string, TiePath[]>();
  for (const cousin of cousins) {
    const theirs = partners.get(cousin) ?? [];
    for (const partner of leadingTo.get(cousin) ?? []) {
      const partnersOfPartner = partners.get(partner)?.length ?? 0;
      const share = rounded(1 / Math.sqrt(partnersOfPartner * theirs.length), DECIMALS);
      for (const end of theirs) {
        if (end === place || end === partner) continue;
        const path = { partner, partnersOfPartner, cousin, partnersOfCousin: theirs.length, share };
        const known = paths.get(end);
        if (known === undefined) paths.set(end, [path]);
        else known.push(path);
      }
    }
  }
  return paths;
}
