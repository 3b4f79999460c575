import { type AskedOfProjection, projected } from '../network/projection.js';
import type { Edge } from '../network/simple-graph.js';
import { inOrder, type TableQuestion } from '../whole-graph/question.js';
import { cutsOf } from './cuts.js';

export interface ArticulationPoint {
  readonly id: string;
  /** Into how many components its component falls without it. */
  readonly parts: number;
  /** How many nodes are then not in the largest of these parts. */
  readonly cutOff: number;
  /** Ids of the agreements that its edges stand for, rising. */
  readonly agreements: readonly string[];
}

/** An edge without which its component falls into two: `a` has the smaller id. */
export interface BridgeRow {
  readonly a: string;
  readonly b: string;
  /** How many nodes are then on the side of `a`, and on that of `b`. */
  readonly sides: readonly [number, number];
  /** The smaller of them. */
  readonly cutOff: number;
  /** Ids, rising. */
  readonly agreements: readonly string[];
}

const positionOfPoint = ({ id, cutOff }: ArticulationPoint) => ({ key: cutOff, id });
const positionOfBridge = ({ a, b, cutOff }: BridgeRow) => ({ key: cutOff, id: `${a} ${b}` });

/** The articulation points of a projection, those that cut off most first. */
export const articulationPoints: TableQuestion<AskedOfProjection, ArticulationPoint> = {
  direction: 'down',
  position: positionOfPoint,
  rows: (snapshot, { projection }) => {
    const { graph } = projected(snapshot, projection);
    const agreements = graph.agreementsAt();
    const rows = cutsOf(graph).articulations.map(({ node, parts, cutOff }) => ({
      id: graph.nodes[node] as string,
      parts,
      cutOff,
      agreements: agreements[node] as readonly string[],
    }));
    return inOrder(rows, 'down', positionOfPoint);
  },
};

/** The bridges of a projection, those that cut off most first. */
export const bridges: TableQuestion<AskedOfProjection, BridgeRow> = {
  direction: 'down',
  position: positionOfBridge,
  rows: (snapshot, { projection }) => {
    const { graph } = projected(snapshot, projection);
    const rows = cutsOf(graph).bridges.map(({ edge, sides }): BridgeRow => {
      const { a, b, agreements } = graph.edges[edge] as Edge;
      return { a: graph.nodes[a] as string, b: graph.nodes[b] as string, sides, cutOff: Math.min(...sides), agreements };
    });
    return inOrder(rows, 'down', positionOfBridge);
  },
};
