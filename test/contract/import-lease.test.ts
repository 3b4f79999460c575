import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Graph } from '../../src/graph/graph.js';
import { Unit } from '../../src/graph/unit.js';
import { loadedDataSets } from '../../src/store/data-set/data-sets.js';
import { ImportLease } from '../../src/store/data-set/import-lease.js';
import { type DataSetVersion, replaceDataSet } from '../../src/store/data-set/replace-data-set.js';
import { prepareGraph } from '../../src/store/prepare.js';
import { delegating } from '../delegating-engine.js';
import { ENGINES } from '../engines.js';

const QUICK = { beatEveryMs: 100, silenceMs: 1_500 };
const NEVER = { beatEveryMs: 1_000_000, silenceMs: 1_500 };

describe.each(ENGINES)('the right to import on $name', (engine) => {
  let graph: Graph;
  /** The same graph, as one that other processes may have open too. */
  let shared: Graph;
  beforeEach(async () => {
    graph = new Graph(await engine.open(), undefined, { deadlineMs: 120_000 });
    shared = new Graph(delegating(graph.engine, { exclusive: false }), undefined, { deadlineMs: 120_000 });
    await prepareGraph(graph);
  });
  afterEach(() => graph.engine.close());

  /** A data set that goes on coming until it is told that it is all. */
  function slow(id: string) {
    let end: () => void = () => undefined;
    let begun: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    async function* units() {
      begun();
      await ended;
      yield unitOf(id);
    }
    const version: DataSetVersion = { id, fingerprint: '1', units: { [Symbol.asyncIterator]: units } };
    return { version, hasBegun, end };
  }
  const unitOf = (id: string) => {
    const unit = new Unit({ label: 'Sector', id: `sector:${id}` });
    unit.addNode(unit.of, { nameEn: id });
    return unit;
  };
  const quick = (id: string): DataSetVersion => ({ id, fingerprint: '1', units: [unitOf(id)] });
  const loaded = async () => (await loadedDataSets(graph)).map(({ id }) => id);
  /** Makes the import that has the right look as if it ran elsewhere. */
  const disguise = (process: { readonly pid?: number; readonly machine?: string; readonly born?: number }) =>
    graph.engine.write((transaction) => transaction.run("MATCH (i:Import {id: 'import'}) SET i += $process", { process }));

  test('is had by one at a time, and the second is refused', async () => {
    const first = slow('first');
    const importing = replaceDataSet(graph, first.version);
    await first.hasBegun;
    await expect(replaceDataSet(graph, quick('second'))).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/^an import of "first" is under way since .*\. One that died is taken over after a minute at most$/),
    });
    first.end();
    await importing;
    expect(await loaded()).toEqual(['first']);
    await replaceDataSet(graph, quick('second'));
    expect(await loaded()).toEqual(['first', 'second']);
  });

  test('is got by one that waits when the first has ended', async () => {
    const first = slow('first');
    const importing = replaceDataSet(graph, first.version);
    await first.hasBegun;
    const waiting = replaceDataSet(graph, quick('second'), { wait: true });
    await pause(200);
    expect(await loaded()).toEqual([]);
    first.end();
    await Promise.all([importing, waiting]);
    expect(await loaded()).toEqual(['first', 'second']);
  });

  test('is got by one of many that ask at the same time', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => ImportLease.acquire(graph, 'x', { wait: false, ...NEVER })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const faults = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(faults.map(({ code }) => code)).toEqual(Array.from({ length: 5 }, () => 'CONFLICT'));
  });

  test('is taken over at once from a process on this machine that has ended', async () => {
    await ImportLease.acquire(shared, 'dead', { wait: false, ...NEVER });
    await disguise({ pid: spawnSync('true').pid });
    const began = performance.now();
    const lease = await ImportLease.acquire(shared, 'next', { wait: false, ...NEVER });
    expect(performance.now() - began).toBeLessThan(1_000);
    await lease.release();
  });

  test.each([
    ['on another machine with the number of this process', () => ({ machine: 'another one' })],
    ['the number of which a living process here has', () => ({ pid: process.ppid })],
  ])('is taken over after silence from a process %s, which then writes no more', async (_, other) => {
    const dead = await ImportLease.acquire(shared, 'dead', { wait: false, ...NEVER });
    await disguise(other());
    const began = performance.now();
    const lease = await ImportLease.acquire(shared, 'next', { wait: false, beatEveryMs: 100, silenceMs: 700 });
    expect(performance.now() - began).toBeGreaterThan(700);
    await expect(graph.write((transaction) => dead.hold(transaction))).rejects.toMatchObject({ code: 'CONFLICT' });
    // Nor does it take the right from its successor at its end.
    await dead.release();
    await graph.write((transaction) => lease.hold(transaction));
    await lease.release();
  });

  test('stays with one elsewhere that shows signs of life', async () => {
    const lease = await ImportLease.acquire(shared, 'alive', { wait: false, ...QUICK });
    await disguise({ machine: 'another one' });
    await expect(ImportLease.acquire(shared, 'next', { wait: false, ...QUICK })).rejects.toMatchObject({ code: 'CONFLICT' });
    await lease.release();
  });

  test('stays with one that is in a transaction for longer than others wait for a sign', async () => {
    const lease = await ImportLease.acquire(graph, 'long', { wait: false, ...QUICK });
    // Where only one process has the graph open, nobody else can ask.
    if (!graph.engine.exclusive) await disguise({ machine: 'another one' });
    let asked: Promise<unknown> = Promise.resolve();
    await graph.write(async (transaction) => {
      await lease.hold(transaction);
      asked = ImportLease.acquire(graph, 'next', { wait: false, beatEveryMs: 1_000, silenceMs: 800 }).catch((error) => error);
      await pause(3_000);
      await transaction.run('graph/raise-revision', { changedAt: '2024-01-01T00:00:00Z' });
    });
    expect(await asked).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('under way') });
    await graph.write((transaction) => lease.hold(transaction));
    await lease.release();
  });
});
