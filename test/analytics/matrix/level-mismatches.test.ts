import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levelMismatches, levelMismatchKinds } from '../../../src/analytics/matrix/level-mismatches.js';
import { tiesThatCount } from '../../../src/analytics/whole-graph/ties.js';
import { levelOf } from '../../../src/domain/place-level.js';
import { filters, snapshots, sumOf } from './snapshots.js';

test.each([
  ['a city and a regency are equals', 'CITY', 'REGENCY', 0],
  ['a province stands above a city', 'PROVINCE', 'CITY', -1],
  ['a district stands between a regency and a village', 'REGENCY', 'VILLAGE', -2],
] as const)('%s', (_, one, other, difference) => {
  expect((levelOf(one) ?? 0) - (levelOf(other) ?? 0)).toBe(difference);
});

test.each(['AUTHORITY', 'REGION'] as const)('%s has no level', (kind) => {
  expect(levelOf(kind)).toBeNull();
});

test('pairs of kinds hold the ties between levels, and the agreements are those of the pairs', () => {
  fc.assert(
    fc.property(snapshots, filters, (snapshot, ties) => {
      const pairs = levelMismatchKinds.rows(snapshot, { ties });
      const agreements = levelMismatches.rows(snapshot, { ties });
      const differing = tiesThatCount(snapshot, ties).filter(({ a, b }) => {
        const [one, other] = [levelOf(a.kind), levelOf(b.kind)];
        return one !== null && other !== null && one !== other;
      });
      expect(sumOf(pairs.map(({ tieCount }) => tieCount))).toBe(differing.length);
      expect(new Set(agreements.map(({ agreement }) => agreement))).toEqual(new Set(differing.map(({ agreement }) => agreement.id)));
      expect(new Set(pairs.flatMap((pair) => pair.agreements))).toEqual(new Set(agreements.map(({ agreement }) => agreement)));
      for (const { higher, lower } of pairs) expect(levelOf(higher) ?? 9).toBeLessThan(levelOf(lower) ?? 0);
    }),
  );
});
