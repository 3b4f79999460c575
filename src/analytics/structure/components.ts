import { connectedComponents } from 'graphology-components';
import type { SimpleGraph } from '../network/simple-graph.js';

/**
 * The connected components of a graph, each with its nodes rising: those with most nodes first, among equals the one
 * with the smallest node. Found by the library.
 */
export function componentsOf(graph: SimpleGraph): number[][] {
  return connectedComponents(graph.library)
    .map((component) => component.map(Number).sort((one, other) => one - other))
    .sort((one, other) => other.length - one.length || (one[0] as number) - (other[0] as number));
}
