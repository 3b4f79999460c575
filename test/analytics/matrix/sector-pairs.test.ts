import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sectorPairs } from '../../../src/analytics/matrix/sector-pairs.js';
import { filters, snapshots } from './snapshots.js';

test('support, Jaccard index and lift follow from the numbers beside them', () => {
  fc.assert(
    fc.property(snapshots, filters, (snapshot, ties) => {
      for (const pair of sectorPairs.rows(snapshot, { ties, minAgreements: 1 })) {
        const { agreementCount, countOfA, countOfB, outOf, support, jaccard, lift, agreements } = pair;
        expect(agreements.length).toBe(agreementCount);
        expect(agreementCount).toBeLessThanOrEqual(Math.min(countOfA, countOfB));
        expect(Math.max(countOfA, countOfB)).toBeLessThanOrEqual(outOf);
        expect(support).toBe(agreementCount / outOf);
        expect(jaccard).toBe(agreementCount / (countOfA + countOfB - agreementCount));
        expect(lift).toBeCloseTo(support / ((countOfA / outOf) * (countOfB / outOf)), 9);
      }
    }),
  );
});

test('every agreement that is a witness has both sectors', () => {
  fc.assert(
    fc.property(snapshots, filters, (snapshot, ties) => {
      for (const { a, b, agreements } of sectorPairs.rows(snapshot, { ties, minAgreements: 1 })) {
        for (const id of agreements) expect(snapshot.agreements.get(id)?.sectors).toEqual(expect.arrayContaining([a, b]));
      }
    }),
  );
});

test('a least number of agreements leaves out pairs and changes no other', () => {
  fc.assert(
    fc.property(snapshots, filters, (snapshot, ties) => {
      const all = sectorPairs.rows(snapshot, { ties, minAgreements: 1 });
      expect(sectorPairs.rows(snapshot, { ties, minAgreements: 2 })).toEqual(all.filter(({ agreementCount }) => agreementCount >= 2));
    }),
  );
});
