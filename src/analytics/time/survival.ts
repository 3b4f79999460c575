import { type Stage, stageRank } from '../../domain/stage.js';
import { daysBetween } from '../elapsed.js';
import type { FigureQuestion } from '../whole-graph/question.js';
import type { SnapshotAgreement, SnapshotStep } from '../whole-graph/snapshot.js';
import { agreementsInQuestion, type InQuestion, onAnyDay } from './agreements-in-question.js';
import { kaplanMeier, type Lifetime, medianSurvival, type SurvivalPoint } from './kaplan-meier.js';

export const LEFT_OUT = {
  SIGNING_UNDATED: 'It is signed, and no source says when.',
  SIGNING_OPEN: 'It is known only to have been signed by some day.',
  END_UNDATED: 'It has ended, and no source says when.',
} as const;
export type LeftOut = keyof typeof LEFT_OUT;

export interface SurvivalAsked extends InQuestion {
  /** The stages that end an agreement. */
  readonly ends: readonly Stage[];
  /** ISO day until which agreements are watched. */
  readonly day: string;
}

/** Ids of agreements are rising. */
export interface Survival {
  readonly ended: readonly string[];
  /** Those that had not ended by the day: censored. */
  readonly running: readonly string[];
  /** Of both, those whose signing or end is not known to the day. */
  readonly imprecise: readonly string[];
  /** Signed agreements whose time is not known, for every reason, in their order. */
  readonly leftOut: readonly { readonly reason: LeftOut; readonly agreements: readonly string[] }[];
  readonly points: readonly SurvivalPoint[];
  /** Days; null when more than half last longer than any that was watched. */
  readonly median: number | null;
}

interface Watched extends Lifetime {
  readonly imprecise: boolean;
}

/** How long agreements last from their signing, by the estimate of Kaplan and Meier. */
export const survival: FigureQuestion<SurvivalAsked, Survival> = {
  answer: (snapshot, asked) => {
    const watched: Watched[] = [];
    const leftOut: Record<LeftOut, string[]> = { SIGNING_UNDATED: [], SIGNING_OPEN: [], END_UNDATED: [] };
    for (const agreement of agreementsInQuestion(snapshot, onAnyDay(asked))) {
      const found = lifetimeOf(agreement, asked);
      if (typeof found === 'string') leftOut[found].push(agreement.id);
      else if (found !== null) watched.push(found);
    }
    const idsOf = (fits: (one: Watched) => boolean) => watched.filter(fits).map(({ id }) => id);
    const points = kaplanMeier(watched);
    return {
      ended: idsOf(({ ended }) => ended),
      running: idsOf(({ ended }) => !ended),
      imprecise: idsOf(({ imprecise }) => imprecise),
      leftOut: (Object.keys(LEFT_OUT) as LeftOut[]).map((reason) => ({ reason, agreements: leftOut[reason] })),
      points,
      median: medianSurvival(points),
    };
  },
};

/** How long an agreement lasted, or why nobody can say; null when it was not signed by the day. */
function lifetimeOf({ id, steps }: SnapshotAgreement, { ends, day }: SurvivalAsked): Watched | LeftOut | null {
  const signings = steps.filter(({ stage, effective }) => stage === 'SIGNED' && (effective === null || effective <= day));
  const signing = signings.find(({ effective }) => effective !== null);
  if (signing === undefined) return signings.length === 0 ? null : 'SIGNING_UNDATED';
  if (signing.earliest === null) return 'SIGNING_OPEN';
  const endings = steps.filter(({ stage }) => ends.includes(stage));
  const end = endings.find((step) => step.effective !== null && step.effective <= day && stageRank(step) > stageRank(signing));
  if (end === undefined && endings.some(({ effective }) => effective === null)) return 'END_UNDATED';
  return {
    id,
    days: daysBetween(signing.earliest, end?.effective ?? day),
    ended: end !== undefined,
    imprecise: !isExact(signing) || (end !== undefined && !isExact(end)),
  };
}

function isExact({ earliest, latest }: SnapshotStep): boolean {
  return earliest !== null && earliest === latest;
}
