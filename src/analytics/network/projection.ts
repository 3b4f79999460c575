import type { TieFilter } from '../../domain/tie.js';
import type { Snapshot, SnapshotPlace } from '../whole-graph/snapshot.js';
import { tiesThatCount } from '../whole-graph/ties.js';
import { SimpleGraph } from './simple-graph.js';

/** What the nodes of a projection are: the places that have a tie, or the provinces or countries that they are in or are. */
export const LEVELS = {
  PLACE: 'The places that are tied, of whatever kind.',
  PROVINCE: 'The provinces that the tied places are in, or are.',
  COUNTRY: 'The countries that the tied places are in.',
} as const;
export type Level = keyof typeof LEVELS;

/** What counts as a node and as an edge. */
export interface Projection {
  readonly level: Level;
  readonly ties: TieFilter;
}

/** A question about the graph of a projection. */
export interface AskedOfProjection {
  readonly projection: Projection;
}

/** What became of the agreements of a projection; ids, rising. One of three parties can be in several of the lists. */
export interface ProjectedAgreements {
  /** Those that an edge stands for. */
  readonly joining: readonly string[];
  /** Those that tie two places of one node, which makes no edge. */
  readonly atHome: readonly string[];
  /** Those that tie a place which is in no node: in no known province, or country. */
  readonly unplaced: readonly string[];
}

export interface Projected {
  readonly graph: SimpleGraph;
  readonly agreements: ProjectedAgreements;
}

const NODE_OF: Readonly<Record<Level, (place: SnapshotPlace) => string | null>> = {
  PLACE: ({ id }) => id,
  PROVINCE: ({ province }) => province,
  COUNTRY: ({ country }) => country,
};

/** The simple graph of the ties that count, made once for each projection as long as it is remembered. */
export function projected(snapshot: Snapshot, projection: Projection): Projected {
  return snapshot.remember('projection', projection, () => project(snapshot, projection));
}

function project(snapshot: Snapshot, { level, ties }: Projection): Projected {
  const nodeOf = NODE_OF[level];
  const pairs = new Map<string, { readonly a: string; readonly b: string; readonly agreements: Set<string> }>();
  const joining = new Set<string>();
  const atHome = new Set<string>();
  const unplaced = new Set<string>();
  for (const { a, b, agreement } of tiesThatCount(snapshot, ties)) {
    const [one, other] = [nodeOf(a), nodeOf(b)];
    if (one === null || other === null) unplaced.add(agreement.id);
    else if (one === other) atHome.add(agreement.id);
    else {
      joining.add(agreement.id);
      const [first, second] = one < other ? [one, other] : [other, one];
      const key = `${first} ${second}`;
      let pair = pairs.get(key);
      if (pair === undefined) {
        pair = { a: first, b: second, agreements: new Set() };
        pairs.set(key, pair);
      }
      pair.agreements.add(agreement.id);
    }
  }
  return {
    graph: new SimpleGraph(pairs.values()),
    agreements: { joining: [...joining].sort(), atHome: [...atHome].sort(), unplaced: [...unplaced].sort() },
  };
}
