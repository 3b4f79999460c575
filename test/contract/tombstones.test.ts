import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { toUnits } from '../../src/exchange/dataset/to-units.js';
import { readDataTexts } from '../../src/exchange/format/read-files.js';
import { RecordFiles } from '../../src/exchange/format/record-files.js';
import { importRecords } from '../../src/exchange/import/kembar/import-records.js';
import type { Reject } from '../../src/exchange/reject.js';
import { Graph } from '../../src/graph/graph.js';
import { replaceDataSet } from '../../src/store/data-set/replace-data-set.js';
import { prepareGraph } from '../../src/store/prepare.js';
import { countsOf, revisionOf } from '../../src/store/summary.js';
import { tombstonesOf } from '../../src/store/tombstone/tombstones.js';
import { ENGINES } from '../engines.js';
import { factsOf } from './facts-of.js';
import { failingAt, forgetImport } from './failing-engine.js';

const SOURCE = 'sources: [{ key: list, kind: DATASET, title: A list, publisher: Nobody, language: en }]';
const sectors = (...keys: string[]) => `sectors: [${keys.map((key) => `{ key: ${key}, name: { id: ${key}, en: ${key} } }`).join(', ')}]`;
const retired = (key: string, successor: string | null) =>
  `  - { kind: sector, key: ${key}, ${successor === null ? '' : `successor: ${successor}, `}reason: Merged., cites: [{ source: list }] }`;

