import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparable, likeness } from '../../../../src/exchange/import/resolution/likeness.js';

const like = (a: string, b: string, least?: number) => likeness(comparable(a), comparable(b), least);

describe('the likeness of two names', () => {
  test.each([
    ['surabaya', 'surabaya', 1],
    ['surabaya', 'surabya', 7 / 8],
    ['surabaya', 'surabaia', 7 / 8],
    // Two letters that changed places are one error.
    ['surabaya', 'suarbaya', 7 / 8],
    ['banda aceh', 'aceh banda', 0.95],
    ['bali', 'york', 0],
  ])('of %s and %s is %d', (a, b, expected) => {
    expect(like(a, b)).toBeCloseTo(expected, 10);
  });

  const NAME = fc.string({ unit: fc.constantFrom(...'abcdeé '), maxLength: 12 });

  test('is the same both ways, and 1 for the same name alone', () => {
    fc.assert(
      fc.property(NAME, NAME, (a, b) => {
        expect(like(a, b)).toBe(like(b, a));
        if (a !== b) expect(like(a, b)).toBeLessThan(1);
        else if (a !== '') expect(like(a, b)).toBe(1);
      }),
    );
  });

  test('is not touched by the bound below which it is not wanted', () => {
    fc.assert(
      fc.property(NAME, NAME, fc.constantFrom(0.5, 0.6, 0.75, 0.9), (a, b, least) => {
        const exact = like(a, b);
        expect(like(a, b, least)).toBe(exact < least ? 0 : exact);
      }),
      { numRuns: 2000 },
    );
  });
});
