/** A graph of ties as the naive versions of questions take it: of each place, its partners. No place is its own partner. */
export type TieGraph = ReadonlyMap<string, ReadonlySet<string>>;

export function tieGraph(ties: Iterable<{ readonly from: string; readonly to: string }>): TieGraph {
  const graph = new Map<string, Set<string>>();
  for (const { from, to } of ties) graph.set(from, (graph.get(from) ?? new Set()).add(to));
  return graph;
}

const none: ReadonlySet<string> = new Set();

export function partnersIn(graph: TieGraph, place: string): ReadonlySet<string> {
  return graph.get(place) ?? none;
}

/** Of each place that can be reached, the fewest ties that lead there. */
export function distancesFrom(graph: TieGraph, start: string): Map<string, number> {
  const distances = new Map([[start, 0]]);
  for (const [place, distance] of distances) {
    for (const partner of partnersIn(graph, place)) if (!distances.has(partner)) distances.set(partner, distance + 1);
  }
  return distances;
}

/** How many shortest chains lead to each place that can be reached. */
export function chainCountsFrom(graph: TieGraph, start: string): Map<string, number> {
  const distances = distancesFrom(graph, start);
  const counts = new Map([[start, 1]]);
  for (const [place, distance] of distances) {
    for (const partner of partnersIn(graph, place)) {
      if (distances.get(partner) === distance + 1) counts.set(partner, (counts.get(partner) ?? 0) + (counts.get(place) ?? 0));
    }
  }
  return counts;
}

/** All shortest chains, each as its places with spaces between; sorted. */
export function shortestChains(graph: TieGraph, from: string, to: string): string[] {
  const left = distancesFrom(graph, to);
  const length = left.get(from);
  if (length === undefined) return [];
  let chains = [[from]];
  for (let rest = length - 1; rest >= 0; rest -= 1) {
    chains = chains.flatMap((chain) =>
      [...partnersIn(graph, chain.at(-1) as string)].filter((next) => left.get(next) === rest).map((next) => [...chain, next]),
    );
  }
  return chains.map((chain) => chain.join(' ')).sort();
}

/** Pairs of partners of a place that are partners of each other. */
export function trianglesAt(graph: TieGraph, place: string): string[] {
  const partners = [...partnersIn(graph, place)];
  return partners.flatMap((a) => partners.filter((b) => a < b && partnersIn(graph, a).has(b)).map((b) => `${a} ${b}`)).sort();
}

/** The maximal cliques with three places or more, by growing every clique by every place that fits: without pivot and order. */
export function maximalCliquesIn(graph: TieGraph): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const grow = (clique: readonly string[], fitting: readonly string[]): void => {
    const key = [...clique].sort().join(' ');
    if (seen.has(key)) return;
    seen.add(key);
    if (fitting.length === 0 && clique.length > 2) found.add(key);
    for (const place of fitting) {
      grow(
        [...clique, place],
        fitting.filter((other) => partnersIn(graph, place).has(other)),
      );
    }
  };
  for (const [place, partners] of graph) grow([place], [...partners]);
  return [...found].sort();
}

export interface NaiveSimilarity {
  readonly shared: number;
  readonly union: number;
}

/** What two places share. */
export function similarityOf(graph: TieGraph, a: string, b: string): NaiveSimilarity {
  const [ofA, ofB] = [partnersIn(graph, a), partnersIn(graph, b)];
  return { shared: [...ofA].filter((one) => ofB.has(one)).length, union: new Set([...ofA, ...ofB]).size };
}
