import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fiveNumbers } from '../../src/analytics/five-numbers.js';

test.each([
  // As R answers: quantile(c(...)).
  [[1, 2, 3, 4], { min: 1, lowerQuartile: 1.75, median: 2.5, upperQuartile: 3.25, max: 4 }],
  [[10, 7, 4], { min: 4, lowerQuartile: 5.5, median: 7, upperQuartile: 8.5, max: 10 }],
  [[5], { min: 5, lowerQuartile: 5, median: 5, upperQuartile: 5, max: 5 }],
  // What is without bound is larger than any number, and so is what lies between it and a number.
  [[1, 2, null], { min: 1, lowerQuartile: 1.5, median: 2, upperQuartile: null, max: null }],
  [[1, 2, 3, 4, null], { min: 1, lowerQuartile: 2, median: 3, upperQuartile: 4, max: null }],
  [[null], { min: null, lowerQuartile: null, median: null, upperQuartile: null, max: null }],
])('of %j', (values, expected) => {
  expect(fiveNumbers(values)).toEqual(expected);
});

test('of nothing there are none', () => {
  expect(fiveNumbers([])).toBeNull();
});

test('rise, and have the shares of the values below and above them that they are named for', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1 }), (values) => {
      const numbers = Object.values(fiveNumbers(values) ?? {}) as number[];
      expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
      for (const [index, share] of [0.25, 0.5, 0.75].entries()) {
        const number = numbers[index + 1] as number;
        const between = values.length - 1;
        expect(values.filter((value) => value < number).length).toBeLessThanOrEqual(Math.ceil(share * between));
        expect(values.filter((value) => value > number).length).toBeLessThanOrEqual(Math.ceil((1 - share) * between));
      }
    }),
  );
});
