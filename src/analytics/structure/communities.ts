import { group } from 'd3-array';
import louvain from 'graphology-communities-louvain';
import type { SimpleGraph } from '../network/simple-graph.js';

/** The package declares itself as a module, which it is not. */
const { detailed } = louvain as unknown as typeof louvain.default;

/** At 1 the modularity that is maximised is Newman's own; more makes smaller communities. */
export const RESOLUTION = 1;

export interface Communities {
  /** The nodes of each community, rising: those with most nodes first, among equals the one with the smallest node. */
  readonly members: readonly (readonly number[])[];
  /** null without edges. */
  readonly modularity: number | null;
}

/**
 * Communities by Louvain's method (Blondel et al. 2008, https://doi.org/10.1088/1742-5468/2008/10/P10008), without
 * weights. Nodes are visited in their order and nothing is left to chance, so the same graph always has the same
 * communities. Found by the library.
 */
export function communitiesOf(graph: SimpleGraph): Communities {
  const found = detailed(graph.library, { getEdgeWeight: null, randomWalk: false, resolution: RESOLUTION });
  const groups = group(graph.nodes.keys(), (node) => found.communities[node] as number);
  const members = [...groups.values()].sort((one, other) => other.length - one.length || (one[0] as number) - (other[0] as number));
  return { members, modularity: graph.edges.length === 0 ? null : found.modularity };
}
