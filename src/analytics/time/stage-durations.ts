import { STAGES, type Stage, stateOn } from '../../domain/stage.js';
import { daysBetween } from '../elapsed.js';
import { type FiveNumbers, fiveNumbers } from '../five-numbers.js';
import type { TableQuestion } from '../whole-graph/question.js';
import { inOrder } from '../whole-graph/question.js';
import type { SnapshotAgreement, SnapshotStep } from '../whole-graph/snapshot.js';
import { agreementsInQuestion, type InQuestion } from './agreements-in-question.js';

export const DURATION_GROUPS = {
  NONE: 'All in one group.',
  KIND: 'By the kind of agreement.',
  COUNTRY: 'By the countries of the parties; an agreement counts in each of them.',
  YEAR: 'By the year in which the first of the two steps takes effect.',
} as const;
export type DurationGroup = keyof typeof DURATION_GROUPS;

export interface DurationsAsked extends InQuestion {
  readonly from: Stage;
  readonly to: Stage;
  readonly by: DurationGroup;
  /** ISO day up to which steps are looked at, and on which those that wait are still waiting. */
  readonly day: string;
}

/** The time between two steps of an agreement, or between a step and the day. */
export interface StageSpan {
  /** Ids. */
  readonly agreement: string;
  readonly start: string;
  readonly end: string | null;
  /** Whole days between the days on which the two take effect. */
  readonly days: number;
  /** The fewest and the most days that the dates leave room for; null: no bound. */
  readonly atLeast: number;
  readonly atMost: number | null;
}

export interface DurationsRow {
  /** Kind, id of a country, or year; null: all, or no country, or no year. */
  readonly group: string | null;
  /** The agreements that came to the second step, the quickest first, and those that still wait, the longest first. */
  readonly reached: readonly StageSpan[];
  readonly waiting: readonly StageSpan[];
  /** Ids of agreements that stand past the second stage without having come to it, and of those that lack a date. */
  readonly passed: readonly string[];
  readonly undated: readonly string[];
  readonly days: FiveNumbers | null;
  readonly atLeast: FiveNumbers | null;
  readonly atMost: FiveNumbers | null;
  readonly waitingDays: FiveNumbers | null;
}

type Outcome =
  | { readonly kind: 'reached' | 'waiting'; readonly span: StageSpan; readonly from: SnapshotStep }
  | { readonly kind: 'passed' | 'undated'; readonly agreement: string; readonly from: SnapshotStep };

const position = ({ reached, group }: DurationsRow) => ({ key: reached.length, id: group ?? '' });

/** How long it takes from the first step of one stage to the first later step of another, in groups, the largest first. */
export const stageDurations: TableQuestion<DurationsAsked, DurationsRow> = {
  direction: 'down',
  position,
  rows: (snapshot, asked) => {
    const groups = new Map<string | null, Outcome[]>();
    for (const agreement of agreementsInQuestion(snapshot, asked)) {
      const outcome = outcomeOf(agreement, asked);
      if (outcome === null) continue;
      for (const group of groupsOf(agreement, outcome.from, asked.by)) {
        const members = groups.get(group);
        if (members === undefined) groups.set(group, [outcome]);
        else members.push(outcome);
      }
    }
    return inOrder(
      [...groups].map(([group, outcomes]) => rowOf(group, outcomes)),
      'down',
      position,
    );
  },
};

/** What became of an agreement after its first step of the one stage; null when it has none. */
function outcomeOf({ id, steps }: SnapshotAgreement, { from, to, day, ties }: DurationsAsked): Outcome | null {
  const known = steps.filter(({ effective }) => (effective === null ? ties.asOf === null : effective <= day));
  const starts = known.filter(({ stage }) => stage === from);
  const first = starts.find(({ effective }) => effective !== null);
  if (first === undefined) return starts[0] === undefined ? null : { kind: 'undated', agreement: id, from: starts[0] };
  const end = known.find((step) => step.stage === to && step !== first && step.effective !== null && !comesBefore(step, first));
  if (end !== undefined) return { kind: 'reached', span: spanOf(id, first, end), from: first };
  if (known.some((step) => step.stage === to && step.effective === null && step !== first))
    return { kind: 'undated', agreement: id, from: first };
  const state = stateOn(known, null) as SnapshotStep;
  if (STAGES[state.stage].ordinal > STAGES[to].ordinal) return { kind: 'passed', agreement: id, from: first };
  const today = { id: null, effective: day, earliest: day, latest: day };
  return { kind: 'waiting', span: spanOf(id, first, today), from: first };
}

/** Of two steps of one day, neither comes before the other. */
function comesBefore(one: SnapshotStep, other: SnapshotStep): boolean {
  return (one.effective ?? '') < (other.effective ?? '');
}

interface Dated extends Pick<SnapshotStep, 'effective' | 'earliest' | 'latest'> {
  readonly id: string | null;
}

function spanOf(agreement: string, start: SnapshotStep, end: Dated): StageSpan {
  const between = (one: string | null, other: string | null) => (one === null || other === null ? null : daysBetween(one, other));
  return {
    agreement,
    start: start.id,
    end: end.id,
    days: daysBetween(start.effective as string, end.effective as string),
    // Dates that overlap leave the order open, but a second step that was first is not what is asked about.
    atLeast: Math.max(0, between(start.latest, end.earliest) ?? 0),
    atMost: between(start.earliest, end.latest),
  };
}

function groupsOf({ kind, parties }: SnapshotAgreement, { effective }: SnapshotStep, by: DurationGroup): readonly (string | null)[] {
  if (by === 'NONE') return [null];
  if (by === 'KIND') return [kind];
  if (by === 'YEAR') return [effective?.slice(0, 4) ?? null];
  return [...new Set(parties.map(({ country }) => country))];
}

function rowOf(group: string | null, outcomes: readonly Outcome[]): DurationsRow {
  const spans = (kind: 'reached' | 'waiting') => outcomes.flatMap((outcome) => (outcome.kind === kind ? [outcome.span] : []));
  const agreements = (kind: 'passed' | 'undated') =>
    outcomes.flatMap((outcome) => (outcome.kind === kind ? [outcome.agreement] : [])).sort();
  const bySpan = ({ days, agreement }: StageSpan) => ({ key: days, id: agreement });
  const [reached, waiting] = [inOrder(spans('reached'), 'up', bySpan), inOrder(spans('waiting'), 'down', bySpan)];
  return {
    group,
    reached,
    waiting,
    passed: agreements('passed'),
    undated: agreements('undated'),
    days: fiveNumbers(reached.map(({ days }) => days)),
    atLeast: fiveNumbers(reached.map(({ atLeast }) => atLeast)),
    atMost: fiveNumbers(reached.map(({ atMost }) => atMost)),
    waitingDays: fiveNumbers(waiting.map(({ days }) => days)),
  };
}
