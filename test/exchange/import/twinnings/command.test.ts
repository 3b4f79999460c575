import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GraphGround } from '../../../../src/exchange/import/kembar/graph-ground.js';
import { openEmbedded } from '../../../../src/graph/engines/embedded.js';
import { Graph } from '../../../../src/graph/graph.js';
import { loadedDataSets } from '../../../../src/store/data-set/data-sets.js';
import { kembar as runKembar } from '../../../cli/kembar-process.js';
import { filesOf, filesOfTables, placesText, twinningsText } from './tables.js';

let folder: string;
let graphFile: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kembar-cli-'));
  graphFile = join(folder, 'graph.grafeo');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs `kembar` on the graph file. */
const kembar = (parameters: readonly string[], environment: Record<string, string> = {}) =>
  runKembar(parameters, { GRAPH_URL: `embedded:${graphFile}`, ...environment });

const parametersOf = (files: { places: string; twinnings: string }) => [
  ...['import', 'twinnings'],
  ...['--places', files.places, '--twinnings', files.twinnings],
];

const tables = {
  places: [
    { id: 'w:de:aachen', name: 'Aachen' },
    { id: 'w:fr:reims', name: 'Reims' },
  ],
  twinnings: [['w:de:aachen', 'w:fr:reims']] as const,
};

describe('kembar import twinnings', { timeout: 120_000 }, () => {
  test('with --dry-run tells what would come, and writes no graph', async () => {
    const { code, out } = await kembar([...parametersOf(await filesOfTables(tables)), '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('agreements: 1 pairs read\n  1 are new');
    expect(out).toContain('what would change:');
    expect(existsSync(graphFile)).toBe(false);
  });

  test('loads the shipped data and the twinnings into an empty graph, says where they are from, and changes nothing the second time', async () => {
    const files = parametersOf(await filesOfTables(tables));
    const first = await kembar([...files, '--json']);
    expect(first.code, first.err).toBe(0);
    expect(JSON.parse(first.out)).toMatchObject({
      dataSet: 'world-twinnings',
      changes: { Place: { created: 2 }, Agreement: { created: 1 }, Source: { created: 3 } },
      leftOut: { rows: 0 },
      report: { agreements: { read: 1 } },
    });
    const second = await kembar([...files, '--json']);
    expect(JSON.parse(second.out)).toMatchObject({ changes: {}, revision: JSON.parse(first.out).revision });
    const engine = await openEmbedded({ path: graphFile });
    const graph = new Graph(engine);
    expect((await loadedDataSets(graph)).map(({ id }) => id)).toEqual(['shipped', 'world-twinnings']);
    const [source] = await new GraphGround(graph, { besides: '' }).sources(['import.world-twinnings']);
    await engine.close();
    expect(source).toMatchObject({
      licence: expect.stringContaining('CC BY-SA 4.0'),
      import: {
        tool: expect.stringMatching(/^Kembar/i),
        files: [
          { name: 'places.tsv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
          { name: 'twinnings.tsv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
        ],
      },
    });
  });

  test('stands on what other imports brought, under another name too', async () => {
    const files = await filesOfTables({
      ...tables,
      places: [...tables.places, { id: 'w:be:gent', name: 'Gent' }],
      twinnings: [
        ['w:de:aachen', 'w:be:gent'],
        ['w:fr:reims', 'w:de:aachen'],
      ],
    });
    const { code, out, err } = await kembar([...parametersOf(files), '--as', 'more-twinnings', '--dry-run', '--json']);
    expect(code, err).toBe(0);
    // Aachen, Reims and their agreement are those of the list before, and so are its sources.
    expect(JSON.parse(out)).toMatchObject({
      changes: { Place: { created: 1 }, Agreement: { created: 1 }, 'Agreement of others': { created: 1 }, Source: { created: 1 } },
      report: { agreements: { merged: 1 } },
    });
  });

  test('leaves out rows that are wrong and pairs that name them, with line, value and remedy; with --strict all', async () => {
    const files = await filesOf({
      places: placesText([...tables.places, { id: 'w:zz:x', name: 'X' }]),
      twinnings: twinningsText([...tables.twinnings, ['w:de:aachen', 'w:zz:x'], ['w:de:aachen', 'w:fr:reims', 'Z']]),
    });
    const rejects = join(folder, 'rejects.jsonl');
    const left = await kembar([...parametersOf(files), '--dry-run', '--rejects', rejects]);
    expect(left.code, left.err).toBe(3);
    const rows = readFileSync(rejects, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toMatchObject([
      { file: files.twinnings, line: 4, field: 'sources', value: 'Z', reason: 'must be one of D, W, DW' },
      { file: files.places, line: 4, field: 'iso2', value: 'ZZ', reason: 'there is no country ZZ' },
      { file: files.twinnings, line: 3, field: 'b', value: 'w:zz:x', remedy: expect.stringContaining('add the place there') },
    ]);
    const strict = await kembar([...parametersOf(files), '--strict']);
    expect(strict).toMatchObject({ code: 1, err: expect.stringContaining('nothing was written') });
  });

  test.each([
    [['import', 'twinnings', '--places', 'x'], "required option '--twinnings <file>' not specified"],
    [['import', 'twinnings', '--places', 'x', '--twinnings', 'y'], 'x is not there'],
    [['publish'], "unknown command 'publish'"],
  ])('ends with 1 when it is told something else: %j', async (parameters, message) => {
    const { code, err } = await kembar(parameters);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(message) });
  });

  test('ends with 1 when the settings are wrong', async () => {
    const { code, err } = await kembar(parametersOf(await filesOfTables(tables)), { GRAPH_URL: 'postgres://x' });
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('GRAPH_URL="postgres://x": must be embedded:PATH') });
  });

  test('ends with 2 when the graph is in use', async () => {
    const engine = await openEmbedded({ path: graphFile });
    const { code, err } = await kembar(parametersOf(await filesOfTables(tables)));
    await engine.close();
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('is open in another process') });
  });

  test('explains its exit codes', async () => {
    const { code, out } = await kembar(['import', 'twinnings', '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/--as <name>.*--subdivisions <file>.*Exit codes:\n {2}0 {2}done\n {2}1 .*\n {2}2 /s);
  });
});
