import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
  test('with --dry-run tells what would come, and opens no graph', async () => {
    const { code, out } = await kembar([...parametersOf(await filesOfTables(tables)), '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('agreements: 1 pairs read\n  1 are new');
    expect(existsSync(graphFile)).toBe(false);
  });

  test('loads the shipped data and the twinnings into an empty graph, and nothing the second time', async () => {
    const files = parametersOf(await filesOfTables(tables));
    const first = await kembar(files);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/loading the shipped data: .*loading the twinnings: 6 nodes, \d+ relationships/s);
    const second = await kembar(files);
    expect(second.code).toBe(0);
    expect(second.out).toMatch(/the shipped data is loaded already .*\nthese twinnings are loaded already/);
    const engine = await openEmbedded({ path: graphFile });
    expect((await loadedDataSets(new Graph(engine))).map(({ id }) => id)).toEqual(['shipped', 'world-twinnings']);
    await engine.close();
  });

  test('takes out the list before it only where it is told to', async () => {
    const files = parametersOf(await filesOfTables({ ...tables, places: [...tables.places, { id: 'w:be:gent', name: 'Gent' }] }));
    const refused = await kembar(files);
    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringMatching(/the graph holds other twinnings \(6 nodes, .*--replace puts these/),
    });
    const replaced = await kembar([...files, '--replace']);
    expect(replaced).toMatchObject({ code: 0, err: '' });
    expect(replaced.out).toContain('loading the twinnings: ');
  });

  test('ends with 1 and says where, when a file is wrong', async () => {
    const files = await filesOf({ places: placesText(tables.places), twinnings: twinningsText([['w:de:aachen', 'nowhere']]) });
    const { code, err } = await kembar(parametersOf(files));
    expect(code).toBe(1);
    expect(err).toContain(`${files.twinnings}:2  b: there is no place nowhere in ${files.places}`);
  });

  test.each([
    [['import', 'twinnings', '--places', 'x'], "required option '--twinnings <file>' not specified"],
    [['import', 'twinnings', '--places', 'x', '--twinnings', 'y'], 'x cannot be read'],
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
    expect(out).toMatch(/--subdivisions <file>.*Exit codes:\n {2}0 {2}done\n {2}1 .*\n {2}2 /s);
  });
});
