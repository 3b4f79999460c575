import type { TieFilter } from '../../domain/tie.js';
import { isWithin, type Snapshot, type SnapshotAgreement } from '../whole-graph/snapshot.js';
import { agreementsThatCount, tiesThatCount } from '../whole-graph/ties.js';

/** Which agreements a question about time looks at. */
export interface InQuestion {
  readonly ties: TieFilter;
  /** Id of a place that a party must be or be inside of; null: anywhere. */
  readonly within: string | null;
}

/**
 * The agreements that a question about time looks at: they pass what the filter says of agreements;
 * where it says something of the ends of ties, they have a tie that passes it; and they have a party
 * in the wanted place. In the order of their ids.
 */
export function agreementsInQuestion(snapshot: Snapshot, { ties, within }: InQuestion): SnapshotAgreement[] {
  const aboutEnds = ties.placeKinds !== null || ties.country !== null || ties.domestic !== null;
  const counted = aboutEnds
    ? [...new Set(tiesThatCount(snapshot, ties).map(({ agreement }) => agreement))]
    : agreementsThatCount(snapshot, ties);
  const here = within === null ? counted : counted.filter(({ parties }) => parties.some((party) => isWithin(snapshot, party, within)));
  return here.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** The same agreements on any day: those that nobody can place in time are among them. */
export function onAnyDay({ ties, within }: InQuestion): InQuestion {
  return { ties: { ...ties, asOf: null, phases: null }, within };
}
