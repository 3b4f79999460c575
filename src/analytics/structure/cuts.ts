import type { SimpleGraph } from '../network/simple-graph.js';

/** A node without which its component falls apart. */
export interface Articulation {
  readonly node: number;
  /** Into how many components its component falls without it: two or more. */
  readonly parts: number;
  /** How many nodes are then not in the largest of these parts. */
  readonly cutOff: number;
}

/** An edge without which its component falls into two. */
export interface Bridge {
  /** Position in the list of edges. */
  readonly edge: number;
  /** How many nodes are then on the side of its end `a`, and on that of `b`. */
  readonly sides: readonly [number, number];
}

export interface Cuts {
  /** By node. */
  readonly articulations: readonly Articulation[];
  /** By edge. */
  readonly bridges: readonly Bridge[];
}

/**
 * The articulation points and bridges of a graph, by one search in depth (Tarjan 1972,
 * https://doi.org/10.1137/0201010; without recursion, since ways can be long). The library has neither.
 */
export function cutsOf(graph: SimpleGraph): Cuts {
  const search = searchInDepth(graph);
  const { order, parent, root, low, entered, size } = search;
  const count = graph.nodes.length;
  // Of each node: how many of its children are cut off without it, with how many nodes, and how many the largest has.
  const [cut, cutNodes, largest] = [new Uint32Array(count), new Uint32Array(count), new Uint32Array(count)];
  const sidesOf = new Map<number, number>();
  for (const node of order) {
    const above = parent[node] as number;
    if (above === -1) continue;
    const nodes = size[node] as number;
    if ((low[node] as number) > (entered[above] as number)) sidesOf.set(node, nodes);
    if ((low[node] as number) < (entered[above] as number)) continue;
    cut[above] = (cut[above] as number) + 1;
    cutNodes[above] = (cutNodes[above] as number) + nodes;
    largest[above] = Math.max(largest[above] as number, nodes);
  }
  const articulations: Articulation[] = [];
  for (const node of graph.nodes.keys()) {
    const others = (size[root[node] as number] as number) - 1;
    const rest = others - (cutNodes[node] as number);
    const parts = (cut[node] as number) + (rest > 0 ? 1 : 0);
    if (parts > 1) articulations.push({ node, parts, cutOff: others - Math.max(rest, largest[node] as number) });
  }
  const bridges = graph.edges.flatMap(({ a, b }, edge): Bridge[] => {
    const below = parent[b] === a ? b : parent[a] === b ? a : -1;
    const nodes = sidesOf.get(below);
    if (nodes === undefined) return [];
    const others = (size[root[a] as number] as number) - nodes;
    return [{ edge, sides: below === a ? [nodes, others] : [others, nodes] }];
  });
  return { articulations, bridges };
}

/** A search in depth from every node that no earlier one reached. */
function searchInDepth({ nodes, starts, neighbours }: SimpleGraph) {
  const count = nodes.length;
  const order: number[] = [];
  /** The node from which a node was entered; -1 for the roots. */
  const parent = new Int32Array(count).fill(-1);
  const root = new Uint32Array(count);
  /** When a node was entered, from 1 on. */
  const entered = new Uint32Array(count);
  /** The earliest entry that the nodes below and including a node have an edge to, but for that by which they were entered. */
  const low = new Uint32Array(count);
  /** How many nodes are below and including a node. */
  const size = new Uint32Array(count).fill(1);
  const next = starts.slice();
  const enter = (node: number, from: number, begun: number) => {
    order.push(node);
    parent[node] = from;
    root[node] = begun;
    entered[node] = order.length;
    low[node] = order.length;
  };
  for (const begun of nodes.keys()) {
    if (entered[begun] !== 0) continue;
    enter(begun, -1, begun);
    let node = begun;
    while (node !== -1) {
      const at = next[node] as number;
      const from = parent[node] as number;
      if (at < (starts[node + 1] as number)) {
        next[node] = at + 1;
        const neighbour = neighbours[at] as number;
        if (entered[neighbour] === 0) {
          enter(neighbour, node, begun);
          node = neighbour;
        } else if (neighbour !== from) low[node] = Math.min(low[node] as number, entered[neighbour] as number);
      } else {
        if (from !== -1) {
          low[from] = Math.min(low[from] as number, low[node] as number);
          size[from] = (size[from] as number) + (size[node] as number);
        }
        node = from;
      }
    }
  }
  return { order, parent, root, entered, low, size };
}
