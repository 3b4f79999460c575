import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceBins, distanceKm, distanceSummary } from '../../../src/analytics/matrix/distance-distribution.js';
import { tiesThatCount } from '../../../src/analytics/whole-graph/ties.js';
import { filters, snapshots, sumOf } from './snapshots.js';

const HALF_THE_EARTH_KM = Math.PI * 6371.0088;
const at = (latitude: number, longitude: number) => ({ latitude, longitude }) as never;
const points = fc
  .record({ latitude: fc.integer({ min: -90, max: 90 }), longitude: fc.integer({ min: -180, max: 180 }) })
  .map((point) => point as never);

test.each([
  ['a degree of the equator', at(0, 0), at(0, 1), 111.195],
  ['a degree across the date line', at(0, 179.5), at(0, -179.5), 111.195],
  ['from pole to pole', at(90, 12), at(-90, -77), HALF_THE_EARTH_KM],
  ['to the other side of the earth', at(33, 10), at(-33, -170), HALF_THE_EARTH_KM],
  ['nowhere', at(-7.25, 112.75), at(-7.25, 112.75), 0],
  // Jakarta and Los Angeles.
  ['over an ocean', at(-6.2, 106.8), at(34.05, -118.24), 14_453.05],
])('%s is as long as it is', (_, one, other, km) => {
  expect(distanceKm(one, other)).toBeCloseTo(km, 2);
});

test('a distance is the same from either end, and no longer than half around the earth', () => {
  fc.assert(
    fc.property(points, points, (one, other) => {
      expect(distanceKm(one, other)).toBeCloseTo(distanceKm(other, one), 6);
      expect(distanceKm(one, other)).toBeLessThanOrEqual(HALF_THE_EARTH_KM + 1e-6);
    }),
  );
});

test('bins hold each tie that has a distance once, and with those that have none they are all', () => {
  fc.assert(
    fc.property(snapshots, filters, fc.integer({ min: 10, max: 20_000 }), (snapshot, ties, binKm) => {
      const bins = distanceBins.rows(snapshot, { ties, binKm });
      const { tieCount, unknown, minKm, maxKm } = distanceSummary.answer(snapshot, { ties });
      expect(sumOf(bins.map((bin) => bin.tieCount))).toBe(tieCount);
      expect(tieCount + unknown.tieCount).toBe(tiesThatCount(snapshot, ties).length);
      bins.forEach(({ fromKm, untilKm }, index) => {
        expect([fromKm, untilKm]).toEqual([index * binKm, (index + 1) * binKm]);
      });
      if (minKm !== null && maxKm !== null) {
        expect(bins.at(-1)?.tieCount).toBeGreaterThan(0);
        expect(maxKm + 0.001).toBeGreaterThanOrEqual(bins.at(-1)?.fromKm ?? 0);
        expect(bins.find((bin) => bin.tieCount > 0)?.untilKm).toBeGreaterThan(minKm - 0.001);
      }
    }),
  );
});

test('the summary rises from the shortest to the longest', () => {
  fc.assert(
    fc.property(snapshots, filters, (snapshot, ties) => {
      const { minKm, lowerQuartileKm, medianKm, upperQuartileKm, maxKm, meanKm, tieCount } = distanceSummary.answer(snapshot, { ties });
      const rising = [minKm, lowerQuartileKm, medianKm, upperQuartileKm, maxKm];
      if (tieCount === 0) expect([...rising, meanKm]).toEqual([null, null, null, null, null, null]);
      else {
        expect(rising).toEqual((rising as number[]).toSorted((one, other) => one - other));
        expect(meanKm).toBeGreaterThanOrEqual((minKm ?? 0) - 0.001);
        expect(meanKm).toBeLessThanOrEqual((maxKm ?? 0) + 0.001);
      }
    }),
  );
});
