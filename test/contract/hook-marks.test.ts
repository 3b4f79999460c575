import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Graph } from '../../src/graph/graph.js';
import { changeHookMark, type HookMark, hookMarks } from '../../src/store/hooks/hook-marks.js';
import { prepareGraph } from '../../src/store/prepare.js';
import { revisionOf } from '../../src/store/summary.js';
import { ENGINES } from '../engines.js';

const NEW = { revision: 3, part: 0, holder: 'one', beat: 0, failures: 0, retryAt: null, version: 'v', ended: false };

describe.each(ENGINES)('how far webhooks have come, on $name', (engine) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = new Graph(await engine.open(), undefined, { deadlineMs: 120_000 });
    await prepareGraph(graph);
  });
  afterAll(() => graph.engine.close());
  const markOf = async (name: string) => (await hookMarks(graph, [name])).get(name) ?? null;

  test('is not known of one that nobody has taken up, nor after it was left so', async () => {
    expect(await markOf('new')).toBeNull();
    expect(await changeHookMark(graph, 'new', () => null)).toBeNull();
    expect(await markOf('new')).toBeNull();
  });

  test('is kept as it is noted, and is no change of the graph', async () => {
    const before = await revisionOf(graph);
    const first: HookMark = { id: 'kept', ...NEW };
    expect(await changeHookMark(graph, 'kept', () => first)).toEqual(first);
    const second = { ...first, part: 2, holder: null, failures: 4, retryAt: '2026-01-02T03:04:05.678Z', ended: true };
    await changeHookMark(graph, 'kept', (now) => {
      expect(now).toEqual(first);
      return second;
    });
    expect([...(await hookMarks(graph, ['kept', 'none'])).values()]).toEqual([second]);
    await changeHookMark(graph, 'kept', () => first);
    expect(await markOf('kept')).toEqual(first);
    expect(await revisionOf(graph)).toBe(before);
  });

  test('is taken by one of many who see it free at the same time', async () => {
    const takers = Array.from({ length: 10 }, (_, index) => `taker-${index}`);
    const taken = await Promise.all(
      takers.map((holder) => changeHookMark(graph, 'wanted', (now) => (now === null ? { id: 'wanted', ...NEW, holder } : null))),
    );
    const winners = taken.flatMap((mark) => mark?.holder ?? []);
    expect(winners).toHaveLength(1);
    expect((await markOf('wanted'))?.holder).toBe(winners[0]);
  });

  test('loses none of the changes that are made at the same time', async () => {
    await changeHookMark(graph, 'beaten', () => ({ id: 'beaten', ...NEW }));
    await Promise.all(
      Array.from({ length: 20 }, () => changeHookMark(graph, 'beaten', (now) => (now === null ? null : { ...now, beat: now.beat + 1 }))),
    );
    expect((await markOf('beaten'))?.beat).toBe(20);
  });
});
