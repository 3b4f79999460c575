import { PHASES, type Phase, STAGES, stateOn } from '../../domain/stage.js';
import { AGREEMENT_KINDS, type AgreementKind } from '../../domain/vocabulary.js';
import type { FigureQuestion } from '../whole-graph/question.js';
import type { SnapshotAgreement } from '../whole-graph/snapshot.js';
import { tiesThatCount } from '../whole-graph/ties.js';
import { agreementsInQuestion, type InQuestion, onAnyDay } from './agreements-in-question.js';

export interface GraphOnAsked extends InQuestion {
  /** ISO day. */
  readonly day: string;
}

/** What the graph was on a day. Lists are of ids, rising. */
export interface GraphOn {
  /** The agreements that had a state. */
  readonly agreements: readonly string[];
  /** All phases, in their order. */
  readonly phases: readonly { readonly phase: Phase; readonly agreements: readonly string[] }[];
  /** The kinds that there were, in their order. */
  readonly kinds: readonly { readonly kind: AgreementKind; readonly agreements: readonly string[] }[];
  /** Ties, and pairs of places that have one: two places may have several agreements. */
  readonly tieCount: number;
  readonly placePairCount: number;
  /** The ends of ties, and the countries that they are in. */
  readonly places: readonly string[];
  readonly countries: readonly string[];
  /** Of the agreements, those that make no tie. */
  readonly withoutTie: readonly string[];
  /** The agreements whose first dated step is of a later day. */
  readonly later: readonly string[];
  /** The agreements that have no dated step. */
  readonly undated: readonly string[];
}

const ids = (agreements: readonly SnapshotAgreement[]) => agreements.map(({ id }) => id);

export const graphOn: FigureQuestion<GraphOnAsked, GraphOn> = {
  answer: (snapshot, { ties, within, day }) => {
    const onDay = { ...ties, asOf: day };
    const standing = agreementsInQuestion(snapshot, { ties: onDay, within });
    const phaseOf = ({ steps }: SnapshotAgreement) => {
      const state = stateOn(steps, day);
      return state === null ? null : STAGES[state.stage].phase;
    };
    const counted = new Set(standing);
    const tiesOnDay = tiesThatCount(snapshot, onDay).filter(({ agreement }) => counted.has(agreement));
    const tied = new Set(tiesOnDay.map(({ agreement }) => agreement));
    const ends = new Set(tiesOnDay.flatMap(({ a, b }) => [a, b]));
    const known = agreementsInQuestion(snapshot, onAnyDay({ ties, within }));
    return {
      agreements: ids(standing),
      phases: (Object.keys(PHASES) as Phase[]).map((phase) => ({
        phase,
        agreements: ids(standing.filter((agreement) => phaseOf(agreement) === phase)),
      })),
      kinds: (Object.keys(AGREEMENT_KINDS) as AgreementKind[])
        .map((kind) => ({ kind, agreements: ids(standing.filter((agreement) => agreement.kind === kind)) }))
        .filter(({ agreements }) => agreements.length > 0),
      tieCount: tiesOnDay.length,
      placePairCount: new Set(tiesOnDay.map(({ a, b }) => `${a.id} ${b.id}`)).size,
      places: [...ends].map(({ id }) => id).sort(),
      countries: [...new Set([...ends].flatMap(({ country }) => country ?? []))].sort(),
      withoutTie: ids(standing.filter((agreement) => !tied.has(agreement))),
      later: ids(known.filter(({ steps }) => stateOn(steps, day) === null && steps.some(({ effective }) => effective !== null))),
      undated: ids(known.filter(({ steps }) => steps.every(({ effective }) => effective === null))),
    };
  },
};
