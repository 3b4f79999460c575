import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.js';
import { ImportLease } from '../../src/store/data-set/import-lease.js';
import { revisionOf } from '../../src/store/summary.js';
import { kembar, kembarProcess } from '../cli/kembar-process.js';
import { ENGINES } from '../engines.js';
import { factsOf } from './facts-of.js';
import { environmentOf, readGraph } from './graph-of-process.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kembar-import-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (name: string) => join(folder, name);
const SOURCES = 'sources:\n  - { key: sheet, kind: DATASET, title: A sheet, publisher: Somebody, language: id }\n';
const place = (key: string, more = '') =>
  `  - { key: ${key}, kind: CITY, name: ${key}, partOf: jp-26, ${more}cites: [{ source: sheet }] }\n`;
const agreement = (key: string, parties: string, date = '1999') =>
  `  - { key: ${key}, kind: SISTER_CITY, parties: [${parties}], stages: [{ stage: SIGNED, date: ${date}, cites: [{ source: sheet }] }], cites: [{ source: sheet }] }\n`;

describe.each(ENGINES)('kembar import kembar on $name', (engine) => {
  const { name } = engine;
  let environment: Record<string, string> = {};
  beforeEach(async () => {
    environment = { ...(await environmentOf(engine, folder)) };
  });

  const run = (...parameters: string[]) => kembar(parameters, environment);
  const read = <T>(ask: (graph: Graph) => Promise<T>): Promise<T> => readGraph(environment, ask);
  const ofSheet = () => read(async (graph) => (await factsOf(graph)).filter(({ dataSet }) => dataSet === 'sheet').map(({ of }) => of));

  test('takes what is sound, tells what is not and how to mend it, and does nothing the second time', { timeout: 240_000 }, async () => {
    const records = inFolder('sheet.yaml');
    writeFileSync(
      records,
      `${SOURCES}places:\n${place('jp-one')}${place('jp-two', 'population: many, ')}agreements:\n${agreement('one', 'id-kota-batu, jp-one')}${agreement('two', 'id-kota-batu, jp-two')}${agreement('three', 'id-kota-batu, jp-one', '2025-02-30')}`,
    );
    const rejects = inFolder(`rejects-${name}.jsonl`);
    const tried = await run('import', 'kembar', records, '--strict');
    expect({ code: tried.code, err: tried.err }).toEqual({
      code: 1,
      err: 'kembar: 3 rows or records would be left out, and --strict accepts none; nothing was written\n',
    });
    const first = await run('import', 'kembar', records, '--rejects', rejects, '--json');
    expect(first.code).toBe(3);
    expect(JSON.parse(first.out)).toMatchObject({
      dataSet: 'sheet',
      changes: { Agreement: { created: 1 }, Place: { created: 1 }, Source: { created: 2 } },
      leftOut: { rows: 3, faults: 3, file: rejects },
    });
    expect(
      readFileSync(rejects, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    ).toEqual([
      expect.objectContaining({
        line: 5,
        field: 'places[1].population',
        value: 'many',
        reason: expect.stringContaining('expected number'),
      }),
      expect.objectContaining({
        line: 9,
        field: 'agreements[2].stages[0].date',
        value: '2025-02-30',
        reason: expect.stringContaining('there is no 2025-02-30'),
      }),
      // What refers to a record that is left out is left out too.
      expect.objectContaining({
        line: 8,
        field: 'agreements[1].parties[1]',
        value: 'jp-two',
        reason: 'there is no place "jp-two", neither here nor in the graph',
      }),
    ]);
    expect(await ofSheet()).toEqual(['agreement:one', 'place:jp-one', 'source:import.sheet', 'source:sheet']);
    const revision = await read(revisionOf);
    const second = await run('import', 'kembar', records);
    expect(second.out).toContain('nothing changes: the graph holds all of it already');
    expect(await read(revisionOf)).toBe(revision);
    // A record that was sound before and is wrong now goes.
    writeFileSync(records, `${SOURCES}places:\n${place('jp-one', 'population: many, ')}`);
    const third = await run('import', 'kembar', records, '--as', 'sheet');
    expect(third.out).toContain('2 were removed that an earlier version had; some of them may be');
    expect(await ofSheet()).not.toContain('place:jp-one');
  });

  test('while another one is under way is refused, and with --wait it comes after that', { timeout: 240_000 }, async () => {
    environment.LOAD_DATA = 'false';
    const records = inFolder('beside.yaml');
    writeFileSync(records, SOURCES.replace('key: sheet', 'key: beside'));
    expect((await run('migrate')).code).toBe(0);
    const waiting = await read(async (graph) => {
      const lease = await ImportLease.acquire(graph, 'first', { wait: false });
      const refused = await run('import', 'kembar', records);
      const [inUse, underWay] = ['is open in another process', 'an import of "first" is under way since'];
      expect(refused).toMatchObject({ code: 2, err: expect.stringContaining(name === 'neo4j' ? underWay : inUse) });
      const second = kembarProcess(['import', 'kembar', records, '--wait'], environment);
      await pause(5_000);
      expect(second.child.exitCode).toBeNull();
      await lease.release();
      return second;
    });
    expect((await waiting.ended).code).toBe(0);
  });

  test('is tried on a graph in memory where there is none yet', { timeout: 240_000 }, async () => {
    environment.LOAD_DATA = 'false';
    const records = inFolder('tried.yaml');
    writeFileSync(records, SOURCES);
    expect(await run('import', 'kembar', records, '--dry-run')).toMatchObject({
      code: 0,
      out: expect.stringContaining('created: source:sheet'),
    });
    if (name === 'neo4j') expect(await read((graph) => graph.ask('graph/is-empty'))).toEqual([{ empty: true }]);
    else expect(existsSync((environment.GRAPH_URL ?? '').replace('embedded:', ''))).toBe(false);
  });

  test('what was imported is removed by its name, and its ids answer that they are retired', { timeout: 240_000 }, async () => {
    const records = inFolder('gone.yaml');
    writeFileSync(
      records,
      `${SOURCES}places:\n${place('jp-one')}agreements:\n${agreement('one', 'id-kota-batu, jp-one')}${agreement('two', 'id-kota-batu, jp-one')}`,
    );
    const kept = inFolder('kept.yaml');
    writeFileSync(kept, SOURCES.replace('key: sheet', 'key: kept'));
    await run('import', 'kembar', kept);
    const others = () => read(async (graph) => (await factsOf(graph)).filter(({ dataSet }) => dataSet !== 'gone'));
    const before = await others();
    expect((await run('import', 'kembar', records)).code).toBe(0);

    const tried = await run('remove', 'gone', '--dry-run', '--json');
    expect(JSON.parse(tried.out)).toMatchObject({ dryRun: true, changes: { Agreement: { removed: 2 }, Place: { removed: 1 } } });
    const removed = await run('remove', 'gone');
    expect({ code: removed.code, err: removed.err }).toEqual({ code: 0, err: '' });
    expect(removed.out).toContain('removed: agreement:two');

    expect(await others()).toEqual(before);
    expect(await read(async (graph) => (await factsOf(graph)).filter(({ dataSet }) => dataSet === 'gone').map(({ of }) => of))).toEqual([
      'tombstone:agreement:one',
      'tombstone:agreement:two',
      'tombstone:place:jp-one',
      'tombstone:source:import.gone',
      'tombstone:source:sheet',
    ]);
    const again = await run('remove', 'gone');
    expect(again.out).toContain('nothing changes: of "gone" there is nothing left');
    expect(await run('remove', 'other')).toMatchObject({ code: 1, err: 'kembar: nothing was imported as "other"; there is kept\n' });
    expect(await run('remove', 'shipped')).toMatchObject({ code: 1, err: expect.stringContaining('ships with Kembar') });
  });
});
