import { describe, expect, test } from 'vitest';
import { Chance } from '../../../src/exchange/synthesis/chance.js';
import { MEASURED_WORLD } from '../../../src/exchange/synthesis/measured-world.js';
import { quantile } from '../../../src/exchange/synthesis/wanted-degrees.js';

describe('what is shared out', () => {
  test('is all of it, each part rounded up or down', () => {
    const weights = Float64Array.from([0.5, 0, 10, 3.25, 7]);
    const all = 20.75;
    for (let seed = 0; seed < 50; seed += 1) {
      const shares = new Chance(seed).sharedOut(17, weights);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(17);
      for (const [at, share] of shares.entries()) expect(Math.abs(share - (17 * (weights[at] as number)) / all)).toBeLessThan(1);
    }
  });

  test('is nothing where nothing has a weight', () => {
    expect([...new Chance(1).sharedOut(5, new Float64Array(3))]).toEqual([0, 0, 0]);
  });
});

test('degrees that are drawn and rounded are distributed as they were measured', () => {
  const drawn = Array.from({ length: 100_000 }, (_, at) => Math.round(quantile((at + 0.5) / 100_000)));
  for (const [degree = 0, share = 0] of MEASURED_WORLD.degrees) {
    expect(Math.abs(drawn.filter((one) => one <= degree).length / 100_000 - share)).toBeLessThan(0.0001);
  }
  expect(Math.max(...drawn)).toBe(103);
});
