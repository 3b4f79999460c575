import type { Chance } from './chance.js';
import { COUNTRIES } from './measured-countries.js';
import type { TieGraph } from './tie-graph.js';

const TRIES = 12;

export interface Lacking {
  /** How many ties there are to be in the end. */
  readonly ties: number;
  readonly places: number;
  /** Pairs of countries that lack a tie, as often as they lack one. */
  readonly pairs: readonly number[];
  /** As in `CountryMix`. */
  readonly starts: Uint32Array;
}

/** Ties what wants are of no help for: places of the countries that lack ties, and when that is not enough any places. */
export function fillUp(graph: TieGraph, { ties, places, pairs, starts }: Lacking, chance: Chance): void {
  const someOf = (country: number) => {
    const start = starts[country] as number;
    return start + chance.below((starts[country + 1] as number) - start);
  };
  for (const pair of pairs) {
    const [a, b] = [Math.floor(pair / COUNTRIES.length), pair % COUNTRIES.length];
    for (let tries = TRIES; tries > 0; tries -= 1) {
      if (joined(graph, someOf(a), someOf(b))) break;
    }
  }
  // In a dense graph free pairs are not found by chance.
  const isDense = ties > (places * (places - 1)) / 4;
  if (isDense && graph.size < ties) tieFreePairs(graph, ties, places, chance);
  while (graph.size < ties) joined(graph, chance.below(places), chance.below(places));
}

function tieFreePairs(graph: TieGraph, ties: number, places: number, chance: Chance): void {
  const free = new Float64Array((places * (places - 1)) / 2 - graph.size);
  let at = 0;
  for (let one = 0; one < places; one += 1) {
    for (let other = one + 1; other < places; other += 1) {
      if (graph.areTied(one, other)) continue;
      free[at] = one * places + other;
      at += 1;
    }
  }
  chance.shuffle(free);
  for (const pair of free.subarray(0, ties - graph.size)) graph.tie(Math.floor(pair / places), pair % places);
}

function joined(graph: TieGraph, one: number, other: number): boolean {
  if (one === other || graph.areTied(one, other)) return false;
  graph.tie(one, other);
  return true;
}
