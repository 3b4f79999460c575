import type { SimpleGraph } from '../network/simple-graph.js';

export interface Clustering {
  /** Sets of three nodes that are all joined. */
  readonly triangles: number;
  /** Pairs of edges that share a node. */
  readonly wedges: number;
  /** 3 × triangles / wedges: how many wedges are closed. null without wedges. */
  readonly transitivity: number | null;
  /** The mean of `local`. null without nodes. */
  readonly average: number | null;
  /** Of each node: the share of the pairs of its neighbours that are joined, 0 where it has fewer than two. */
  readonly local: readonly number[];
}

/**
 * How often two neighbours of a node are joined: as one share of all wedges (transitivity; KONECT's clustering
 * coefficient), and node by node (Watts and Strogatz 1998, https://doi.org/10.1038/30918). The library counts no
 * triangles.
 */
export function clusteringOf(graph: SimpleGraph): Clustering {
  const at = trianglesAt(graph);
  const pairs = [...graph.nodes.keys()].map((node) => (graph.degree(node) * (graph.degree(node) - 1)) / 2);
  const corners = at.reduce((sum, count) => sum + count, 0);
  const wedges = pairs.reduce((sum, count) => sum + count, 0);
  const local = pairs.map((count, node) => (count === 0 ? 0 : (at[node] as number) / count));
  return {
    triangles: corners / 3,
    wedges,
    transitivity: wedges === 0 ? null : corners / wedges,
    average: local.length === 0 ? null : local.reduce((sum, one) => sum + one, 0) / local.length,
    local,
  };
}

/** In how many triangles each node is: for every edge, the neighbours that its ends share and that come behind both. */
function trianglesAt({ nodes, edges, starts, neighbours }: SimpleGraph): Float64Array {
  const at = new Float64Array(nodes.length);
  for (const { a, b } of edges) {
    let [i, j] = [starts[a] as number, starts[b] as number];
    const [endOfA, endOfB] = [starts[a + 1] as number, starts[b + 1] as number];
    while (i < endOfA && j < endOfB) {
      const [one, other] = [neighbours[i] as number, neighbours[j] as number];
      if (one === other && one > b) for (const corner of [a, b, one]) at[corner] = (at[corner] as number) + 1;
      if (one <= other) i += 1;
      if (other <= one) j += 1;
    }
  }
  return at;
}
