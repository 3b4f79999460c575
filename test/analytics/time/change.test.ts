import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, changesOf } from '../../../src/analytics/time/change.js';
import { changesBetween, changeTotals } from '../../../src/analytics/time/changes-between.js';
import { STAGES, type Stage, stateOn } from '../../../src/domain/stage.js';
import { ANY_TIE } from '../../../src/domain/tie.js';
import { graphOf, histories } from './histories.js';

const DAY = (n: number) => `2001-03-${String(n).padStart(2, '0')}`;
const day = fc.integer({ min: 1, max: 10 }).map(DAY);
const stretches = fc.tuple(day, day).map(([one, other]) => (one < other ? { from: one, until: other } : { from: other, until: one }));
const ANY = { ties: ANY_TIE, within: null, stages: null };

/** The changes that a history makes, a step a day. */
function made(...stages: Stage[]): Change[] {
  return changesOf(stages.map((stage, index) => ({ stage, effective: DAY(index + 1) }))).map(({ change }) => change);
}

describe('a step', () => {
  test.each<[Stage[], Change[]]>([
    [
      ['EXPLORATION', 'LETTER_OF_INTENT', 'DRAFTING', 'SIGNED', 'IMPLEMENTATION', 'RENEWED'],
      ['BEGAN', 'ADVANCED', 'ADVANCED', 'SIGNED', 'ADVANCED', 'ADVANCED'],
    ],
    [['SIGNED'], ['SIGNED']],
    [['IMPLEMENTATION'], ['SIGNED']],
    [['EXPIRED'], ['LAPSED']],
    [
      ['SIGNED', 'DORMANT', 'TERMINATED', 'DORMANT'],
      ['SIGNED', 'LAPSED', 'ADVANCED', 'RETURNED'],
    ],
    [
      ['SIGNED', 'EXPIRED', 'RENEWED', 'RENEWED', 'SIGNED'],
      ['SIGNED', 'LAPSED', 'REVIVED', 'RECORDED', 'RETURNED'],
    ],
    [
      ['SIGNED', 'TERMINATED', 'LETTER_OF_INTENT'],
      ['SIGNED', 'LAPSED', 'REVIVED'],
    ],
    [
      ['LETTER_OF_INTENT', 'TERMINATED'],
      ['BEGAN', 'LAPSED'],
    ],
    [
      ['SIGNED', 'EXPLORATION', 'SIGNED'],
      ['SIGNED', 'RETURNED', 'SIGNED'],
    ],
  ])('of %j makes %j', (stages, changes) => {
    expect(made(...stages)).toEqual(changes);
  });

  test('of a day on which another one decides is only recorded', () => {
    const steps = [
      { stage: 'LETTER_OF_INTENT', effective: DAY(1) },
      { stage: 'SIGNED', effective: DAY(1) },
    ] as const;
    expect(changesOf(steps).map(({ change, before, after }) => [change, before, after.stage])).toEqual([
      ['RECORDED', null, 'SIGNED'],
      ['SIGNED', null, 'SIGNED'],
    ]);
  });

  test('without a date changes nothing', () => {
    expect(changesOf([{ stage: 'SIGNED', effective: null }])).toEqual([]);
  });
});

describe('for any history', () => {
  test('the state before a change is that of the day before, and the state after it that of the day', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const changes = changesOf(steps);
        expect(changes.map(({ step }) => step)).toEqual(steps.filter(({ effective }) => effective !== null));
        for (const { step, before, after } of changes) {
          const earlier = steps.filter(({ effective }) => effective !== null && effective < (step.effective as string));
          expect(before).toEqual(stateOn(earlier, '9999-12-31'));
          expect(after).toEqual(stateOn(steps, step.effective));
        }
      }),
    );
  });

  test('the stage before and the changes of a stretch give the stage after it', () => {
    fc.assert(
      fc.property(histories, stretches, (steps, { from, until }) => {
        let stage = stateOn(steps, from)?.stage ?? null;
        for (const { step, before, after, change } of changesOf(steps)) {
          if ((step.effective as string) <= from || (step.effective as string) > until || change === 'RECORDED') continue;
          expect(before?.stage ?? null).toBe(stage);
          stage = after.stage;
        }
        expect(stage).toBe(stateOn(steps, until)?.stage ?? null);
      }),
    );
  });

  test('what a change is called fits the phases before and after it', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { step, before, after, change } of changesOf(steps)) {
          const [from, to] = [before === null ? null : STAGES[before.stage].phase, STAGES[after.stage].phase];
          expect(change === 'RECORDED').toBe(step !== after || before?.stage === after.stage);
          if (change === 'RECORDED') continue;
          expect(change === 'LAPSED').toBe(to === 'LAPSED' && from !== 'LAPSED');
          expect(change === 'REVIVED').toBe(from === 'LAPSED' && to !== 'LAPSED');
          expect(change === 'SIGNED').toBe(to === 'AGREEMENT' && from !== 'AGREEMENT' && from !== 'LAPSED');
          expect(change === 'BEGAN').toBe(from === null && (to === 'EXPLORATION' || to === 'INTENT'));
        }
      }),
    );
  });
});

