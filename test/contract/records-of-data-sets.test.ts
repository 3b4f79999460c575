import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { RecordFiles } from '../../src/exchange/format/record-files.js';
import { importRecords } from '../../src/exchange/import/kembar/import-records.js';
import type { Reject } from '../../src/exchange/reject.js';
import { Graph } from '../../src/graph/graph.js';
import { replaceDataSet } from '../../src/store/data-set/replace-data-set.js';
import { prepareGraph } from '../../src/store/prepare.js';
import { ENGINES } from '../engines.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kembar-records-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cites = (dataSet: string) => [{ source: `src-${dataSet}` }];
const source = (dataSet: string) => ({
  sources: [{ key: `src-${dataSet}`, kind: 'NEWS', title: 'A source', publisher: 'Somebody', language: 'id' }],
});
const country = (dataSet: string, key: string) => ({ places: [{ key, kind: 'COUNTRY', name: key, cites: cites(dataSet) }] });
const city = (dataSet: string, key: string, partOf: string) => ({
  places: [{ key, kind: 'CITY', name: key, partOf, cites: cites(dataSet) }],
});
const agreement = (dataSet: string, key: string, parties: readonly string[], more: object = {}) => ({
  agreements: [{ key, kind: 'SISTER_CITY', parties, stages: [{ stage: 'SIGNED', cites: cites(dataSet) }], cites: cites(dataSet), ...more }],
});

describe.each(ENGINES)('records of several data sets on $name', (engine) => {
  let graph: Graph;
  beforeEach(async () => {
    graph = new Graph(await engine.open(), undefined, { deadlineMs: 120_000 });
    await prepareGraph(graph);
  });
  afterEach(() => graph.engine.close());

  /** Imports records as a data set and gives back what was left out. */
  const imported = async (dataSet: string, ...records: readonly object[]): Promise<Pick<Reject, 'field' | 'reason'>[]> => {
    const file = join(folder, `${dataSet}.jsonl`);
    writeFileSync(file, [source(dataSet), ...records].map((record) => `${JSON.stringify(record)}\n`).join(''));
    const rejects: Pick<Reject, 'field' | 'reason'>[] = [];
    const { version } = await importRecords(await RecordFiles.find([file]), graph, {
      dataSet,
      tool: 'test',
      onReject: ({ field, reason }) => rejects.push({ field, reason }),
    });
    await replaceDataSet(graph, version);
    return rejects;
  };

  test('may refer to what stands on an earlier version of them', async () => {
    const own = [country('a', 'qq'), city('a', 'qq-a', 'qq')];
    expect(await imported('a', ...own)).toEqual([]);
    expect(await imported('b', city('b', 'qq-b', 'qq-a'))).toEqual([]);
    expect(await imported('a', ...own, agreement('a', 'a-b', ['qq-a', 'qq-b']))).toEqual([]);
  });

  test('are left out where they would make a place part of itself', async () => {
    await imported('a', country('a', 'qq'), city('a', 'qq-a', 'qq'));
    await imported('b', city('b', 'qq-b', 'qq-a'));
    expect(await imported('a', country('a', 'qq'), city('a', 'qq-a', 'qq-b'))).toEqual([
      { field: 'places[0].partOf', reason: 'the place is part of itself' },
    ]);
  });

  test('are left out where they would make an agreement its own umbrella', async () => {
    const places = [country('a', 'qq'), city('a', 'qq-a', 'qq'), city('a', 'qq-b', 'qq')];
    const parties = ['qq-a', 'qq-b'];
    await imported('a', ...places, agreement('a', 'one', parties));
    await imported('b', agreement('b', 'two', parties, { umbrella: 'one' }));
    expect(await imported('a', ...places, agreement('a', 'one', parties, { umbrella: 'two' }))).toEqual([
      { field: 'agreements[0].umbrella', reason: 'the agreement is its own umbrella' },
    ]);
  });

  test('are left out, and nothing else, where another data set has their key', async () => {
    await imported('a', country('a', 'qq'), city('a', 'qq-a', 'qq'));
    expect(await imported('b', city('b', 'qq-a', 'qq'), city('b', 'qq-b', 'qq'))).toEqual([
      { field: 'places[0].key', reason: 'the place "qq-a" is in the data set "a" already' },
    ]);
    expect((await graph.ask('write/known', { ids: ['place:qq-b'] }, { label: 'Place' })).map(({ dataset }) => dataset)).toEqual(['b']);
  });

  test('are left out where a character of them was lost, since it could not be written and read again', async () => {
    const sectors = ['A\ud800B', 'A\u0000B'].map((id, index) => ({ sectors: [{ key: `s-${index}`, name: { id, en: 'A' } }] }));
    expect(await imported('a', ...sectors)).toEqual(
      sectors.map(() => ({ field: 'sectors[0].name.id', reason: expect.stringContaining('a character of it was lost') })),
    );
  });

  test('are left out where they are of no type that there is, whatever it is called', async () => {
    expect(await imported('a', { toString: [{ key: 'x' }] }, country('a', 'qq'))).toEqual([
      { field: '', reason: 'unknown record type "toString"' },
    ]);
  });
});
