import { type AskedOfProjection, projected } from '../network/projection.js';
import type { SimpleGraph } from '../network/simple-graph.js';
import { inOrder, type TableQuestion } from '../whole-graph/question.js';
import { betweennessOf } from './betweenness.js';
import { clusteringOf } from './clustering.js';
import { coreNumbers } from './cores.js';
import { pageRanks } from './page-rank.js';

/** What places can be ranked by. */
export const CENTRALITIES = {
  DEGREE: 'How many nodes it is joined to.',
  PAGERANK:
    'PageRank with damping 0.85, an edge taken both ways and without weight: how often somebody is there who follows edges at random, and for 15 of 100 steps goes anywhere. All together are 1.',
  BETWEENNESS:
    'The share of the pairs of other nodes whose shortest ways lead through it, a pair with several shortest ways by the share of these: from 0 to 1 (Freeman). Exact in projections of up to 4,000 nodes; in larger ones estimated from 2,000 sources (Brandes and Pich), which tells the first from the others and says little of values near 0.',
  CORE: 'Its core number: the largest k for which it is in the k-core, in which every node is joined to k others or more.',
  CLUSTERING:
    'Local clustering coefficient: the share of the pairs of its neighbours that are joined (Watts and Strogatz); 0 with fewer than two.',
} as const;
export type Centrality = keyof typeof CENTRALITIES;

export interface CentralPlace {
  readonly id: string;
  readonly value: number;
  /** 1 for the highest value. Equal values have equal ranks, and the next one comes after all of them. */
  readonly rank: number;
  /** From how many sources the value is estimated; null when it is exact. */
  readonly sampledFrom: number | null;
  readonly degree: number;
  /** Ids of the agreements that its edges stand for, rising. */
  readonly agreements: readonly string[];
}

export interface AskedOfCentrality extends AskedOfProjection {
  readonly by: Centrality;
}

const position = ({ id, value }: Pick<CentralPlace, 'id' | 'value'>) => ({ key: value, id });

const exact = (values: readonly number[]) => ({ values, sampledFrom: null });

const VALUES: Readonly<
  Record<Centrality, (graph: SimpleGraph) => { readonly values: readonly number[]; readonly sampledFrom: number | null }>
> = {
  DEGREE: (graph) => exact(graph.nodes.map((_, node) => graph.degree(node))),
  PAGERANK: (graph) => exact(pageRanks(graph)),
  BETWEENNESS: (graph) => betweennessOf(graph),
  CORE: (graph) => exact(coreNumbers(graph)),
  CLUSTERING: (graph) => exact(clusteringOf(graph).local),
};

/** The nodes of a projection by how central they are, those with the highest value first. */
export const centralPlaces: TableQuestion<AskedOfCentrality, CentralPlace> = {
  direction: 'down',
  position,
  rows: (snapshot, { projection, by }) => {
    const { graph } = projected(snapshot, projection);
    const { values, sampledFrom } = VALUES[by](graph);
    const agreements = graph.agreementsAt();
    const rows = graph.nodes.map((id, node) => ({
      id,
      value: rounded(values[node] as number),
      sampledFrom,
      degree: graph.degree(node),
      agreements: agreements[node] as readonly string[],
    }));
    let rank = 1;
    return inOrder(rows, 'down', position).map((row, index, ordered) => {
      if (row.value !== ordered[index - 1]?.value) rank = index + 1;
      return { ...row, rank };
    });
  },
};

/** Twelve digits: nodes that are alike get equal values, however the last digits fell when they were added up. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