describe('for any stretch of days', () => {
  const several = fc.array(histories, { maxLength: 5 });

  test('a step is certain when every day that it can be is in the stretch, and possible when only some other one is', () => {
    fc.assert(
      fc.property(several, stretches, (all, { from, until }) => {
        const graph = graphOf(all);
        const rows = changesBetween.rows(graph, { ...ANY, from, until, changes: null });
        const steps = [...graph.agreements.values()].flatMap((agreement) => agreement.steps.filter(({ effective }) => effective !== null));
        // Every day from long before to long after, one by one.
        const days = ['0000-01-01', ...Array.from({ length: 31 }, (_, index) => DAY(index + 1)), '9999-12-31'];
        const canBe = (step: (typeof steps)[number], at: string) =>
          (step.earliest === null || step.earliest <= at) && (step.latest === null || step.latest >= at);
        const isIn = (at: string) => at > from && at <= until;
        const [certain, uncertain] = [rows.filter((row) => !row.uncertain), rows.filter((row) => row.uncertain)].map((some) =>
          some.map(({ step }) => step).sort(),
        );
        const inside = steps.filter(({ effective }) => isIn(effective as string));
        const leaves = (step: (typeof steps)[number]) =>
          days.some((at) => canBe(step, at) && !isIn(at)) ||
          (step.latest ?? '9999') > '2001-03-31' ||
          (step.earliest ?? '0000') < '2001-03-01';
        expect(uncertain).toEqual(
          inside
            .filter(leaves)
            .map(({ id }) => id)
            .sort(),
        );
        expect(certain).toEqual(
          inside
            .filter((step) => !leaves(step))
            .map(({ id }) => id)
            .sort(),
        );
        const { possible, undated } = changeTotals.answer(graph, { ...ANY, from, until });
        expect(possible.stepCount).toBe(
          steps.filter((step) => !isIn(step.effective as string) && days.some((at) => isIn(at) && canBe(step, at))).length,
        );
        expect(undated.stepCount).toBe(all.flat().filter(({ effective }) => effective === null).length);
      }),
    );
  });

  test('two stretches that follow one another have the steps of both together', () => {
    fc.assert(
      fc.property(several, fc.tuple(day, day, day), (all, some) => {
        const [from, middle, until] = [...some].sort() as [string, string, string];
        const graph = graphOf(all);
        const rows = (one: string, other: string) =>
          changesBetween.rows(graph, { ...ANY, from: one, until: other, changes: null }).map(({ step, change }) => ({ step, change }));
        expect([...rows(from, middle), ...rows(middle, until)]).toEqual(rows(from, until));
      }),
    );
  });

  test('the totals count the rows', () => {
    fc.assert(
      fc.property(several, stretches, (all, { from, until }) => {
        const graph = graphOf(all);
        const rows = changesBetween.rows(graph, { ...ANY, from, until, changes: null });
        for (const { change, stepCount, agreements } of changeTotals.answer(graph, { ...ANY, from, until }).changes) {
          const of = rows.filter((row) => row.change === change);
          expect(stepCount).toBe(of.length);
          expect(agreements).toEqual([...new Set(of.map(({ agreement }) => agreement))].sort());
        }
      }),
    );
  });
});
