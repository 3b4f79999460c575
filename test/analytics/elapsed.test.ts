import { describe, expect, test } from 'vitest';
import { dayAfter, dayBefore, daysBetween } from '../../src/analytics/elapsed.js';
import { BadInputError } from '../../src/domain/errors.js';

function refusalOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(BadInputError);
    return (error as BadInputError).message;
  }
  throw new Error('nothing was refused');
}

describe('dayBefore', () => {
  test.each([
    ['2024-02-29', 'P1Y', '2023-02-28'],
    ['2024-02-29', 'P4Y', '2020-02-29'],
    ['2024-03-31', 'P1M', '2024-02-29'],
    ['2023-03-31', 'P1M', '2023-02-28'],
    ['2024-01-31', 'P1M', '2023-12-31'],
    ['2025-11-22', 'P18M', '2024-05-22'],
    ['2024-08-31', 'P18M', '2023-02-28'],
    ['2024-03-01', 'P90D', '2023-12-02'],
    ['2024-03-01', 'P1W', '2024-02-23'],
    ['2024-03-01', 'P1Y2M10D', '2022-12-22'],
    ['2024-03-01', 'P0D', '2024-03-01'],
    ['2024-03-01', 'P2023Y', '0001-03-01'],
  ])('%s less %s is %s', (day, duration, expected) => {
    expect(dayBefore(day, 'olderThan', duration)).toBe(expected);
  });
});

test('there is no year 0 to go back to', () => {
  expect(refusalOf(() => dayBefore('2024-03-01', 'olderThan', 'P2024Y'))).toContain('is too long');
});

describe('dayAfter', () => {
  test.each([
    ['2023-02-28', 'P1Y', '2024-02-28'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2024-01-31', 'P1M', '2024-02-29'],
    ['2023-12-02', 'P90D', '2024-03-01'],
    ['2024-03-01', 'P0D', '2024-03-01'],
    ['2024-12-31', 'P7975Y', '9999-12-31'],
  ])('%s and %s is %s', (day, duration, expected) => {
    expect(dayAfter(day, 'within', duration)).toBe(expected);
  });
});

describe.each([
  ['dayBefore', dayBefore],
  ['dayAfter', dayAfter],
])('%s refuses', (_, shift) => {
  test.each(['', 'P', '1 year', '365', 'P1.5Y', 'P1Y ', 'P-1Y', 'P1D2M', 'forever'])('%j, which is not a duration', (duration) => {
    expect(refusalOf(() => shift('2024-02-29', 'olderThan', duration))).toBe(
      `olderThan "${duration}" is not a duration. Accepted is a duration such as P2Y or P18M.`,
    );
  });

  test.each(['-P1Y', '-P1D', '-PT1S'])('%s, which is negative', (duration) => {
    expect(refusalOf(() => shift('2024-02-29', 'olderThan', duration))).toBe(
      `olderThan "${duration}" is negative. Accepted are durations of no days or more.`,
    );
  });

  test.each(['P8000Y', 'P20000Y', 'P4000000D', 'P4294967295Y', 'P9999999999999999Y', 'P99999999999999999999D', `P${'9'.repeat(5000)}Y`])(
    '%s, which leads out of the calendar',
    (duration) => {
      expect(refusalOf(() => shift('2024-02-29', 'olderThan', duration))).toBe(
        `olderThan "${duration}" is too long. Accepted are durations that stay between the years 1 and 9999.`,
      );
    },
  );
});

describe('daysBetween', () => {
  test.each([
    ['2024-02-28', '2024-03-01', 2],
    ['2023-02-28', '2023-03-01', 1],
    ['2018-04-30', '2018-04-30', 0],
    ['2024-03-01', '2024-02-28', -2],
    ['2023-01-01', '2025-01-01', 731],
  ])('from %s to %s are %d', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});
