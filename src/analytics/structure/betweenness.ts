import type { SimpleGraph } from '../network/simple-graph.js';

/** Up to how many nodes every node is a source, so that the values are exact. */
const MOST_EXACT = 4_000;
/** How many sources are drawn in larger graphs. */
const PIVOTS = 2_000;
/** Any number does; that it stays the same makes the answer stay the same. */
const SEED = 20_170_616;

export interface Betweenness {
  /** Of each node, from 0 to 1. */
  readonly values: readonly number[];
  /** From how many sources they are estimated; null when they are exact. */
  readonly sampledFrom: number | null;
}

/**
 * Betweenness of each node: the share of the pairs of other nodes whose shortest ways lead through it, where a pair
 * with several shortest ways counts by the share of these (Freeman 1977, https://doi.org/10.2307/3033543). By Brandes'
 * method (2001, https://doi.org/10.1080/0022250X.2001.9990249); in large graphs extrapolated from sources drawn at
 * random (Brandes and Pich 2007, https://doi.org/10.1142/S0218127407018403), which is good for telling the first from
 * the others and says little of values near 0.
 *
 * The library has the exact method alone, whose time grows with nodes × edges: minutes for the world.
 */
export function betweennessOf(graph: SimpleGraph, { mostExact = MOST_EXACT, pivots = PIVOTS, seed = SEED } = {}): Betweenness {
  const count = graph.nodes.length;
  const isExact = count <= Math.max(mostExact, pivots);
  const sources = isExact ? [...graph.nodes.keys()] : drawn(count, pivots, randomFrom(seed));
  const sums = dependencies(graph, sources);
  // Each pair was met from both ends.
  const scale = count < 3 ? 0 : count / sources.length / ((count - 1) * (count - 2));
  return { values: Array.from(sums, (sum) => sum * scale), sampledFrom: isExact ? null : sources.length };
}

/** For each node, how many shortest ways from the sources lead through it, by shares: Brandes' dependencies, added up. */
function dependencies({ nodes, starts, neighbours }: SimpleGraph, sources: readonly number[]): Float64Array {
  const sums = new Float64Array(nodes.length);
  const distance = new Int32Array(nodes.length);
  const ways = new Float64Array(nodes.length);
  const dependency = new Float64Array(nodes.length);
  const reached = new Uint32Array(nodes.length);
  for (const source of sources) {
    distance.fill(-1);
    distance[source] = 0;
    ways[source] = 1;
    dependency[source] = 0;
    reached[0] = source;
    let end = 1;
    for (let at = 0; at < end; at += 1) {
      const node = reached[at] as number;
      const next = (distance[node] as number) + 1;
      const stop = starts[node + 1] as number;
      for (let i = starts[node] as number; i < stop; i += 1) {
        const neighbour = neighbours[i] as number;
        const known = distance[neighbour] as number;
        if (known === -1) {
          distance[neighbour] = next;
          ways[neighbour] = ways[node] as number;
          dependency[neighbour] = 0;
          reached[end] = neighbour;
          end += 1;
        } else if (known === next) ways[neighbour] = (ways[neighbour] as number) + (ways[node] as number);
      }
    }
    for (let at = end - 1; at > 0; at -= 1) {
      const node = reached[at] as number;
      const before = (distance[node] as number) - 1;
      const share = (1 + (dependency[node] as number)) / (ways[node] as number);
      const stop = starts[node + 1] as number;
      for (let i = starts[node] as number; i < stop; i += 1) {
        const neighbour = neighbours[i] as number;
        if (distance[neighbour] === before) dependency[neighbour] = (dependency[neighbour] as number) + (ways[neighbour] as number) * share;
      }
      sums[node] = (sums[node] as number) + (dependency[node] as number);
    }
  }
  return sums;
}

/** So many of the numbers below `count`, each as likely as any other, none twice (Fisher and Yates). */
function drawn(count: number, howMany: number, random: (below: number) => number): number[] {
  const numbers = Array.from({ length: count }, (_, number) => number);
  for (let i = 0; i < howMany; i += 1) {
    const j = i + random(count - i);
    [numbers[i], numbers[j]] = [numbers[j] as number, numbers[i] as number];
  }
  return numbers.slice(0, howMany);
}

/** Numbers that look random and are the same for the same seed (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
