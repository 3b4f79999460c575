import pagerankModule from 'graphology-metrics/centrality/pagerank.js';
import type { SimpleGraph } from '../network/simple-graph.js';

/** The package declares itself as a module, which it is not. */
const pagerank = pagerankModule as unknown as typeof pagerankModule.default;

/** The share of steps that follow an edge; the others go to any node. */
export const DAMPING = 0.85;
/** Well within what is kept of the values; the library goes on until the values of all nodes change by less together, times their number. */
const TOLERANCE = 1e-14;
/** More than are needed: each makes the change smaller by the damping. */
const MOST_ROUNDS = 500;

/**
 * PageRank of each node (Brin and Page 1998, https://doi.org/10.1016/S0169-7552(98)00110-X), without weights, an edge
 * taken both ways; all together are 1. Found by the library.
 */
export function pageRanks(graph: SimpleGraph): number[] {
  if (graph.nodes.length === 0) return [];
  const ranks = pagerank(graph.library, { getEdgeWeight: null, alpha: DAMPING, tolerance: TOLERANCE, maxIterations: MOST_ROUNDS });
  return graph.nodes.map((_, node) => ranks[node] as number);
}
