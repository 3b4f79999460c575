import { describe, expect, test } from 'vitest';
import { FellBehindError } from '../../src/domain/errors.js';
import { type Delivered, Follower } from '../../src/live/follower.js';
import type { Told } from '../../src/live/told.js';

/** A revision that tells so many things. */
const told = (number: number, things = 1): Told =>
  ({ revision: { number }, changes: Array.from({ length: things }, (_, n) => `${number}.${n}`), agreements: [] }) as never;
const everything = ({ changes }: Told) => changes as never as readonly string[];

function follower(most: number, read: (numbers: readonly number[]) => Promise<readonly Told[] | null> = async () => []) {
  const ends: number[] = [];
  const made = new Follower<string>(everything, {
    most,
    read: (revisions) => read(revisions.map(({ number }) => number)),
    onEnd: () => ends.push(1),
  });
  return { made, ends };
}
const past = (...numbers: number[]) => numbers.map((number) => told(number).revision);
const shown = ({ value }: IteratorResult<Delivered<string>>) => (value === undefined ? null : [value.what, value.resumeAfter]);
async function taken(made: Follower<string>, many: number) {
  const all = [];
  for (let taken = 0; taken < many; taken += 1) all.push(shown(await made.next()));
  return all;
}

describe('a follower', () => {
  test('is told of the past, then of what came meanwhile, each once', async () => {
    const { made } = follower(10, async (numbers) => numbers.map((number) => told(number)));
    for (const number of [3, 4, 5]) made.push(told(number));
    made.begin(1, past(2, 3), 3);
    made.push(told(6));
    expect(await taken(made, 5)).toEqual([
      ['2.0', 2],
      ['3.0', 3],
      ['4.0', 4],
      ['5.0', 5],
      ['6.0', 6],
    ]);
  });

  test('goes on before a revision of which it has not been told all', async () => {
    const { made } = follower(10);
    made.begin(1, [], 1);
    made.push(told(2, 3));
    expect(await taken(made, 3)).toEqual([
      ['2.0', 1],
      ['2.1', 1],
      ['2.2', 2],
    ]);
  });

  test('waits for what comes', async () => {
    const { made } = follower(10);
    made.begin(1, [], 1);
    const next = made.next();
    made.push(told(2));
    expect(shown(await next)).toEqual(['2.0', 2]);
  });

  test('is told of a revision whole, however much it is, and of nothing more when too much waits', async () => {
    const { made, ends } = follower(2);
    made.begin(1, [], 1);
    made.push(told(2));
    made.push(told(3, 50));
    expect(shown(await made.next())).toEqual(['2.0', 2]);
    expect(shown(await made.next())).toEqual(['3.0', 2]);
    made.push(told(4));
    expect(ends).toEqual([1]);
    await expect(made.next()).rejects.toThrow(new FellBehindError(2));
    expect(await made.next()).toEqual({ done: true, value: undefined });
  });

  test('that has not read anything goes on where it began', async () => {
    const { made } = follower(1);
    made.begin(7, [], 9);
    for (const number of [10, 11]) made.push(told(number));
    await expect(made.next()).rejects.toThrow('after: 7');
  });

  test('ends while it waits, and while the past is read', async () => {
    const { made, ends } = follower(10);
    made.begin(1, [], 1);
    const next = made.next();
    await made.return();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(ends).toEqual([1]);

    let answer: (told: readonly Told[]) => void = () => undefined;
    const reading = follower(10, () => new Promise((resolve) => (answer = resolve)));
    reading.made.begin(1, past(2), 2);
    const first = reading.made.next();
    await reading.made.return();
    answer([told(2)]);
    expect(await first).toEqual({ done: true, value: undefined });
  });
});
