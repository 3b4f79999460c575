import type { SimpleGraph } from '../network/simple-graph.js';

export interface Distances {
  /** How many nodes the distances are between. */
  readonly nodes: number;
  /** The largest distance. */
  readonly diameter: number;
  /** The mean over all pairs of distinct nodes. */
  readonly mean: number;
  /** How many pairs of distinct nodes have each distance, from 1 up to the diameter. */
  readonly distribution: readonly { readonly distance: number; readonly pairs: number }[];
}

/** A graph in other numbers. */
type Adjacency = Pick<SimpleGraph, 'starts' | 'neighbours'> & { readonly count: number };

/**
 * The distances between all pairs of nodes of one connected component: the numbers of edges on shortest ways. Exact:
 * a search by breadth runs from 32 nodes at a time, a bit for each (Then et al. 2014,
 * https://doi.org/10.14778/2735496.2735507). The library searches from one node at a time, and takes
 * minutes for the world.
 */
export function distancesWithin(graph: SimpleGraph, component: readonly number[]): Distances {
  const adjacency = byBreadth(graph, component);
  const meetings = countMeetings(adjacency);
  const distribution = meetings.map((pairs, distance) => ({ distance, pairs: pairs / 2 })).slice(1);
  const pairs = distribution.reduce((sum, one) => sum + one.pairs, 0);
  const total = distribution.reduce((sum, one) => sum + one.distance * one.pairs, 0);
  return { nodes: adjacency.count, diameter: distribution.length, mean: total / pairs, distribution };
}

/** The component with its nodes numbered in the order of a search by breadth, so that those near each other are searched from together. */
function byBreadth({ nodes, starts, neighbours }: SimpleGraph, component: readonly number[]): Adjacency {
  const numbers = new Int32Array(nodes.length).fill(-1);
  const order = component.slice(0, 1);
  for (const node of order) numbers[node] = 0;
  const neighboursOf = (node: number) => neighbours.subarray(starts[node], starts[node + 1]);
  for (const node of order) {
    for (const neighbour of neighboursOf(node)) {
      if (numbers[neighbour] !== -1) continue;
      numbers[neighbour] = order.length;
      order.push(neighbour);
    }
  }
  const renumbered = order.map((node) => Array.from(neighboursOf(node), (neighbour) => numbers[neighbour] as number));
  const ends = new Uint32Array(order.length + 1);
  for (const [number, list] of renumbered.entries()) ends[number + 1] = (ends[number] as number) + list.length;
  return { count: order.length, starts: ends, neighbours: Uint32Array.from(renumbered.flat()) };
}

/** At each distance, how often a search met a node; every pair is met from both ends. */
function countMeetings({ count, starts, neighbours }: Adjacency): number[] {
  const meetings = [0];
  const seen = new Int32Array(count);
  // Which searches meet a node at this distance, and at the next; and the nodes that any meets.
  let [here, next] = [new Int32Array(count), new Int32Array(count)];
  let [met, toMeet] = [new Uint32Array(count), new Uint32Array(count)];
  for (let first = 0; first < count; first += 32) {
    seen.fill(0);
    const last = Math.min(count, first + 32);
    for (let source = first; source < last; source += 1) {
      here[source] = 1 << (source - first);
      seen[source] = here[source] as number;
      met[source - first] = source;
    }
    let metCount = last - first;
    for (let distance = 1; metCount > 0; distance += 1) {
      let toMeetCount = 0;
      for (let at = 0; at < metCount; at += 1) {
        const node = met[at] as number;
        const searches = here[node] as number;
        here[node] = 0;
        const stop = starts[node + 1] as number;
        for (let i = starts[node] as number; i < stop; i += 1) {
          const neighbour = neighbours[i] as number;
          const fresh = searches & ~(seen[neighbour] as number);
          if (fresh === 0) continue;
          if (next[neighbour] === 0) {
            toMeet[toMeetCount] = neighbour;
            toMeetCount += 1;
          }
          next[neighbour] = (next[neighbour] as number) | fresh;
        }
      }
      let meets = 0;
      for (let at = 0; at < toMeetCount; at += 1) {
        const node = toMeet[at] as number;
        seen[node] = (seen[node] as number) | (next[node] as number);
        meets += bitsIn(next[node] as number);
      }
      if (meets > 0) meetings[distance] = (meetings[distance] ?? 0) + meets;
      [here, next, met, toMeet, metCount] = [next, here, toMeet, met, toMeetCount];
    }
  }
  return meetings;
}

/** How many bits of a number are set, added up in ever larger groups. */
function bitsIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
