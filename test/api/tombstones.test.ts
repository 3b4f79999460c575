import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assemble } from '../../src/exchange/dataset/shipped.js';
import { toUnits } from '../../src/exchange/dataset/to-units.js';
import { readDataTexts } from '../../src/exchange/format/read-files.js';
import { replaceDataSet } from '../../src/store/data-set/replace-data-set.js';
import { ENGINES } from '../engines.js';
import { SMALL_DATA } from '../exchange/small-data.js';
import { type OpenedApi, openApi } from './open-api.js';

const OTHER = `
sources:
  - key: file
    kind: DATASET
    title: A file
    publisher: Nobody
    language: en
    import: { tool: Kembar 0.1.0, at: 2026-01-02T03:04:05Z, files: [{ name: a.csv, sha256: ${'ab'.repeat(32)} }] }
retired:
  - { kind: agreement, key: oldest, successor: batu-udji, reason: Merged., cites: [{ source: file, at: row 3 }] }
  - { kind: agreement, key: never, reason: It never existed., cites: [{ source: file }] }
`;
const TOMBSTONE = `... on Tombstone {
  kind reason stated dataSet retiredAt { edtf } successor { id __typename } citations { locator source { id } subject { id __typename } } }`;

describe.each(ENGINES)('an id that is retired on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    const read = (text: string) => readDataTexts([{ file: 'data.yaml', text }]);
    api = await openApi(engine, assemble(read(SMALL_DATA)));
    const put = (id: string, text: string) =>
      replaceDataSet(api.graph, { id, fingerprint: text, units: [...toUnits(read(text).data, { dataSet: id })] });
    await put('other', `${OTHER}sectors: [{ key: gone, name: { id: Hilang, en: Gone } }]`);
    await put('other', OTHER);
  });
  afterAll(() => api.close());

  test('answers with what is left of it, and what took its place after all', async () => {
    const { data, errors, storeCalls } = await api.ask(`{ node(id: "agreement:oldest") { __typename id ${TOMBSTONE} } }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      node: {
        __typename: 'Tombstone',
        id: 'agreement:oldest',
        kind: 'Agreement',
        reason: 'Merged.',
        stated: true,
        dataSet: 'other',
        retiredAt: null,
        successor: { id: 'agreement:batu-uji', __typename: 'Agreement' },
        citations: [{ locator: 'row 3', source: { id: 'source:file' }, subject: { id: 'agreement:oldest', __typename: 'Tombstone' } }],
      },
    });
    expect(storeCalls).toBeLessThanOrEqual(9);
  });

  test('has no successor where nothing took its place, whether that is stated or not', async () => {
    const asked = 'nodes(ids: ["agreement:batu-udji", "agreement:never", "sector:gone", "sector:nothing", "agreement:batu-uji"])';
    const { data, errors } = await api.ask<{ nodes: unknown }, never>(
      `{ ${asked} { id ... on Tombstone { stated kind reason successor { id } retiredAt { edtf } citations { source { id } } } } }`,
    );
    expect(errors).toEqual([{ code: 'NOT_FOUND', message: 'ids: nothing has the id "sector:nothing"', path: 'nodes.3' }]);
    const today = new Date().toISOString().slice(0, 7);
    expect(data?.nodes).toMatchObject([
      { id: 'agreement:batu-udji', stated: true, successor: { id: 'agreement:batu-uji' }, retiredAt: { edtf: '2020' } },
      { id: 'agreement:never', stated: true, successor: null, retiredAt: null },
      {
        id: 'sector:gone',
        stated: false,
        kind: 'Sector',
        successor: null,
        retiredAt: { edtf: expect.stringContaining(today) },
        citations: [],
      },
      null,
      { id: 'agreement:batu-uji' },
    ]);
  });

  test.each([
    ['{ agreement(id: "agreement:oldest") { id } }', 'id', 'agreement', 'agreement:oldest', 'agreement:batu-uji'],
    ['{ agreement(id: "agreement:never") { id } }', 'id', 'agreement', 'agreement:never', null],
    ['{ sector(id: "sector:gone") { id } }', 'id', 'sector', 'sector:gone', null],
    ['{ agreements(sectors: ["sector:tourism", "sector:gone"]) { totalCount } }', 'sectors', 'sector', 'sector:gone', null],
  ])('is an error that names its successor: %s', async (question, argument, kind, retired, successor) => {
    const instead = successor === null ? 'nothing took its place' : `ask for "${successor}", which took its place`;
    expect((await api.ask(question)).errors).toEqual([
      {
        code: 'NOT_FOUND',
        message: `${argument}: the ${kind} "${retired}" is retired; ${instead}`,
        path: expect.anything(),
        retired,
        successor,
      },
    ]);
  });

  test('costs no more statements in a list than alone', async () => {
    const ask = (ids: string) => api.ask(`{ nodes(ids: [${ids}]) { id ... on Tombstone { successor { id } } } }`);
    const alone = await ask('"agreement:oldest"');
    const three = await ask('"agreement:oldest", "agreement:batu-udji", "agreement:never"');
    expect(three.storeCalls).toBeLessThanOrEqual(alone.storeCalls);
  });

  test('has sources that tell how they came into the graph, and data sets that tell whether they are complete', async () => {
    const { data, errors } = await api.ask(
      '{ source(id: "source:file") { import { tool version at files { name sha256 } } } paper: source(id: "source:paper") { import { tool } } graph { dataSets { id complete } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      source: {
        import: { tool: 'Kembar', version: '0.1.0', at: '2026-01-02T03:04:05Z', files: [{ name: 'a.csv', sha256: 'ab'.repeat(32) }] },
      },
      paper: { import: null },
      graph: {
        dataSets: [
          { id: 'other', complete: true },
          { id: 'shipped', complete: true },
        ],
      },
    });
  });
});
