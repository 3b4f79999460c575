import { describe, expect, test } from 'vitest';
import { ENGINES } from '../../engines.js';
import { TIE_FILTERS, tieFilterIn } from '../oracle/tie-filters.js';
import { worldsOn } from '../oracle/worlds.js';
import { openedWorld } from './opened-world.js';

type Location = { readonly latitude: number; readonly longitude: number };

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The haversine formula, in km. */
function haversineKm(one: Location, other: Location): number {
  const a =
    Math.sin(radians(other.latitude - one.latitude) / 2) ** 2 +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(a)));
}

/** The value below which a part of rising values lies, interpolated between the two nearest ranks. */
function quantile(rising: readonly number[], part: number): number {
  const rank = part * (rising.length - 1);
  const [below, above] = [rising[Math.floor(rank)] as number, rising[Math.ceil(rank)] as number];
  return below + (above - below) * (rank - Math.floor(rank));
}

describe.each(ENGINES)('the distances of ties on $name', (engine) => {
  describe.each(worldsOn(engine))('on $name', (world) => {
    const opened = openedWorld(engine, world);
    const filters = TIE_FILTERS.map((part) => ({ part, ties: tieFilterIn(world, part) }));

    test.each(filters)('are those of the oracle: $part', async ({ ties }) => {
      const { oracle, analyst } = opened();
      const kms: number[] = [];
      const unknown: string[] = [];
      for (const { agreement, from, to } of oracle.ties(ties).filter((tie) => tie.from < tie.to)) {
        const [one, other] = [oracle.locationOf(from), oracle.locationOf(to)];
        if (one && other) kms.push(haversineKm(one, other));
        else unknown.push(`agreement:${agreement}`);
      }
      kms.sort((one, other) => one - other);

      const summary = await analyst.figure('distanceSummary', { ties });
      expect(summary.tieCount).toBe(kms.length);
      expect(summary.unknown).toMatchObject({ tieCount: unknown.length, agreements: [...new Set(unknown)].sort() });
      const { minKm, lowerQuartileKm, medianKm, upperQuartileKm, maxKm, meanKm } = summary;
      const found = [minKm, lowerQuartileKm, medianKm, upperQuartileKm, maxKm, meanKm];
      if (kms.length === 0) expect(found).toEqual([null, null, null, null, null, null]);
      else {
        const mean = kms.reduce((sum, km) => sum + km, 0) / kms.length;
        const expected = [...[0, 0.25, 0.5, 0.75, 1].map((part) => quantile(kms, part)), mean];
        for (const [index, km] of found.entries()) expect(km).toBeCloseTo(expected[index] as number, 2);
      }

      const { rows } = await analyst.table('distanceBins', { ties, binKm: 700 }, 1_000, null);
      expect(rows.map(({ fromKm, untilKm, tieCount }) => [fromKm, untilKm, tieCount])).toEqual(
        Array.from({ length: kms.length === 0 ? 0 : Math.floor((kms.at(-1) as number) / 700) + 1 }, (_, bin) => [
          ...[bin * 700, (bin + 1) * 700],
          kms.filter((km) => km >= bin * 700 && km < (bin + 1) * 700).length,
        ]),
      );
    });
  });
});
