/**
 * The figures of a graph again, each straight from its definition: slow, and easy to believe. It shares
 * nothing with the product.
 */
export class NaiveGraph {
  readonly nodes: readonly string[];
  readonly #neighbours = new Map<string, Set<string>>();

  constructor(pairs: Iterable<readonly [string, string]>) {
    for (const [a, b] of pairs) {
      this.#neighbours.set(a, (this.#neighbours.get(a) ?? new Set()).add(b));
      this.#neighbours.set(b, (this.#neighbours.get(b) ?? new Set()).add(a));
    }
    this.nodes = [...this.#neighbours.keys()].sort();
  }

  neighbours(node: string): string[] {
    return [...(this.#neighbours.get(node) ?? [])];
  }

  degree(node: string): number {
    return this.neighbours(node).length;
  }

  areJoined(a: string, b: string): boolean {
    return this.#neighbours.get(a)?.has(b) ?? false;
  }

  get edges(): [string, string][] {
    return this.nodes.flatMap((a) =>
      this.neighbours(a)
        .filter((b) => a < b)
        .sort()
        .map((b): [string, string] => [a, b]),
    );
  }

  /** The distances from a node to all that it reaches. */
  distances(from: string): Map<string, number> {
    const found = new Map([[from, 0]]);
    for (const [node, distance] of found) {
      for (const next of this.neighbours(node)) if (!found.has(next)) found.set(next, distance + 1);
    }
    return found;
  }

  /** Those with most nodes first, among equals the one with the smallest node; each with its nodes rising. */
  get components(): string[][] {
    const found = this.nodes.map((node) => [...this.distances(node).keys()].sort());
    return found
      .filter((component, index) => component[0] === this.nodes[index])
      .sort((one, other) => other.length - one.length || ((one[0] ?? '') < (other[0] ?? '') ? -1 : 1));
  }

  /** How many pairs of the largest component are at each distance. */
  get distanceDistribution(): { distance: number; pairs: number }[] {
    const [largest = []] = this.components;
    const all = largest.flatMap((node) => [...this.distances(node).values()]);
    const furthest = Math.max(0, ...all);
    return Array.from({ length: furthest }, (_, index) => ({
      distance: index + 1,
      pairs: all.filter((one) => one === index + 1).length / 2,
    }));
  }

  get triangles(): number {
    return this.edges.reduce(
      (sum, [a, b]) => sum + this.nodes.filter((c) => c > b && this.areJoined(a, c) && this.areJoined(b, c)).length,
      0,
    );
  }

  /** Pairs of neighbours of a node, and how many of them are joined. */
  pairsAt(node: string): { pairs: number; joined: number } {
    const neighbours = this.neighbours(node);
    const pairs = neighbours.flatMap((a) => neighbours.filter((b) => a < b).map((b) => [a, b] as const));
    return { pairs: pairs.length, joined: pairs.filter(([a, b]) => this.areJoined(a, b)).length };
  }

  clustering(node: string): number {
    const { pairs, joined } = this.pairsAt(node);
    return pairs === 0 ? 0 : joined / pairs;
  }

  /** Pearson's correlation of the degrees at the ends of the edges, taken both ways. */
  get assortativity(): number | null {
    const ends = this.edges.flatMap(([a, b]) => [
      [this.degree(a), this.degree(b)],
      [this.degree(b), this.degree(a)],
    ]) as [number, number][];
    const mean = ends.reduce((sum, [x]) => sum + x, 0) / ends.length;
    const covariance = ends.reduce((sum, [x, y]) => sum + (x - mean) * (y - mean), 0);
    const variance = ends.reduce((sum, [x]) => sum + (x - mean) ** 2, 0);
    return new Set(ends.map(([x]) => x)).size < 2 ? null : covariance / variance;
  }

  /** What is left when nodes with fewer than k neighbours are taken away, again and again. */
  core(k: number): string[] {
    let left = new Set(this.nodes);
    for (;;) {
      const kept = new Set([...left].filter((node) => this.neighbours(node).filter((one) => left.has(one)).length >= k));
      if (kept.size === left.size) return [...left];
      left = kept;
    }
  }

  /** The sizes of the components that the component of a node falls into without it, the largest first. */
  partsWithout(node: string): number[] {
    const members = new Set(this.distances(node).keys());
    const rest = new NaiveGraph(this.edges.filter((edge) => !edge.includes(node) && members.has(edge[0])));
    const alone = [...members].filter((one) => one !== node && rest.degree(one) === 0).map(() => 1);
    return [...rest.components.map(({ length }) => length), ...alone];
  }

  /** How many nodes each end of an edge reaches without it; null if they still reach one another. */
  sidesWithout(a: string, b: string): [number, number] | null {
    const rest = new NaiveGraph(this.edges.filter((edge) => !(edge.includes(a) && edge.includes(b))));
    const [fromA, fromB] = [rest.distances(a), rest.distances(b)];
    return fromA.has(b) ? null : [fromA.size, fromB.size];
  }

  /** The share of the pairs of other nodes whose shortest ways lead through a node, by shares of these ways. */
  get betweenness(): Map<string, number> {
    const distances = new Map(this.nodes.map((node) => [node, this.distances(node)]));
    const ways = new Map(this.nodes.map((node) => [node, this.#shortestWays(node)]));
    const shares = new Map(this.nodes.map((node) => [node, 0]));
    const far = (a: string, b: string) => distances.get(a)?.get(b) ?? Number.NaN;
    const many = (a: string, b: string) => ways.get(a)?.get(b) ?? Number.NaN;
    for (const a of this.nodes) {
      for (const b of this.nodes) {
        if (a >= b || Number.isNaN(far(a, b))) continue;
        for (const node of this.nodes) {
          if (node === a || node === b || far(a, node) + far(node, b) !== far(a, b)) continue;
          shares.set(node, (shares.get(node) ?? 0) + (many(a, node) * many(node, b)) / many(a, b));
        }
      }
    }
    const others = this.nodes.length - 1;
    return new Map([...shares].map(([node, share]) => [node, others < 2 ? 0 : share / ((others * (others - 1)) / 2)]));
  }

  /** The share of time at each node of somebody who follows edges at random and starts anew for 15 of 100 steps. */
  get pageRank(): Map<string, number> {
    let ranks = new Map(this.nodes.map((node) => [node, 1 / this.nodes.length]));
    for (let round = 0; round < 300; round += 1) {
      const before = ranks;
      const arriving = (node: string) => this.neighbours(node).reduce((sum, from) => sum + (before.get(from) ?? 0) / this.degree(from), 0);
      ranks = new Map(this.nodes.map((node) => [node, 0.15 / this.nodes.length + 0.85 * arriving(node)]));
    }
    return ranks;
  }

  /** Newman's modularity: over all pairs of nodes in one community, what joins them less what would by chance. */
  modularity(communities: readonly (readonly string[])[]): number {
    const ends = 2 * this.edges.length;
    const beyondChance = (a: string, b: string) => (this.areJoined(a, b) ? 1 : 0) - (this.degree(a) * this.degree(b)) / ends;
    return (
      communities.reduce((sum, nodes) => sum + nodes.reduce((s, a) => s + nodes.reduce((t, b) => t + beyondChance(a, b), 0), 0), 0) / ends
    );
  }

  #shortestWays(from: string): Map<string, number> {
    const distances = this.distances(from);
    const ways = new Map([[from, 1]]);
    for (const [node, distance] of distances) {
      if (node === from) continue;
      const before = this.neighbours(node).filter((one) => distances.get(one) === distance - 1);
      ways.set(
        node,
        before.reduce((sum, one) => sum + (ways.get(one) ?? 0), 0),
      );
    }
    return ways;
  }
}
