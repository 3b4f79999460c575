import { coreNumber as declared } from 'graphology-cores';
import type { SimpleGraph } from '../network/simple-graph.js';

/** The package declares an argument that it does not take. */
const coreNumber = declared as unknown as (graph: SimpleGraph['library']) => Readonly<Record<string, number>>;

export interface CoreSize {
  readonly k: number;
  /** How many nodes are in the k-core. */
  readonly nodes: number;
  /** How many of them are not in the next core: those with core number k. */
  readonly shell: number;
}

/**
 * The core number of each node: the largest k for which it is in the k-core, the largest subgraph in which every node
 * has k neighbours or more (Seidman 1983, https://doi.org/10.1016/0378-8733(83)90028-X). Found by the library.
 */
export function coreNumbers(graph: SimpleGraph): number[] {
  const numbers = coreNumber(graph.library);
  return graph.nodes.map((_, node) => numbers[node] as number);
}

/** The sizes of all cores from 1 up to the degeneracy of the graph, which is the last k. */
export function coreSizes(numbers: readonly number[]): CoreSize[] {
  const shells: number[] = [];
  for (const k of numbers) shells[k] = (shells[k] ?? 0) + 1;
  let nodes = numbers.length;
  const sizes: CoreSize[] = [];
  for (let k = 1; k < shells.length; k += 1) {
    const shell = shells[k] ?? 0;
    sizes.push({ k, nodes, shell });
    nodes -= shell;
  }
  return sizes;
}
