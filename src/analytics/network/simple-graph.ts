import { UndirectedGraph } from 'graphology';

/** An edge by its ends, `a` before `b`, each a position in the list of nodes. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  /** Ids of the agreements that it stands for, rising. */
  readonly agreements: readonly string[];
}

/** Two nodes and what joins them, as a graph is made from them. */
export interface Joined {
  readonly a: string;
  readonly b: string;
  readonly agreements: Iterable<string>;
}

/**
 * An undirected graph without loops and parallel edges, whose nodes are the ends of its edges. Nodes and edges are in
 * the order of their ids, so that whatever is worked out from it does not depend on the order in which a store gave it.
 */
export class SimpleGraph {
  /** Ids, rising. What follows speaks of nodes by their positions in this list. */
  readonly nodes: readonly string[];
  /** By `a`, then by `b`. */
  readonly edges: readonly Edge[];
  /** The neighbours of node `i`, rising, are `neighbours[starts[i]]` up to before `neighbours[starts[i + 1]]`. */
  readonly starts: Uint32Array;
  readonly neighbours: Uint32Array;
  #library: UndirectedGraph | undefined;

  /** Makes the graph of pairs of distinct nodes. No pair may come twice. */
  constructor(pairs: Iterable<Joined>) {
    const all = [...pairs];
    this.nodes = [...new Set(all.flatMap(({ a, b }) => [a, b]))].sort();
    const positions = new Map(this.nodes.map((id, position) => [id, position]));
    this.edges = all
      .map(({ a, b, agreements }): Edge => {
        const [one, other] = [positions.get(a) as number, positions.get(b) as number];
        return { a: Math.min(one, other), b: Math.max(one, other), agreements: [...agreements].sort() };
      })
      .sort((one, other) => one.a - other.a || one.b - other.b);
    this.starts = new Uint32Array(this.nodes.length + 1);
    for (const { a, b } of this.edges) {
      this.#count(a);
      this.#count(b);
    }
    for (let i = 0; i < this.nodes.length; i += 1) this.starts[i + 1] = this.#start(i + 1) + this.#start(i);
    this.neighbours = new Uint32Array(2 * this.edges.length);
    const filled = this.starts.slice();
    const put = (at: number, neighbour: number) => {
      const free = filled[at] as number;
      this.neighbours[free] = neighbour;
      filled[at] = free + 1;
    };
    for (const { a, b } of this.edges) {
      put(a, b);
      put(b, a);
    }
  }

  degree(node: number): number {
    return this.#start(node + 1) - this.#start(node);
  }

  /** Of each node: ids of the agreements that its edges stand for, rising. */
  agreementsAt(): string[][] {
    const at = this.nodes.map(() => new Set<string>());
    for (const { a, b, agreements } of this.edges) {
      for (const id of agreements) {
        at[a]?.add(id);
        at[b]?.add(id);
      }
    }
    return at.map((ids) => [...ids].sort());
  }

  /** The same graph as the library has it, with positions as keys. Made once. */
  get library(): UndirectedGraph {
    if (this.#library === undefined) {
      this.#library = new UndirectedGraph();
      for (const node of this.nodes.keys()) this.#library.addNode(node);
      for (const { a, b } of this.edges) this.#library.addUndirectedEdge(a, b);
    }
    return this.#library;
  }

  #start(node: number): number {
    return this.starts[node] as number;
  }

  #count(node: number): void {
    this.starts[node + 1] = this.#start(node + 1) + 1;
  }
}
