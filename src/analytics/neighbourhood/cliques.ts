import { BadInputError } from '../../domain/errors.js';
import type { TieFilter } from '../../domain/tie.js';
import { projected } from '../network/projection.js';
import { type Edge, SimpleGraph } from '../network/simple-graph.js';
import { inOrder, type TableQuestion } from '../whole-graph/question.js';
import type { EgoNetwork } from './ego-network.js';
import { maximalCliques } from './maximal-cliques.js';

/** Places that are all tied with one another. */
export interface CliqueRow {
  /** Ids, rising. */
  readonly members: readonly string[];
  readonly size: number;
  /** Ids of the agreements that tie them with one another, rising. */
  readonly agreements: readonly string[];
}

/** How many cliques are listed at most. */
const MOST = 10_000;

export const positionOfClique = ({ members, size }: CliqueRow) => ({ key: size, id: members.join(' ') });

/** The maximal cliques of the whole graph, those with most places first. */
export const cliques: TableQuestion<{ readonly ties: TieFilter; readonly minSize: number }, CliqueRow> = {
  direction: 'down',
  position: positionOfClique,
  rows: (snapshot, { ties, minSize }) => cliquesIn(projected(snapshot, { level: 'PLACE', ties }).graph, minSize),
};

/** Those that hold one place: all cliques that do are among the place and its partners. */
export function cliquesAround(place: string, { pairs }: EgoNetwork, minSize: number): CliqueRow[] {
  return cliquesIn(new SimpleGraph(pairs), minSize).filter(({ members }) => members.includes(place));
}

function cliquesIn(graph: SimpleGraph, minSize: number): CliqueRow[] {
  const found: (readonly number[])[] = [];
  for (const clique of maximalCliques(graph, minSize)) {
    found.push(clique);
    if (found.length > MOST)
      throw new BadInputError(
        `there are more than ${MOST} cliques. Accepted is a question that has fewer: raise minSize, or let fewer ties count.`,
      );
  }
  const edges = new Map(graph.edges.map((edge) => [`${edge.a} ${edge.b}`, edge]));
  const rows = found.map((clique): CliqueRow => {
    const nodes = [...clique].sort((one, other) => one - other);
    const agreements = nodes.flatMap((a, index) => nodes.slice(index + 1).flatMap((b) => (edges.get(`${a} ${b}`) as Edge).agreements));
    return {
      members: nodes.map((node) => graph.nodes[node] as string),
      size: nodes.length,
      agreements: [...new Set(agreements)].sort(),
    };
  });
  return inOrder(rows, 'down', positionOfClique);
}
