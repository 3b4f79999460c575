import { expect, test } from 'vitest';
import { WritesInOrder } from '../../../src/store/data-set/writes-in-order.js';

/** A write that ends when it is told to. */
function writeCalled(name: string, log: string[]) {
  let tell: (fault?: Error) => void = () => undefined;
  const told = new Promise<Error | undefined>((resolve) => {
    tell = resolve;
  });
  return {
    tell,
    write: async (turn: Promise<void>) => {
      log.push(`${name} begins`);
      const fault = await told;
      await turn;
      if (fault !== undefined) throw fault;
      log.push(`${name} ends`);
    },
  };
}

test('writes begin beside one another as far as there is room, and end in the order in which they began', async () => {
  const log: string[] = [];
  const writes = new WritesInOrder(2);
  const [one, two, three] = ['one', 'two', 'three'].map((name) => writeCalled(name, log));
  if (one === undefined || two === undefined || three === undefined) throw new Error('no writes');
  await writes.begin(one.write);
  await writes.begin(two.write);
  const third = writes.begin(three.write);
  two.tell();
  await new Promise(setImmediate);
  expect(log).toEqual(['one begins', 'two begins']);
  one.tell();
  await third;
  three.tell();
  await writes.done();
  expect(log.filter((line) => line.endsWith('ends'))).toEqual(['one ends', 'two ends', 'three ends']);
  expect(log.indexOf('three begins')).toBeGreaterThan(log.indexOf('one ends'));
});

test('a write that fails fails those after it, and whoever waits for them', async () => {
  const log: string[] = [];
  const writes = new WritesInOrder(3);
  const [one, two] = ['one', 'two'].map((name) => writeCalled(name, log));
  if (one === undefined || two === undefined) throw new Error('no writes');
  await writes.begin(one.write);
  await writes.begin(two.write);
  two.tell();
  one.tell(new Error('the store is full'));
  await expect(writes.done()).rejects.toThrow('the store is full');
  await writes.settled();
  expect(log).toEqual(['one begins', 'two begins']);
});
