import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PanelQuestion, type PanelRow, tiePanel, undatedTies } from '../../../src/analytics/matrix/tie-panel.js';
import { yearOf } from '../../../src/analytics/matrix/tie-year.js';
import { tiesThatCount } from '../../../src/analytics/whole-graph/ties.js';
import { BadInputError } from '../../../src/domain/errors.js';
import { filters, snapshots, sumOf } from './snapshots.js';

const questions: fc.Arbitrary<PanelQuestion> = fc.record({
  ties: filters,
  unit: fc.constantFrom('PLACE', 'PROVINCE', 'COUNTRY'),
  country: fc.constantFrom(null, 'place:aa'),
  places: fc.constantFrom(null, ['place:p00', 'place:p01', 'place:p05']),
});
const CHANGES = { from: null, until: null, balanced: false } as const;
const unitOf = ({ country, unit, partnerCountry }: PanelRow) => `${country} ${unit} ${partnerCountry}`;

test('the cumulative number is the running sum of the new ones', () => {
  fc.assert(
    fc.property(snapshots, questions, (snapshot, question) => {
      const sums = new Map<string, number>();
      let before: PanelRow | undefined;
      for (const row of tiePanel.rows(snapshot, { ...question, ...CHANGES })) {
        sums.set(unitOf(row), (sums.get(unitOf(row)) ?? 0) + row.tieCount);
        expect(row.cumulativeTieCount).toBe(sums.get(unitOf(row)));
        if (before !== undefined && unitOf(before) === unitOf(row)) expect(before.year).toBeLessThan(row.year);
        before = row;
      }
    }),
  );
});

test('balanced, it has a row for every year, and the rows with a new tie are those of the other one', () => {
  fc.assert(
    fc.property(snapshots, questions, (snapshot, question) => {
      const changes = tiePanel.rows(snapshot, { ...question, ...CHANGES });
      const balanced = tiePanel.rows(snapshot, { ...question, ...CHANGES, balanced: true });
      expect(balanced.filter(({ tieCount }) => tieCount > 0)).toEqual(changes);
      const years = changes.map(({ year }) => year);
      const span = changes.length === 0 ? 0 : Math.max(...years) - Math.min(...years) + 1;
      expect(balanced.length).toBe(new Set(changes.map(unitOf)).size * span);
    }),
  );
});

test('the first and the last year cut rows off and change none', () => {
  fc.assert(
    fc.property(snapshots, questions, fc.constantFrom(1990, 2000, 2002), (snapshot, question, year) => {
      const all = tiePanel.rows(snapshot, { ...question, ...CHANGES });
      const some = tiePanel.rows(snapshot, { ...question, ...CHANGES, from: year, until: 2001 });
      expect(some).toEqual(all.filter((row) => row.year >= year && row.year <= 2001));
    }),
  );
});

test('of countries, every tie is there from either end, dated or not; one at home is there once', () => {
  fc.assert(
    fc.property(snapshots, filters, (snapshot, ties) => {
      const question = { ties, unit: 'COUNTRY', country: null, places: null } as const;
      const rows = [...tiePanel.rows(snapshot, { ...question, ...CHANGES }), ...undatedTies.rows(snapshot, question)];
      const all = tiesThatCount(snapshot, ties);
      const atHome = all.filter(({ a, b }) => a.country === b.country).length;
      expect(sumOf(rows.map(({ tieCount }) => tieCount))).toBe(2 * all.length - atHome);
    }),
  );
});

test('a panel that would be too long is refused, and says how to narrow it', () => {
  const anyTie = {
    kinds: null,
    phases: null,
    sectors: null,
    confidence: null,
    asOf: null,
    placeKinds: null,
    country: null,
    domestic: null,
  };
  const question = { ties: anyTie, unit: 'PLACE', country: null, places: null, from: 1, until: 10_000_000, balanced: true } as const;
  fc.assert(
    fc.property(
      snapshots.filter((snapshot) => tiesThatCount(snapshot, anyTie).some(({ agreement }) => yearOf(agreement, null) !== null)),
      (snapshot) => {
        expect(() => tiePanel.rows(snapshot, question)).toThrow(BadInputError);
        expect(() => tiePanel.rows(snapshot, question)).toThrow(/Accepted are 100000 at most: narrow it by country or places/);
      },
    ),
  );
});

test.each([
  [
    'the earliest of several',
    [
      ['SIGNED', '2005-03-01'],
      ['IMPLEMENTATION', '2004-01-01'],
    ],
    2004,
  ],
  [
    'not of talks',
    [
      ['LETTER_OF_INTENT', '2001-01-01'],
      ['SIGNED', '2005-03-01'],
    ],
    2005,
  ],
  ['not of the end', [['TERMINATED', '2001-01-01']], null],
  [
    'of a renewal, when nothing before it is dated',
    [
      ['SIGNED', null],
      ['RENEWED', '2011-01-01'],
    ],
    2011,
  ],
  ['none without a date', [['SIGNED', null]], null],
] as const)('the year of an agreement is that of %s', (_, history, year) => {
  const steps = history.map(([stage, effective], index) => ({
    id: `stage:${index}`,
    stage,
    effective,
    earliest: effective,
    latest: effective,
  }));
  const agreement = { id: 'agreement:x', kind: 'SISTER_CITY', parties: [], steps, sectors: [], confidences: [] } as const;
  expect(yearOf(agreement as never, null)).toBe(year);
});

test('on a day, later steps are not known yet', () => {
  const step = { id: 'stage:0', stage: 'SIGNED', effective: '2005-03-01', earliest: '2005-03-01', latest: '2005-03-01' } as const;
  expect([yearOf({ steps: [step] } as never, '2005-02-28'), yearOf({ steps: [step] } as never, '2005-03-01')]).toEqual([null, 2005]);
});
