import type { Pair, TieFilter } from '../../domain/tie.js';
import type { Graph } from '../../graph/graph.js';
import type { Position } from '../../store/pages.js';
import { tiesWithAgreements } from '../../store/ties.js';
import { inOrder } from '../whole-graph/question.js';

/** A partner that two places share. */
export interface SharedPartner {
  /** Its id, and what it is sorted by. */
  readonly partner: string;
  readonly name: string;
  /** Ids of the agreements with the first place and with the second, rising. */
  readonly ofA: readonly string[];
  readonly ofB: readonly string[];
}

export function positionOfShared({ name, partner }: SharedPartner): Position {
  return { key: name, id: partner };
}

/** The partners that each pair of places shares, by name. */
export async function sharedPartners(
  graph: Graph,
  pairs: readonly Pair[],
  ties: TieFilter,
): Promise<readonly (readonly SharedPartner[])[]> {
  const partnersOf = await tiesWithAgreements(graph, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))], ties);
  return pairs.map(({ a, b }) => {
    const ofB = partnersOf.get(b);
    const shared = [...(partnersOf.get(a) ?? [])].flatMap(([partner, { name, agreements }]) => {
      const other = ofB?.get(partner);
      return other === undefined ? [] : [{ partner, name, ofA: agreements, ofB: other.agreements }];
    });
    return inOrder(shared, 'up', positionOfShared);
  });
}
