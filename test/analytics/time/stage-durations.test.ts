import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween } from '../../../src/analytics/elapsed.js';
import { stageDurations } from '../../../src/analytics/time/stage-durations.js';
import { STAGES, type Stage, stateOn } from '../../../src/domain/stage.js';
import { ANY_TIE } from '../../../src/domain/tie.js';
import { graphOf, histories, stage } from './histories.js';

const TODAY = '2001-03-07';
const asked = { within: null, by: 'NONE', day: TODAY } as const;

describe('for any history', () => {
  test('an agreement that had the first stage is in one of the four groups, by its steps as they come', () => {
    fc.assert(
      fc.property(histories, stage, stage, fc.boolean(), (all, from, to, dated) => {
        const graph = graphOf([all]);
        const ties = { ...ANY_TIE, asOf: dated ? TODAY : null };
        const [row, ...more] = stageDurations.rows(graph, { ...asked, ties, from, to });
        expect(more).toEqual([]);

        const steps = (graph.agreements.get('agreement:0')?.steps ?? []).filter(({ effective }) =>
          effective === null ? !dated : effective <= TODAY,
        );
        const start = steps.findIndex((step) => step.stage === from && step.effective !== null);
        const outcome = (() => {
          if (!steps.some((step) => step.stage === from)) return null;
          if (start < 0) return 'undated';
          const begun = steps[start]?.effective as string;
          const ends = steps.filter((step, index) => index !== start && step.stage === to);
          if (ends.some(({ effective }) => effective !== null && effective >= begun)) return 'reached';
          if (ends.some(({ effective }) => effective === null)) return 'undated';
          return STAGES[stateOn(steps, null)?.stage as Stage].ordinal > STAGES[to].ordinal ? 'passed' : 'waiting';
        })();

        const counts = { reached: 0, waiting: 0, passed: 0, undated: 0, ...(outcome === null ? {} : { [outcome]: 1 }) };
        expect({
          reached: row?.reached.length ?? 0,
          waiting: row?.waiting.length ?? 0,
          passed: row?.passed.length ?? 0,
          undated: row?.undated.length ?? 0,
        }).toEqual(counts);
      }),
      { numRuns: 1_000 },
    );
  });

  test('the days lie between the fewest and the most that the dates leave room for', () => {
    fc.assert(
      fc.property(histories, stage, stage, (steps, from, to) => {
        const [row] = stageDurations.rows(graphOf([steps]), { ...asked, ties: ANY_TIE, from, to });
        for (const { days, atLeast, atMost } of [...(row?.reached ?? []), ...(row?.waiting ?? [])]) {
          expect(atLeast).toBeGreaterThanOrEqual(0);
          expect(days).toBeGreaterThanOrEqual(atLeast);
          expect(atMost ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(days);
        }
      }),
    );
  });

  test('no choice of days within the two dates is outside of what they leave room for', () => {
    fc.assert(
      fc.property(histories, stage, stage, fc.nat(1000), fc.nat(1000), (steps, from, to, one, other) => {
        const graph = graphOf([steps]);
        const [row] = stageDurations.rows(graph, { ...asked, ties: ANY_TIE, from, to });
        for (const { start, end, atLeast, atMost } of row?.reached ?? []) {
          const stepOf = (id: string | null) => graph.agreements.get('agreement:0')?.steps.find((step) => step.id === id);
          const [begun, done] = [dayIn(stepOf(start), one), dayIn(stepOf(end), other)];
          if (begun > done) continue;
          const days = daysBetween(begun, done);
          expect(days).toBeGreaterThanOrEqual(atLeast);
          expect(days).toBeLessThanOrEqual(atMost ?? Number.POSITIVE_INFINITY);
        }
      }),
    );
  });
});

/** Some day that a step can have been on. */
function dayIn(step: { earliest: string | null; latest: string | null } | undefined, choice: number): string {
  const [first, last] = [Date.parse(step?.earliest ?? '1990-01-01'), Date.parse(step?.latest ?? '2020-01-01')];
  const days = (last - first) / 86_400_000;
  return new Date(first + Math.round((choice / 1000) * days) * 86_400_000).toISOString().slice(0, 10);
}

test('groups by country count an agreement in both, and groups by year by its first step', () => {
  const signed = (date: string) => [
    { id: 'stage:1', stage: 'LETTER_OF_INTENT', effective: '2001-03-01', earliest: '2001-03-01', latest: '2001-03-01' } as const,
    { id: 'stage:2', stage: 'SIGNED', effective: date, earliest: date, latest: date } as const,
  ];
  const graph = graphOf([signed('2001-03-05'), signed('2001-03-02')]);
  const groups = (by: 'COUNTRY' | 'YEAR' | 'KIND') =>
    stageDurations
      .rows(graph, { ...asked, ties: ANY_TIE, from: 'LETTER_OF_INTENT', to: 'SIGNED', by })
      .map(({ group, reached }) => [group, reached.map(({ days }) => days)]);
  expect(groups('COUNTRY')).toEqual([
    ['place:aa', [1, 4]],
    ['place:bb', [1, 4]],
  ]);
  expect(groups('YEAR')).toEqual([['2001', [1, 4]]]);
  expect(groups('KIND')).toEqual([['SISTER_CITY', [1, 4]]]);
});
