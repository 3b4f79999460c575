import { describe, expect, test } from 'vitest';
import { waitAfter } from '../../../src/live/hooks/schedule.js';
import { readSettings } from '../../../src/settings.js';

describe('how long it is waited after a failure', () => {
  const { hooks } = readSettings({});
  const middle = () => 0.5;
  const all = Array.from({ length: hooks.attempts }, (_, index) => waitAfter(index + 1, hooks, { random: middle }));

  test('three times as long each time, up to six hours, for about a day', () => {
    const seconds = all.flatMap((wait) => (wait === null ? [] : [Math.round(wait) / 1000]));
    expect(seconds).toEqual([5, 15, 45, 135, 405, 1_215, 3_645, 10_935, 21_600, 21_600, 21_600]);
    expect(seconds.reduce((sum, wait) => sum + wait) / 3_600).toBeCloseTo(22.6, 1);
    expect(all.at(-1)).toBeNull();
  });

  test('a fifth more or less, by chance', () => {
    expect(waitAfter(1, hooks, { random: () => 0 })).toBe(4_000);
    expect(waitAfter(1, hooks, { random: () => 1 })).toBe(6_000);
    expect(new Set(Array.from({ length: 20 }, () => waitAfter(3, hooks))).size).toBeGreaterThan(10);
  });

  test('as long as was asked for where that is more, but no longer than a day', () => {
    expect(waitAfter(1, hooks, { askedMs: 60_000, random: middle })).toBe(60_000);
    expect(waitAfter(1, hooks, { askedMs: 1, random: middle })).toBe(5_000);
    expect(waitAfter(1, hooks, { askedMs: 1e12, random: middle })).toBe(86_400_000);
    expect(waitAfter(10, { retryMs: 3_600_000, attempts: 12 }, { random: middle })).toBe(86_400_000);
    expect(waitAfter(hooks.attempts, hooks, { askedMs: 60_000 })).toBeNull();
  });
});
