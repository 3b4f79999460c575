import type { SimpleGraph } from '../network/simple-graph.js';

/**
 * The maximal cliques of a graph that have a number of nodes at least: sets of nodes that are all joined to one another,
 * and to which no other node could be added. Each comes once, as positions in no particular order.
 *
 * By the algorithm of Bron and Kerbosch with the pivot of Tomita et al., begun from each node in a degeneracy order
 * (Eppstein, Löffler, Strash 2010, https://doi.org/10.1007/978-3-642-17517-6_36), which is fast where few nodes have many
 * neighbours of many neighbours, as in the graph of ties.
 */
export function* maximalCliques(graph: SimpleGraph, atLeast: number): Generator<readonly number[]> {
  const neighbours = graph.nodes.map((_, node) => new Set(graph.neighbours.subarray(graph.starts[node], graph.starts[node + 1])));
  const joined = (node: number) => neighbours[node] as ReadonlySet<number>;

  /** Cliques that hold all of `clique`, any of `possible`, and are maximal beside `excluded`, which were dealt with before. */
  function* grow(clique: readonly number[], possible: Set<number>, excluded: Set<number>): Generator<readonly number[]> {
    if (clique.length + possible.size < atLeast) return;
    if (possible.size === 0) {
      if (excluded.size === 0) yield clique;
      return;
    }
    const pivot = joined(mostJoined([...possible, ...excluded], possible));
    for (const node of [...possible].filter((one) => !pivot.has(one))) {
      yield* grow([...clique, node], common(possible, joined(node)), common(excluded, joined(node)));
      possible.delete(node);
      excluded.add(node);
    }
  }

  function mostJoined(candidates: readonly number[], possible: ReadonlySet<number>): number {
    let best = candidates[0] as number;
    let most = -1;
    for (const candidate of candidates) {
      const size = countCommon(possible, joined(candidate));
      if (size > most) [best, most] = [candidate, size];
    }
    return best;
  }

  const dealtWith = new Set<number>();
  for (const node of degeneracyOrder(graph)) {
    const later = new Set([...joined(node)].filter((one) => !dealtWith.has(one)));
    const earlier = common(dealtWith, joined(node));
    yield* grow([node], later, earlier);
    dealtWith.add(node);
  }
}

function common(one: ReadonlySet<number>, other: ReadonlySet<number>): Set<number> {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  const both = new Set<number>();
  for (const node of small) if (large.has(node)) both.add(node);
  return both;
}

function countCommon(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let count = 0;
  for (const node of small) if (large.has(node)) count += 1;
  return count;
}

/** The nodes, each time one that has fewest neighbours among those that are left. */
function degeneracyOrder(graph: SimpleGraph): number[] {
  const degrees = graph.nodes.map((_, node) => graph.degree(node));
  const byDegree: number[][] = [];
  const put = (node: number) => {
    const degree = degrees[node] as number;
    byDegree[degree] ??= [];
    byDegree[degree].push(node);
  };
  for (const node of degrees.keys()) put(node);
  const order: number[] = [];
  const done = new Set<number>();
  for (let degree = 0; degree < byDegree.length; ) {
    const node = byDegree[degree]?.pop();
    if (node === undefined) degree += 1;
    else if (!done.has(node) && degrees[node] === degree) {
      done.add(node);
      order.push(node);
      for (const neighbour of graph.neighbours.subarray(graph.starts[node], graph.starts[node + 1])) {
        if (done.has(neighbour)) continue;
        degrees[neighbour] = (degrees[neighbour] as number) - 1;
        put(neighbour);
      }
      degree = Math.max(0, degree - 1);
    }
  }
  return order;
}
