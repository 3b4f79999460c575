import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kaplanMeier, type Lifetime, medianSurvival } from '../../../src/analytics/time/kaplan-meier.js';

interface Reference {
  readonly days: readonly number[];
  readonly ended: readonly number[];
  readonly median: number;
  readonly points: readonly {
    readonly days: number;
    readonly atRisk: number;
    readonly ended: number;
    readonly survival: number;
    readonly standardError?: number;
    readonly lower?: number;
    readonly upper?: number;
  }[];
}

/** Curves that lifelines and statsmodels estimated; the script beside it says how. */
const REFERENCE: Readonly<Record<string, Reference>> = JSON.parse(
  readFileSync(new URL('kaplan-meier-reference.json', import.meta.url), 'utf8'),
);

const lifetimes = fc
  .array(fc.record({ days: fc.nat(12), ended: fc.boolean() }), { maxLength: 40 })
  .map((all): Lifetime[] => all.map((one, index) => ({ id: `agreement:${index}`, ...one })));

describe.each(Object.entries(REFERENCE))('on the data set "%s"', (_, { days, ended, median, points }) => {
  const curve = kaplanMeier(days.map((length, index) => ({ id: String(index), days: length, ended: ended[index] === 1 })));

  test('the curve is that of the libraries', () => {
    expect(curve.map((point) => [point.days, point.atRisk, point.ended.length])).toEqual(
      points.map((point) => [point.days, point.atRisk, point.ended]),
    );
    for (const [index, point] of points.entries()) {
      expect(curve[index]?.survival).toBeCloseTo(point.survival, 12);
      if (point.survival === 0) expect(curve[index]).toMatchObject({ standardError: null, lower: null, upper: null });
      else {
        expect(curve[index]?.standardError).toBeCloseTo(point.standardError as number, 12);
        expect(curve[index]?.lower).toBeCloseTo(point.lower as number, 12);
        expect(curve[index]?.upper).toBeCloseTo(point.upper as number, 12);
      }
    }
  });

  test('the median is that of the libraries', () => {
    expect(medianSurvival(curve)).toBe(median);
  });
});

test('the remissions of Freireich are as textbooks print them', () => {
  const { days, ended } = REFERENCE['6-mercaptopurine'] as Reference;
  const curve = kaplanMeier(days.map((length, index) => ({ id: String(index), days: length, ended: ended[index] === 1 })));
  expect(curve.map(({ days: week, survival, standardError }) => [week, survival.toFixed(3), standardError?.toFixed(4)])).toEqual([
    [6, '0.857', '0.0764'],
    [7, '0.807', '0.0869'],
    [10, '0.753', '0.0963'],
    [13, '0.690', '0.1068'],
    [16, '0.627', '0.1141'],
    [22, '0.538', '0.1282'],
    [23, '0.448', '0.1346'],
  ]);
});

describe('for any lifetimes', () => {
  test('the share falls, stays within 0 and 1, and lies within its interval', () => {
    fc.assert(
      fc.property(lifetimes, (all) => {
        let last = 1;
        for (const { survival, lower, upper } of kaplanMeier(all)) {
          expect(survival).toBeLessThan(last);
          expect(survival).toBeGreaterThanOrEqual(0);
          if (survival > 0) {
            expect(lower).toBeGreaterThanOrEqual(0);
            expect(lower).toBeLessThanOrEqual(survival);
            expect(upper).toBeGreaterThanOrEqual(survival);
            expect(upper).toBeLessThanOrEqual(1);
          }
          last = survival;
        }
      }),
    );
  });

  test('each step is the product over all lengths before it, counted anew', () => {
    fc.assert(
      fc.property(lifetimes, (all) => {
        const lengths = [...new Set(all.filter(({ ended }) => ended).map(({ days }) => days))].sort((one, other) => one - other);
        const atRisk = (length: number) => all.filter(({ days }) => days >= length).length;
        const endedAt = (length: number) => all.filter(({ days, ended }) => ended && days === length);
        const expected = lengths.map((length, index) => ({
          days: length,
          atRisk: atRisk(length),
          ended: endedAt(length)
            .map(({ id }) => id)
            .sort(),
          survival: lengths.slice(0, index + 1).reduce((share, one) => share * (1 - endedAt(one).length / atRisk(one)), 1),
        }));
        const found = kaplanMeier(all);
        expect(found.map(({ days, atRisk: risk, ended }) => ({ days, atRisk: risk, ended }))).toEqual(
          expected.map(({ days, atRisk: risk, ended }) => ({ days, atRisk: risk, ended })),
        );
        for (const [index, { survival }] of expected.entries()) expect(found[index]?.survival).toBeCloseTo(survival, 12);
      }),
    );
  });

  test('without censoring it is the share that is left', () => {
    fc.assert(
      fc.property(lifetimes, (all) => {
        const ended = all.map((one) => ({ ...one, ended: true }));
        for (const { days, survival } of kaplanMeier(ended))
          expect(survival).toBeCloseTo(ended.filter((one) => one.days > days).length / ended.length, 12);
      }),
    );
  });

  test('the median is the first length at which half or more have ended, none censored', () => {
    fc.assert(
      fc.property(lifetimes, (all) => {
        const ended = all.map((one) => ({ ...one, ended: true }));
        const days = ended.map((one) => one.days).sort((one, other) => one - other);
        expect(medianSurvival(kaplanMeier(ended))).toBe(days[Math.ceil(days.length / 2) - 1] ?? null);
      }),
    );
  });

  test('of those that are all censored there is no curve and no median', () => {
    fc.assert(
      fc.property(lifetimes, (all) => {
        const curve = kaplanMeier(all.map((one) => ({ ...one, ended: false })));
        expect(curve).toEqual([]);
        expect(medianSurvival(curve)).toBeNull();
      }),
    );
  });
});
