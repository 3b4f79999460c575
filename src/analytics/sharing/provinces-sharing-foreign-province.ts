import type { TieFilter } from '../../domain/tie.js';
import type { PlaceKind } from '../../domain/vocabulary.js';
import type { Graph } from '../../graph/graph.js';
import type { Parameters } from '../../graph/values.js';
import type { Position } from '../../store/pages.js';
import { tieParameters } from '../../store/ties.js';

export interface SharingQuestion {
  /** Id of the country whose provinces are compared. */
  readonly home: string;
  /** Kinds of the places at home whose ties count. */
  readonly homeKinds: readonly PlaceKind[];
  readonly ties: TieFilter;
  /** How many foreign provinces a pair must share. */
  readonly minShared: number;
}

export interface SharedForeignProvince {
  /** Id of the foreign province. */
  readonly foreign: string;
  /** Ids of the agreements that lead there from either province of the pair. */
  readonly ofA: readonly string[];
  readonly ofB: readonly string[];
}

export interface ProvincePair {
  readonly a: string;
  readonly b: string;
  /** Names the pair in its list. */
  readonly pair: string;
  readonly sharedCount: number;
  readonly shared: readonly SharedForeignProvince[];
}

function parameters({ home, homeKinds, minShared, ties }: SharingQuestion): Parameters {
  return { home, homeKinds, minShared, ...tieParameters(ties) };
}

/** One page of the pairs of provinces that share a foreign province, those that share most first. */
export async function provincesSharingForeignProvince(
  graph: Graph,
  question: SharingQuestion,
  first: number,
  after: Position | null,
): Promise<{ readonly pairs: readonly ProvincePair[]; readonly hasNextPage: boolean }> {
  const rows = await graph.ask('questions/provinces-sharing-foreign-province', {
    ...parameters(question),
    afterShared: after?.key ?? null,
    afterPair: after?.id ?? '',
    limit: first + 1,
  });
  return { pairs: rows.slice(0, first) as unknown as ProvincePair[], hasNextPage: rows.length > first };
}

/** How many pairs there are in all. */
export async function countProvincesSharingForeignProvince(graph: Graph, question: SharingQuestion): Promise<number> {
  const [row] = await graph.ask('questions/provinces-sharing-foreign-province-count', parameters(question));
  return (row?.total as number | undefined) ?? 0;
}