describe.each(ENGINES)('tombstones on $name', (engine) => {
  let graph: Graph;
  beforeEach(async () => {
    graph = new Graph(await engine.open(), undefined, { deadlineMs: 120_000 });
    await prepareGraph(graph);
  });
  afterEach(() => graph.engine.close());

  const load = (id: string, text: string, on = graph, rowsPerTransaction?: number) => {
    const { data } = readDataTexts([
      { file: 'data.yaml', text: `${SOURCE}\n${text}`.replaceAll('key: list', `key: ${id}`).replaceAll('source: list', `source: ${id}`) },
    ]);
    const version = { id, fingerprint: text, units: [...toUnits(data, { dataSet: id })] };
    return replaceDataSet(on, version, { ...(rowsPerTransaction !== undefined && { rowsPerTransaction }) });
  };
  const left = async (...keys: string[]) => {
    const found = await tombstonesOf(
      graph,
      keys.map((key) => `sector:${key}`),
    );
    return found.map((one) => (one === null ? null : { by: one.dataSet, successor: one.successor, leftBehind: one.leftBehind }));
  };
  const leftBy = (by: string) => ({ by, successor: null, leftBehind: true });

  test('are left behind by a data set that no longer has a thing, and stay', async () => {
    await load('one', sectors('a', 'b'));
    await load('one', sectors('a'));
    expect(await left('a', 'b')).toEqual([null, leftBy('one')]);
    const [tombstone] = await tombstonesOf(graph, ['sector:b']);
    expect(tombstone).toMatchObject({ reason: 'The data set "one" has it no longer.', date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    expect((await countsOf(graph)).find(({ label }) => label === 'Tombstone')?.total).toBe(1);
    const before = { facts: await factsOf(graph), revision: await revisionOf(graph) };
    expect((await load('one', `${sectors('a')}\n`)).none).toBe(true);
    expect({ facts: await factsOf(graph), revision: await revisionOf(graph) }).toEqual(before);
    expect(before.facts.filter(({ hash, noted }) => hash !== noted)).toEqual([]);
  });

  test('give way to the thing when any data set brings it again', async () => {
    await load('one', sectors('a', 'b'));
    await load('one', sectors('a'));
    await load('two', sectors('b'));
    expect(await left('b')).toEqual([null]);
  });

  test('give way to those that are stated, whoever states them', async () => {
    await load('one', sectors('a', 'b', 'c'));
    await load('one', sectors('a'));
    await load('two', `retired:\n${retired('b', 'a')}`);
    await load('one', `${sectors('a')}\nretired:\n${retired('c', 'b')}`);
    expect(await left('b', 'c')).toEqual([
      { by: 'two', successor: 'sector:a', leftBehind: false },
      { by: 'one', successor: 'sector:b', leftBehind: false },
    ]);
    expect((await factsOf(graph)).filter(({ hash, noted }) => hash !== noted)).toEqual([]);
  });

  test('that are stated are not doubled when the same version removes the thing, and go when they are stated no more', async () => {
    await load('one', sectors('a', 'b'));
    await load('one', `${sectors('a')}\nretired:\n${retired('b', 'a')}`);
    expect(await left('b')).toEqual([{ by: 'one', successor: 'sector:a', leftBehind: false }]);
    await load('one', sectors('a'));
    expect(await left('b')).toEqual([null]);
  });

  test('are the same after an import that was cut off anywhere as after one that was not', async () => {
    const keys = Array.from({ length: 12 }, (_, index) => `k${String(index).padStart(2, '0')}`);
    await load('one', sectors(...keys));
    for (let failing = 1; ; failing += 1) {
      const cut = new Graph(failingAt(graph.engine, failing), undefined, { deadlineMs: 120_000 });
      const ended = await load('one', sectors('n1', 'n2', 'n3', 'n4', 'n5', 'n6', ...keys.slice(6)), cut, 1).then(
        () => true,
        () => false,
      );
      if (ended) {
        expect(failing).toBeGreaterThan(4);
        break;
      }
      await forgetImport(graph);
    }
    expect(await left(...keys)).toEqual(keys.map((_, index) => (index < 6 ? leftBy('one') : null)));
  });

  test('are stated only where the key is gone and what took its place is there, and lead references on', async () => {
    await load('one', sectors('a', 'gone'));
    await load('one', sectors('a'));
    const rejects = await put('two', `${SOURCE}\nretired:\n${retired('old', 'older')}\n${retired('older', 'a')}`);
    expect(rejects).toEqual([]);
    const event = (key: string, sector: string) =>
      `  - { key: ${key}, kind: VISIT, title: { en: ${key} }, sectors: [${sector}], cites: [{ source: list }] }`;
    const speaking = `${SOURCE}\n${sectors('old')}\nevents:\n${event('follows', 'old')}\n${event('nothing', 'gone')}\n`;
    expect(await put('three', speaking)).toEqual([
      ['sectors[0].key', 'the sector "old" was merged into "a"', 'write "a"'],
      ['events[0].sectors[0]', 'the sector "old" was merged into "a"', 'write "a"'],
      [
        'events[1].sectors[0]',
        'the sector "gone" is retired: The data set "one" has it no longer.',
        'leave it out; nothing took its place',
      ],
    ]);
    const wrong = ['a old', 'here a', 'older a', 'x1 nowhere', 'x2 x3', 'x3 x2'].map((pair) => {
      const [key = '', successor = ''] = pair.split(' ');
      return retired(key, successor);
    });
    expect(await put('four', `${SOURCE}\n${sectors('here')}\nretired:\n${wrong.join('\n')}\n`)).toEqual([
      ['retired[0].key', 'the sector "a" is there, so it is not retired', MEND],
      ['retired[1].key', 'the sector "here" is there, so it is not retired', MEND],
      ['retired[2].key', 'another data set says already that the sector "older" is retired', MEND],
      ['retired[3].successor', 'there is no sector "nowhere", and none that is retired', MEND],
      ['retired[4].successor', 'what took the place of the sector "x2" leads back to it', MEND],
      ['retired[5].successor', 'there is no sector "x2", and none that is retired', MEND],
    ]);
  });

  const MEND = 'mend it as data/README.md says; the record was left out';

  /** Imports records, and gives what was left out of them. */
  async function put(dataSet: string, text: string): Promise<string[][]> {
    const folder = mkdtempSync(join(tmpdir(), 'kembar-retired-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'records.yaml'), text.replaceAll(/\blist\b/g, `${dataSet}-list`));
    const rejects: Reject[] = [];
    const onReject = (reject: Reject) => rejects.push(reject);
    const { version } = await importRecords(await RecordFiles.find([folder]), graph, { dataSet, tool: 'test', onReject });
    await replaceDataSet(graph, version);
    return rejects.map(({ field, reason, remedy }) => [field, reason, remedy]);
  }
});
