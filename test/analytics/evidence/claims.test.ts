import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimsOf } from '../../../src/analytics/evidence/claims.js';
import type { Citation } from '../../../src/store/entities.js';

const PUBLISHERS: Readonly<Record<string, string>> = { one: 'Press', two: 'Press', three: 'City' };
const publisherOf = (source: string) => PUBLISHERS[source] as string;

const citation: fc.Arbitrary<Citation> = fc.record({
  source: fc.constantFrom('one', 'two', 'three'),
  locator: fc.constant(null),
  field: fc.constantFrom(null, 'date', 'kind'),
  value: fc.constant(null),
  basis: fc.constantFrom('STATED', 'INFERRED'),
  preferred: fc.boolean(),
  confidence: fc.constantFrom(null, 'LOW', 'MEDIUM', 'HIGH'),
  note: fc.constant(null),
});
const cited = (part: Partial<Citation>): Citation => ({
  source: 'one',
  locator: null,
  field: null,
  value: null,
  basis: 'STATED',
  preferred: true,
  confidence: null,
  note: null,
  ...part,
});

describe('a claim', () => {
  test('of a field is supported by the sources that speak of the field', () => {
    const [whole, date] = claimsOf(
      [cited({ confidence: 'HIGH' }), cited({ field: 'date', source: 'three', confidence: 'LOW' })],
      publisherOf,
    );
    expect(whole).toMatchObject({ field: null, asAWhole: true, independentSources: 1, bestConfidence: 'HIGH' });
    expect(date).toMatchObject({ field: 'date', asAWhole: false, independentSources: 1, bestConfidence: 'LOW' });
  });

  test('that only dissenting sources speak of is supported by those of the thing as a whole', () => {
    const [, date] = claimsOf([cited({ confidence: 'MEDIUM' }), cited({ field: 'date', value: '2007', preferred: false })], publisherOf);
    expect(date).toMatchObject({ asAWhole: true, bestConfidence: 'MEDIUM' });
    expect(date?.supporting).toHaveLength(1);
    expect(date?.dissenting).toHaveLength(1);
  });

  test('that nothing supports has no grade and no basis', () => {
    const [date] = claimsOf([cited({ field: 'date', preferred: false })], publisherOf);
    expect(date).toMatchObject({ asAWhole: false, supporting: [], independentSources: 0, bestConfidence: null, basis: null });
  });

  test('counts sources of one publisher once', () => {
    const [whole] = claimsOf([cited({ source: 'one' }), cited({ source: 'two' })], publisherOf);
    expect(whole?.independentSources).toBe(1);
  });

  test('is stated when one source states it', () => {
    const [whole] = claimsOf([cited({ basis: 'INFERRED' }), cited({ source: 'two' })], publisherOf);
    expect(whole?.basis).toBe('STATED');
  });
});

describe('for any citations', () => {
  test('each is in the claim of its field, once', () => {
    fc.assert(
      fc.property(fc.array(citation, { maxLength: 12 }), (citations) => {
        const claims = claimsOf(citations, publisherOf);
        const own = claims.flatMap(({ field, supporting, dissenting }) => [
          ...supporting.filter((one) => one.field === field),
          ...dissenting,
        ]);
        expect(own).toHaveLength(citations.length);
        expect(new Set(own)).toEqual(new Set(citations));
        for (const { field, supporting, dissenting } of claims) {
          expect(dissenting.every((one) => one.field === field && !one.preferred)).toBe(true);
          expect(supporting.every((one) => (one.field === field || one.field === null) && one.preferred)).toBe(true);
        }
      }),
    );
  });

  test('the thing as a whole comes first, and each field once', () => {
    fc.assert(
      fc.property(fc.array(citation, { maxLength: 12 }), (citations) => {
        const fields = claimsOf(citations, publisherOf).map(({ field }) => field);
        expect(new Set(fields).size).toBe(fields.length);
        expect(fields.slice(1)).not.toContain(null);
      }),
    );
  });

  test('the best grade is one that a supporting source has, and none of them has a better one', () => {
    fc.assert(
      fc.property(fc.array(citation, { maxLength: 12 }), (citations) => {
        const order = [null, 'LOW', 'MEDIUM', 'HIGH'];
        for (const { supporting, bestConfidence } of claimsOf(citations, publisherOf)) {
          const grades = supporting.map(({ confidence }) => order.indexOf(confidence));
          expect(order.indexOf(bestConfidence)).toBe(Math.max(0, ...grades));
        }
      }),
    );
  });
});
