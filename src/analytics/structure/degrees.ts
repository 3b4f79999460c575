import type { SimpleGraph } from '../network/simple-graph.js';

export interface DegreeCount {
  readonly degree: number;
  /** How many nodes have it. */
  readonly nodes: number;
}

/** How many nodes have each degree that occurs, by rising degree. */
export function degreeDistribution(graph: SimpleGraph): DegreeCount[] {
  const counts = new Map<number, number>();
  for (const node of graph.nodes.keys()) {
    const degree = graph.degree(node);
    counts.set(degree, (counts.get(degree) ?? 0) + 1);
  }
  return [...counts].map(([degree, nodes]) => ({ degree, nodes })).sort((one, other) => one.degree - other.degree);
}

/**
 * Degree assortativity: Pearson's correlation of the degrees at the two ends of an edge, each edge taken both ways
 * (Newman 2002, https://doi.org/10.1103/PhysRevLett.89.208701). null where it is not defined: without edges, and where
 * all ends have the same degree. The sums are of whole numbers, so that this is told exactly. The library has none.
 */
export function degreeAssortativity(graph: SimpleGraph): number | null {
  let products = 0;
  let sums = 0;
  let squares = 0;
  for (const { a, b } of graph.edges) {
    const [one, other] = [graph.degree(a), graph.degree(b)];
    products += one * other;
    sums += one + other;
    squares += one * one + other * other;
  }
  const edges = graph.edges.length;
  const variance = 2 * edges * squares - sums * sums;
  return variance === 0 ? null : (4 * edges * products - sums * sums) / variance;
}
