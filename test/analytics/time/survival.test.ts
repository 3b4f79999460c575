import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween } from '../../../src/analytics/elapsed.js';
import { survival } from '../../../src/analytics/time/survival.js';
import type { SnapshotStep } from '../../../src/analytics/whole-graph/snapshot.js';
import { parsePartialDate } from '../../../src/domain/partial-date.js';
import type { Stage } from '../../../src/domain/stage.js';
import { ANY_TIE } from '../../../src/domain/tie.js';
import { graphOf, histories } from './histories.js';

const asked = { ties: ANY_TIE, within: null, ends: ['EXPIRED', 'TERMINATED'] as const, day: '2001-03-07' };

/** Steps of an agreement as they are read: by day. */
function history(...steps: [Stage, string?][]): SnapshotStep[] {
  return steps.map(([stage, date], index) => {
    const days = date === undefined ? { earliest: null, latest: null, effective: null } : parsePartialDate(date);
    return { id: `stage:${index}`, stage, earliest: days.earliest, latest: days.latest, effective: days.effective };
  });
}

test('a hand-worked case: five watched, two ended, one of them after a renewal', () => {
  const graph = graphOf([
    history(['SIGNED', '2000-03-07'], ['RENEWED', '2000-09-01'], ['EXPIRED', '2001-03-01']),
    history(['SIGNED', '2000-03-07']),
    history(['LETTER_OF_INTENT', '2000-01-01'], ['SIGNED', '2001-03-01'], ['TERMINATED', '2001-03-05']),
    history(['SIGNED', '2001-03-06']),
    history(['SIGNED', '2000-03-07'], ['DORMANT', '2000-05-01']),
    history(['LETTER_OF_INTENT', '2000-01-01']),
    history(['SIGNED', '2001-03-08']),
  ]);
  const answer = survival.answer(graph, asked);
  // Watched: 359 days and ended, 365, 4 and ended, 1, 365. At 4 days four are left of whom one ends, at 359 three.
  expect(answer.points.map((point) => [point.days, point.atRisk, point.ended, point.survival])).toEqual([
    [4, 4, ['agreement:2'], 3 / 4],
    [359, 3, ['agreement:0'], (3 / 4) * (2 / 3)],
  ]);
  expect(answer.median).toBe(359);
  expect(answer.running).toEqual(['agreement:1', 'agreement:3', 'agreement:4']);
});

test('dormancy is an end where it is asked for', () => {
  const graph = graphOf([history(['SIGNED', '2000-03-07'], ['DORMANT', '2000-03-10'])]);
  expect(survival.answer(graph, asked).ended).toEqual([]);
  expect(survival.answer(graph, { ...asked, ends: ['DORMANT'] }).points.map(({ days }) => days)).toEqual([3]);
});

test.each<[string, SnapshotStep[]]>([
  ['SIGNING_UNDATED', history(['SIGNED'])],
  ['SIGNING_OPEN', history(['SIGNED', '../2000-03-07'], ['EXPIRED', '2001'])],
  ['END_UNDATED', history(['EXPIRED'], ['SIGNED', '2000'])],
])('%s leaves an agreement out', (reason, steps) => {
  const { points, running, leftOut } = survival.answer(graphOf([steps]), asked);
  expect([points, running]).toEqual([[], []]);
  expect(leftOut.filter(({ agreements }) => agreements.length > 0).map((one) => one.reason)).toEqual([reason]);
});

describe('for any histories', () => {
  const several = fc.array(histories, { maxLength: 12 });

  test('every signed agreement is watched or left out, once', () => {
    fc.assert(
      fc.property(several, (all) => {
        const { ended, running, leftOut } = survival.answer(graphOf(all), asked);
        const found = [...ended, ...running, ...leftOut.flatMap(({ agreements }) => agreements)].sort();
        const signed = all.flatMap((steps, index) =>
          steps.some(({ stage, effective }) => stage === 'SIGNED' && (effective ?? '') <= asked.day) ? [`agreement:${index}`] : [],
        );
        expect(found).toEqual(signed.sort());
      }),
    );
  });

  test('the ended are those of the points, with the days from signing to end', () => {
    fc.assert(
      fc.property(several, (all) => {
        const { ended, points } = survival.answer(graphOf(all), asked);
        expect(points.flatMap((point) => point.ended).sort()).toEqual(ended);
        for (const { days, ended: here } of points) {
          for (const id of here) {
            const steps = all[Number(id.split(':')[1])] as SnapshotStep[];
            const first = steps.find(({ stage, effective }) => stage === 'SIGNED' && effective !== null)?.effective as string;
            const last = steps
              .filter(({ stage, effective }) => (stage === 'EXPIRED' || stage === 'TERMINATED') && (effective ?? '') >= first)
              .map(({ effective }) => effective as string)
              .sort()[0] as string;
            expect(days).toBe(daysBetween(first, last));
          }
        }
      }),
    );
  });
});
