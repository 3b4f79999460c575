import type { TieFilter } from '../../domain/tie.js';
import type { Graph } from '../../graph/graph.js';
import { placesBeside, type TiedPair, tiesAmong } from '../../store/ties.js';

/** A place with its partners, and the ties of all of them with one another. */
export interface EgoNetwork {
  /** The partners, by id, each with the name that it is sorted by. */
  readonly partners: ReadonlyMap<string, string>;
  readonly pairs: readonly TiedPair[];
}

/** What is around a place, in two statements. */
export async function egoNetwork(graph: Graph, place: string, ties: TieFilter): Promise<EgoNetwork> {
  const partners = await placesBeside(graph, [place], ties);
  return { partners, pairs: await tiesAmong(graph, [place, ...partners.keys()], ties) };
}
