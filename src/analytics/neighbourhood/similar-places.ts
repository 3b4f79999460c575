import { BadInputError } from '../../domain/errors.js';
import type { TieFilter } from '../../domain/tie.js';
import type { Graph } from '../../graph/graph.js';
import { neighboursOf, partnerCounts, placesInside } from '../../store/ties.js';
import { projected } from '../network/projection.js';
import type { SimpleGraph } from '../network/simple-graph.js';
import { inOrder, type TableQuestion } from '../whole-graph/question.js';
import { isWithin, type SnapshotPlace } from '../whole-graph/snapshot.js';

/** Two places and how far their partners are the same; what there is of them. */
export interface SimilarPair {
  readonly a: string;
  readonly b: string;
  /** Partners that both have. */
  readonly shared: number;
  /** Partners that one of them has, or both. */
  readonly union: number;
}

export interface Similarity {
  readonly ties: TieFilter;
  /** How many partners a pair must share. */
  readonly minShared: number;
  /** Id of a place that the similar places must be, or be inside of; null for anywhere. */
  readonly within: string | null;
}

/** How many pairs are listed at most. */
const MOST = 100_000;

/**
 * The coefficient of Jaccard of the two sets of partners: those that both have, by those that either has. The sets are
 * taken as they are (Liben-Nowell and Kleinberg 2007, https://doi.org/10.1002/asi.20591): where the two places are
 * partners of each other, each is in the set of the other and so among the union, but never shared.
 */
export function jaccard({ shared, union }: SimilarPair): number {
  return shared / union;
}

export const positionOfPair = (pair: SimilarPair) => ({ key: jaccard(pair), id: `${pair.a} ${pair.b}` });

/** The pairs of places whose partners are most similar, in the whole graph; `a` has the smaller id. */
export const similarPlaces: TableQuestion<Similarity, SimilarPair> = {
  direction: 'down',
  position: positionOfPair,
  rows: (snapshot, { ties, minShared, within }) => {
    const { graph } = projected(snapshot, { level: 'PLACE', ties });
    const inside = graph.nodes.map((id) => within === null || isWithin(snapshot, snapshot.places.get(id) as SnapshotPlace, within));
    return inOrder(similarIn(graph, minShared, inside), 'down', positionOfPair);
  },
};

function similarIn(graph: SimpleGraph, minShared: number, inside: readonly boolean[]): SimilarPair[] {
  const pairs: SimilarPair[] = [];
  for (const a of graph.nodes.keys()) {
    if (!inside[a] || graph.degree(a) < minShared) continue;
    for (const [b, shared] of sharers(graph, a)) {
      if (b <= a || !inside[b] || shared < minShared) continue;
      if (pairs.length === MOST)
        throw new BadInputError(
          `more than ${MOST} pairs share ${minShared} partners or more. Accepted is a question that has fewer: raise minShared, let fewer ties count, or name a place.`,
        );
      const union = graph.degree(a) + graph.degree(b) - shared;
      pairs.push({ a: graph.nodes[a] as string, b: graph.nodes[b] as string, shared, union });
    }
  }
  return pairs;
}

/** The nodes that share neighbours with a node, with how many. */
function sharers(graph: SimpleGraph, node: number): Map<number, number> {
  const shared = new Map<number, number>();
  const neighbours = (of: number) => graph.neighbours.subarray(graph.starts[of], graph.starts[of + 1]);
  for (const neighbour of neighbours(node)) {
    for (const other of neighbours(neighbour)) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return shared;
}

/** The places whose partners are most similar to those of one place, which is `a` of each pair. In four statements. */
export async function placesSimilarTo(graph: Graph, place: string, { ties, minShared, within }: Similarity): Promise<SimilarPair[]> {
  const partners = (await neighboursOf(graph, [place], ties)).get(place) ?? [];
  const shared = new Map<string, number>();
  for (const theirs of (await neighboursOf(graph, partners, ties)).values()) {
    for (const other of theirs) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  const sharing = [...shared.keys()].filter((other) => other !== place && (shared.get(other) ?? 0) >= minShared);
  const others = [...(await placesInside(graph, sharing, within))];
  const counts = await partnerCounts(graph, others, ties);
  const pairs = others.map((b): SimilarPair => {
    const both = shared.get(b) ?? 0;
    return { a: place, b, shared: both, union: partners.length + (counts.get(b) ?? 0) - both };
  });
  return inOrder(pairs, 'down', positionOfPair);
}
