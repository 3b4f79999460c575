import type { TieFilter } from '../../domain/tie.js';
import { inOrder, type TableQuestion } from '../whole-graph/question.js';
import { tiesThatCount } from '../whole-graph/ties.js';

/** A tie as an edge between two places: `a` has the smaller id. */
export interface TieEdge {
  /** Ids. */
  readonly agreement: string;
  readonly a: string;
  readonly b: string;
}

const position = ({ agreement, a, b }: TieEdge) => ({ key: agreement, id: `${a} ${b}` });

/** The edges of the graph of ties, by the ids of their agreements; two agreements of the same places make two edges. */
export const tieEdges: TableQuestion<{ readonly ties: TieFilter }, TieEdge> = {
  direction: 'up',
  position,
  rows: (snapshot, { ties }) => {
    const edges = tiesThatCount(snapshot, ties).map(({ a, b, agreement }) => ({ agreement: agreement.id, a: a.id, b: b.id }));
    return inOrder(edges, 'up', position);
  },
};
