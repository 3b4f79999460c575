import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { toUnits } from '../../src/exchange/dataset/to-units.js';
import { readDataTexts } from '../../src/exchange/format/read-files.js';
import { RecordFiles } from '../../src/exchange/format/record-files.js';
import { importRecords } from '../../src/exchange/import/kembar/import-records.js';
import { exportGraph } from '../../src/exchange/whole/export-graph.js';
import { recordsOf } from '../../src/exchange/whole/graph-records.js';
import { importGraph } from '../../src/exchange/whole/import-graph.js';
import { openEmbedded } from '../../src/graph/engines/embedded.js';
import { Graph } from '../../src/graph/graph.js';
import { replaceDataSet } from '../../src/store/data-set/replace-data-set.js';
import { prepareGraph } from '../../src/store/prepare.js';
import { hashOf } from '../../src/store/unit/unit-hash.js';
import { ENGINES } from '../engines.js';
import { SMALL_DATA } from '../exchange/small-data.js';
import { factsOf } from './facts-of.js';

const read = (text: string) => readDataTexts([{ file: 'data.yaml', text }]).data;
const SMALL = read(SMALL_DATA);
const PATIENCE = { deadlineMs: 120_000 };

/** Each of two records says something of its own of one place, and of one agreement. */
const TWICE = `
sources:
  - { key: sheet, kind: DATASET, title: A sheet, publisher: Somebody, language: id }
  - { key: other, kind: DATASET, title: Another sheet, publisher: Somebody, language: id }
placeDetails:
  - { key: jp-uji, codes: [{ scheme: WIKIDATA, value: Q1 }], otherNames: [{ text: Udji, kind: ALIAS }], location: { latitude: 34.5, longitude: 135 }, cites: [{ source: sheet }] }
  - { key: jp-uji, codes: [{ scheme: WIKIDATA, value: Q1 }, { scheme: GEONAMES, value: 2 }], otherNames: [{ text: Uzi, kind: ALIAS }], population: 7, cites: [{ source: other, at: row 2 }] }
agreementDetails:
  - { key: batu-uji, stages: [{ stage: TERMINATED, date: 2024-05, cites: [{ source: sheet }] }], supports: [{ stage: 1, cites: [{ source: sheet }] }], cites: [{ source: sheet }] }
  - { key: batu-uji, stages: [{ stage: RENEWED, date: 2023-05, cites: [{ source: other }] }], supports: [{ stage: 1, cites: [{ source: other }] }, { stage: 2, cites: [{ source: other }] }], cites: [{ source: other, at: row 2 }] }
`;

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'kembar-records-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

describe.each(ENGINES)('records that are imported on $name', (engine) => {
  let graph: Graph;
  beforeEach(async () => {
    graph = new Graph(await engine.open(), undefined, PATIENCE);
    await prepareGraph(graph);
    await replaceDataSet(graph, { id: 'shipped', fingerprint: 'small', units: [...toUnits(SMALL, { dataSet: 'shipped' })] });
  });
  afterEach(() => graph.engine.close());

  const put = async (text: string) => {
    const file = join(folder(), 'sheet.yaml');
    writeFileSync(file, text);
    const rejects: unknown[] = [];
    const { version } = await importRecords(await RecordFiles.find([file]), graph, {
      dataSet: 'sheet',
      tool: 'test',
      onReject: (reject) => rejects.push(reject),
    });
    return { rejects, changes: (await replaceDataSet(graph, version)).toJSON() };
  };
  const details = async () => {
    const found: object[] = [];
    for await (const { type, record } of recordsOf(graph, 'sheet')) if (type.endsWith('Details')) found.push(record);
    return found;
  };

  test('may add to one place and to one agreement several times, and all that they say is there', async () => {
    expect((await put(TWICE)).rejects).toEqual([]);
    expect((await factsOf(graph)).filter(({ hash, noted }) => hash !== noted)).toEqual([]);
    const cite = (source: string, at?: string) => expect.objectContaining({ source, ...(at === undefined ? {} : { at }) });
    expect(await details()).toEqual([
      expect.objectContaining({
        key: 'batu-uji',
        stages: [
          expect.objectContaining({ stage: 'TERMINATED', cites: [cite('sheet')] }),
          expect.objectContaining({ stage: 'RENEWED', cites: [cite('other')] }),
        ],
        supports: [
          { stage: 1, cites: [cite('sheet'), cite('other')] },
          { stage: 2, cites: [cite('other')] },
        ],
        cites: [cite('sheet'), cite('other', 'row 2')],
      }),
      expect.objectContaining({
        key: 'jp-uji',
        codes: expect.toSatisfy(
          (codes: { value: string }[]) =>
            codes
              .map(({ value }) => value)
              .sort()
              .join() === '2,Q1',
        ),
        otherNames: [
          expect.objectContaining({ text: 'Udji', cites: [cite('sheet')] }),
          expect.objectContaining({ text: 'Uzi', cites: [cite('other', 'row 2')] }),
        ],
        location: { latitude: 34.5, longitude: 135 },
        population: 7,
        cites: [cite('sheet'), cite('other', 'row 2')],
      }),
    ]);
  });

  test('are the same units as those of a data set in memory', async () => {
    await put(TWICE);
    const units = [...toUnits(read(TWICE), { dataSet: 'sheet', ground: SMALL })].filter(({ owns }) => !owns);
    const facts = (await factsOf(graph)).filter(({ owns }) => !owns);
    expect(units.map((unit) => `${unit.of.id} ${hashOf(unit)}`).sort()).toEqual(facts.map(({ of, hash }) => `${of} ${hash}`));
  });

  test('change only what is new in them, when they come again', async () => {
    await put(TWICE);
    const facts = await factsOf(graph);
    expect((await put(TWICE)).changes).toEqual({});
    const { changes } = await put(TWICE.replace('A sheet', 'The sheet'));
    expect(changes).toEqual({ Source: { created: 0, changed: 2, removed: 0, kept: 0 } });
    const without = (all: typeof facts) => all.filter(({ of }) => !of.startsWith('source:'));
    expect(without(await factsOf(graph))).toEqual(without(facts));
  });

  test('change nothing where their file cannot be read', async () => {
    await put(TWICE);
    const facts = await factsOf(graph);
    await expect(put(`${TWICE}  - { key: [\n`)).rejects.toMatchObject({ code: 'DATA_INVALID' });
    expect(await factsOf(graph)).toEqual(facts);
  });

  test('that add too much to one place together are left out but for the first ones, so that a rebuilt graph is equal', async () => {
    const many = (at: string) => Array.from({ length: 30 }, (_, index) => `{ source: paper, at: ${at}${index} }`).join(', ');
    const { rejects } = await put(`placeDetails:
  - { key: jp-uji, cites: [${many('a')}] }
  - { key: jp-uji, cites: [${many('b')}] }
  - { key: jp-uji, cites: [{ source: paper, at: c }] }
`);
    expect(rejects).toEqual([
      expect.objectContaining({ line: 3, field: 'placeDetails[1].cites', reason: expect.stringMatching(/together.*50/) }),
    ]);
    const files = folder();
    await exportGraph(graph, join(files, 'all'), { software: 'test', onProgress: () => undefined });
    const rebuilt = new Graph(await openEmbedded({ path: null }), undefined, PATIENCE);
    await prepareGraph(rebuilt);
    await importGraph(rebuilt, join(files, 'all'));
    expect(await factsOf(rebuilt)).toEqual(await factsOf(graph));
    await rebuilt.engine.close();
  });
});
