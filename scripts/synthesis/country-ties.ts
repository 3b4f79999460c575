import { rollup, sum } from 'd3-array';

/** Places in countries, and the ties between them: positions of places in `countries`. */
export interface CountryTies {
  /** ISO 3166-1 code of each place, in small letters. */
  readonly countries: readonly string[];
  readonly ties: readonly (readonly [number, number])[];
}

export type Shares = ReadonlyMap<string, number>;

/** What part of the whole each name is of. */
function sharesOf(names: readonly string[]): Shares {
  return rollup(
    names,
    (some) => some.length / names.length,
    (name) => name,
  );
}

export const shareOfPlaces = ({ countries }: CountryTies): Shares => sharesOf(countries);

export const shareOfEnds = ({ countries, ties }: CountryTies): Shares =>
  sharesOf(ties.flatMap(([a, b]) => [countries[a] as string, countries[b] as string]));

/** By `de fr`, the country that comes first in the alphabet first. */
export const shareOfPairs = ({ countries, ties }: CountryTies): Shares =>
  sharesOf(ties.map(([a, b]) => [countries[a] as string, countries[b] as string].sort().join(' ')));

export const domesticShare = (pairs: Shares): number => sum(pairs, ([pair, share]) => (pair.slice(0, 2) === pair.slice(3) ? share : 0));

/** Total variation distance: the share of the one that would have to be elsewhere to make the other of it, from 0 to 1. */
export function distance(one: Shares, other: Shares): number {
  return sum(new Set([...one.keys(), ...other.keys()]), (name) => Math.abs((one.get(name) ?? 0) - (other.get(name) ?? 0))) / 2;
}
