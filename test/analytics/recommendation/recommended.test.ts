import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recommended } from '../../../src/analytics/recommendation/recommended-partners.js';
import { ALL_SIGNALS, SIGNALS, type Weights } from '../../../src/analytics/recommendation/signals.js';
import { type SmallWorld, sectorsIn, smallWorld, someWeights, surroundingsIn } from './small-world.js';

const ROOM = { cousins: 100, candidates: 100 };
const partnersFor = async (world: SmallWorld, weights: Weights, within: string | null = null, bounds = ROOM) =>
  (await recommended(surroundingsIn(world, bounds.cousins), { within, weights }, bounds, async () => sectorsIn(world))).partners;

const holds = (property: (world: SmallWorld, weights: Weights) => Promise<void>) =>
  fc.assert(fc.asyncProperty(smallWorld, someWeights, property));

describe('recommended partners', () => {
  test('have scores that can be added up by hand from what is shown', () =>
    holds(async (world, weights) => {
      for (const { score, reasons } of await partnersFor(world, weights)) {
        for (const reason of reasons) {
          expect(reason.score).toBeGreaterThan(0);
          expect(reason.score).toBeLessThanOrEqual(1);
          expect(reason.weight).toBe(weights[reason.signal]);
          expect(reason.contribution).toBeCloseTo(reason.weight * reason.score, 6);
        }
        expect(score).toBeCloseTo(
          reasons.reduce((sum, { contribution }) => sum + contribution, 0),
          6,
        );
      }
    }));

  test('are other places abroad of the same level, without a tie to the place', () =>
    holds(async (world, weights) => {
      const { tied } = surroundingsIn(world);
      for (const { id } of await partnersFor(world, weights)) {
        const candidate = world.places.find((place) => place.id === id);
        expect(['CITY', 'REGENCY']).toContain(candidate?.kind);
        expect(candidate?.country).not.toBe('place:aa');
        expect(tied.has(id)).toBe(false);
      }
    }));

  test('come once each, by falling score and rising id', () =>
    holds(async (world, weights) => {
      const partners = await partnersFor(world, weights);
      for (const [index, { id, score }] of partners.entries()) {
        const before = partners[index - 1];
        if (before !== undefined) expect(before.score > score || (before.score === score && before.id < id)).toBe(true);
      }
    }));

  test('are brought by a signal that brings, and not by size or sectors alone', () =>
    holds(async (world, weights) => {
      for (const { reasons } of await partnersFor(world, weights)) expect(reasons.some(({ signal }) => SIGNALS[signal].brings)).toBe(true);
    }));

  test('lack a signal that weighs nothing, and are the same in all else', () =>
    fc.assert(
      fc.asyncProperty(smallWorld, someWeights, fc.constantFrom(...ALL_SIGNALS), async (world, weights, left) => {
        const all = new Map((await partnersFor(world, weights)).map(({ id, reasons }) => [id, reasons]));
        for (const { id, reasons } of await partnersFor(world, { ...weights, [left]: 0 }))
          expect(reasons).toEqual(all.get(id)?.filter(({ signal }) => signal !== left));
      }),
    ));

  test('lose nothing where a signal weighs more', () =>
    fc.assert(
      fc.asyncProperty(smallWorld, someWeights, fc.constantFrom(...ALL_SIGNALS), async (world, weights, raised) => {
        const more = new Map((await partnersFor(world, { ...weights, [raised]: 1 })).map(({ id, score }) => [id, score]));
        for (const { id, score } of await partnersFor(world, weights)) expect(more.get(id)).toBeGreaterThanOrEqual(score);
      }),
    ));

  test('in one country are those of all countries that are in it', () =>
    holds(async (world, weights) => {
      const inIt = (await partnersFor(world, weights)).filter(({ id }) =>
        world.places.some((place) => place.id === id && place.country === 'place:bb'),
      );
      expect(await partnersFor(world, weights, 'place:bb')).toEqual(inIt);
    }));

  test('a tie with the place leaves a candidate out, and takes nothing else away from the others', () =>
    fc.assert(
      fc.asyncProperty(smallWorld, someWeights, fc.integer({ min: 1, max: 13 }), async (world, weights, index) => {
        const withTie = { ...world, ties: [...world.ties, [0, index] as const] };
        const after = await partnersFor(withTie, weights);
        expect(after.map(({ id }) => id)).not.toContain(world.places[index]?.id);
        const before = await partnersFor(world, { ...weights, COUSINS_PARTNER: 0 });
        const left = await partnersFor(withTie, { ...weights, COUSINS_PARTNER: 0 });
        expect(left).toEqual(before.filter(({ id }) => id !== world.places[index]?.id));
      }),
    ));

  test('that a signal brings beyond its room are cut: those for which it speaks least', () =>
    fc.assert(
      fc.asyncProperty(smallWorld, fc.integer({ min: 1, max: 4 }), async (world, room) => {
        const only = { ...NOTHING, COUSINS_PARTNER: 1 };
        const all = await partnersFor(world, only);
        const cut = await partnersFor(world, only, null, { cousins: 100, candidates: room });
        const least = cut.at(-1)?.score ?? 0;
        expect(cut).toHaveLength(Math.min(room, all.length));
        for (const { id, score } of all) if (score > least) expect(cut.map((one) => one.id)).toContain(id);
      }),
    ));
});

const NOTHING = Object.fromEntries(ALL_SIGNALS.map((signal) => [signal, 0])) as Weights;
