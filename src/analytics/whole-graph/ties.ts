import { type DatedStage, STAGES, stateOn } from '../../domain/stage.js';
import { atLeast, type TieFilter } from '../../domain/tie.js';
import type { Snapshot, SnapshotAgreement, SnapshotPlace, SnapshotStep } from './snapshot.js';

/** A tie between two places: `a` has the smaller id. */
export interface Tie {
  readonly a: SnapshotPlace;
  readonly b: SnapshotPlace;
  readonly agreement: SnapshotAgreement;
}

/** The agreements that count: what `agreement/counts` of the query book says of one, for all. */
export function agreementsThatCount(snapshot: Snapshot, filter: TieFilter): SnapshotAgreement[] {
  const counts = agreementFilter(filter);
  return [...snapshot.agreements.values()].filter(counts);
}

/** The ties that count: what `tie/hop` of the query book does from one place, for all places. In the order of agreements. */
export function tiesThatCount(snapshot: Snapshot, filter: TieFilter): Tie[] {
  const ties: Tie[] = [];
  for (const agreement of agreementsThatCount(snapshot, filter)) {
    const { parties } = agreement;
    for (let i = 0; i < parties.length; i += 1) {
      for (let j = i + 1; j < parties.length; j += 1) {
        const [one, other] = [parties[i] as SnapshotPlace, parties[j] as SnapshotPlace];
        if (!canBeEnds(one, other, filter)) continue;
        ties.push(one.id < other.id ? { a: one, b: other, agreement } : { a: other, b: one, agreement });
      }
    }
  }
  return ties;
}

function agreementFilter({ kinds, sectors, confidence, phases, asOf }: TieFilter): (agreement: SnapshotAgreement) => boolean {
  const confidences = confidence === null ? null : atLeast(confidence);
  return (agreement) =>
    (kinds === null || kinds.includes(agreement.kind)) &&
    (sectors === null || agreement.sectors.some((sector) => sectors.includes(sector))) &&
    (confidences === null || agreement.confidences.some((one) => confidences.includes(one))) &&
    ((asOf === null && phases === null) || isInForce(agreement.steps, phases, asOf));
}

function isInForce(steps: readonly SnapshotStep[], phases: TieFilter['phases'], asOf: string | null): boolean {
  const now: DatedStage | null = stateOn(steps, asOf);
  return now !== null && (phases === null || phases.includes(STAGES[now.stage].phase));
}

function canBeEnds(one: SnapshotPlace, other: SnapshotPlace, { placeKinds, country, domestic }: TieFilter): boolean {
  return (
    one.id !== other.id &&
    one.kind !== 'COUNTRY' &&
    other.kind !== 'COUNTRY' &&
    (placeKinds === null || (placeKinds.includes(one.kind) && placeKinds.includes(other.kind))) &&
    (country === null || one.country === country || other.country === country) &&
    (domestic === null || (one.country !== null && other.country !== null && (one.country === other.country) === domestic))
  );
}

/** A tie seen from one of its ends. */
export interface TieEnd {
  readonly here: SnapshotPlace;
  readonly there: SnapshotPlace;
  readonly tie: Tie;
}

export function fromBothEnds(ties: readonly Tie[]): TieEnd[] {
  return ties.flatMap((tie) => [
    { here: tie.a, there: tie.b, tie },
    { here: tie.b, there: tie.a, tie },
  ]);
}

/** Ids of the agreements that ties are made of, rising. */
export function agreementsOf(ties: Iterable<Tie>): string[] {
  const ids = new Set<string>();
  for (const { agreement } of ties) ids.add(agreement.id);
  return [...ids].sort();
}
