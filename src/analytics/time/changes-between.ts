import type { Stage } from '../../domain/stage.js';
import type { FigureQuestion, TableQuestion } from '../whole-graph/question.js';
import { inOrder } from '../whole-graph/question.js';
import type { Snapshot, SnapshotAgreement, SnapshotStep } from '../whole-graph/snapshot.js';
import { agreementsInQuestion, type InQuestion, onAnyDay } from './agreements-in-question.js';
import { CHANGES, type Change, changesOf } from './change.js';

/** A stretch of days: after the first, up to and with the last. */
export interface Stretch {
  readonly from: string;
  readonly until: string;
}

export interface ChangesAsked extends InQuestion, Stretch {
  /** Stages of the steps (null: any). */
  readonly stages: readonly Stage[] | null;
}

/** A step that took effect in a stretch of days. */
export interface ChangeRow {
  /** Ids. `before` and `after` are the steps that decided the state the day before, and on the day. */
  readonly agreement: string;
  readonly step: string;
  readonly before: string | null;
  readonly after: string;
  readonly change: Change;
  /** The day on which the step takes effect. */
  readonly day: string;
  /** Whether the step can also have been on a day outside the stretch. */
  readonly uncertain: boolean;
}

/** How many steps there are, and the ids of their agreements, rising. */
export interface StepTotal {
  readonly stepCount: number;
  readonly agreements: readonly string[];
}

export interface ChangeTotals {
  /** All changes, in their order. */
  readonly changes: readonly (StepTotal & { readonly change: Change })[];
  /** Steps that take effect outside the stretch but can have been in it. */
  readonly possible: StepTotal;
  /** Steps that no source dates. */
  readonly undated: StepTotal;
}

const isIn = ({ from, until }: Stretch, day: string | null) => day !== null && day > from && day <= until;

/** Whether a dated step can have been on a day of the stretch. Open ends reach as far as needed. */
function canBeIn({ from, until }: Stretch, { earliest, latest }: SnapshotStep): boolean {
  return from < until && (earliest === null || earliest <= until) && (latest === null || latest > from);
}

function canBeOutside({ from, until }: Stretch, { earliest, latest }: SnapshotStep): boolean {
  return earliest === null || earliest <= from || latest === null || latest > until;
}

const position = ({ day, step }: ChangeRow) => ({ key: day, id: step });

/** The agreements as they stood at the end of the stretch: each that has a change had a state by then. */
function changesIn(snapshot: Snapshot, asked: ChangesAsked): ChangeRow[] {
  const { ties, within, until, stages } = asked;
  return agreementsInQuestion(snapshot, { ties: { ...ties, asOf: until }, within }).flatMap((agreement) =>
    changesOf(agreement.steps)
      .filter(({ step }) => isIn(asked, step.effective) && (stages === null || stages.includes(step.stage)))
      .map(({ step, before, after, change }) => ({
        agreement: agreement.id,
        step: step.id,
        before: before?.id ?? null,
        after: after.id,
        change,
        day: step.effective as string,
        uncertain: canBeOutside(asked, step),
      })),
  );
}

/** The steps that took effect in a stretch of days, by day. */
export const changesBetween: TableQuestion<ChangesAsked & { readonly changes: readonly Change[] | null }, ChangeRow> = {
  direction: 'up',
  position,
  rows: (snapshot, { changes, ...asked }) => {
    const rows = changesIn(snapshot, asked);
    return inOrder(changes === null ? rows : rows.filter(({ change }) => changes.includes(change)), 'up', position);
  },
};

/** How many steps made each change, and how many can be placed in the stretch only perhaps, or not at all. */
export const changeTotals: FigureQuestion<ChangesAsked, ChangeTotals> = {
  answer: (snapshot, asked) => {
    const rows = changesIn(snapshot, asked);
    const known = agreementsInQuestion(snapshot, onAnyDay(asked));
    const stepsOf = (fits: (step: SnapshotStep) => boolean) =>
      total(
        known.flatMap(({ id, steps }: SnapshotAgreement) =>
          steps.flatMap((step) => (fits(step) && (asked.stages === null || asked.stages.includes(step.stage)) ? [id] : [])),
        ),
      );
    return {
      changes: (Object.keys(CHANGES) as Change[]).map((change) => ({
        change,
        ...total(rows.filter((row) => row.change === change).map(({ agreement }) => agreement)),
      })),
      possible: stepsOf((step) => step.effective !== null && !isIn(asked, step.effective) && canBeIn(asked, step)),
      undated: stepsOf(({ effective }) => effective === null),
    };
  },
};

/** Of the agreement of each step. */
function total(agreements: readonly string[]): StepTotal {
  return { stepCount: agreements.length, agreements: [...new Set(agreements)].sort() };
}
