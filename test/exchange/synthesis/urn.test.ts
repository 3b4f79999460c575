import { describe, expect, test } from 'vitest';
import { Chance } from '../../../src/exchange/synthesis/chance.js';
import { Urn } from '../../../src/exchange/synthesis/urn.js';

const TIMES = [3, 0, 1, 6];

describe('an urn', () => {
  test('gives each number as often as it was put in, and none that was not', () => {
    const chance = new Chance(1);
    const urn = new Urn(Uint32Array.from(TIMES), 10);
    const drawn = [0, 0, 0, 0];
    while (urn.left > 0) {
      const item = urn.look(chance);
      urn.take(item);
      drawn[item - 10] = (drawn[item - 10] as number) + 1;
    }
    expect(drawn).toEqual(TIMES);
  });

  test('no longer shows what was taken without looking', () => {
    const chance = new Chance(2);
    const urn = new Urn(Uint32Array.from(TIMES));
    for (let times = 6; times > 0; times -= 1) urn.take(3);
    const seen = new Set(Array.from({ length: 200 }, () => urn.look(chance)));
    expect([...seen].sort()).toEqual([0, 2]);
    expect(urn.left).toBe(4);
  });

  test('shows numbers in proportion to how many are left', () => {
    const chance = new Chance(3);
    const urn = new Urn(Uint32Array.from(TIMES));
    for (let times = 3; times > 0; times -= 1) urn.take(3);
    const looks = Array.from({ length: 7_000 }, () => urn.look(chance));
    const counts = [0, 1, 2, 3].map((item) => looks.filter((one) => one === item).length);
    // 3, 0, 1 and 3 of 7; four standard deviations are 165.
    for (const [item, expected] of [3_000, 0, 1_000, 3_000].entries())
      expect(Math.abs((counts[item] as number) - expected)).toBeLessThan(170);
  });
});
