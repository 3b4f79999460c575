import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually, type ServerProcess, startServerProcess } from '../server/server-process.js';
import { kembar } from './kembar-process.js';

const COUSINS = ['ask', 'Cousins', '--place', 'place:id-kota-singkawang'];
const COUSINS_CSV = '/ask/Cousins.csv?place=place:id-kota-singkawang';
const GRAPH_OF_INDONESIA = ['export', '--country', 'place:id', '--kinds', 'SISTER_CITY', '--kinds', 'DOMESTIC'];
const GRAPH_OF_INDONESIA_GRAPHML = '/export/graph.graphml?country=place:id&kinds=SISTER_CITY&kinds=DOMESTIC';

let folder: string;
let server: ServerProcess;
/** What the server gave, by address, while it had the graph. */
const served = new Map<string, string>();
const GRAPH = () => ({ GRAPH_URL: `embedded:${join(folder, 'graph.grafeo')}` });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kembar-cli-files-'));
  server = startServerProcess({ ...GRAPH(), LOG_LEVEL: 'info' });
  await server.printed(/health/);
  await eventually(async () => (await fetch(`${server.url}/readyz`)).status === 200);
  for (const path of [COUSINS_CSV, GRAPH_OF_INDONESIA_GRAPHML]) served.set(path, await (await fetch(server.url + path)).text());
}, 120_000);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('while a server has the graph', { timeout: 120_000 }, () => {
  test('the graph cannot be opened, and the message says what to do', async () => {
    const { code, out, err } = await kembar(COUSINS, GRAPH());
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('ask the server that has it open, with --server http://HOST:PORT');
  });

  test('a file comes from the server, byte for byte', async () => {
    const { code, out } = await kembar([...COUSINS, '--server', server.url]);
    expect(code).toBe(0);
    expect(out).toBe(served.get(COUSINS_CSV));
  });

  test('what the server refuses is refused as here', async () => {
    const { code, out, err } = await kembar(['ask', 'Cousins', '--place', 'place:nowhere', '--server', server.url]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^kembar: place: there is no place "place:nowhere"/);
  });

  test.each([
    ['http://127.0.0.1:9', 2, 'no server answers at http://127.0.0.1:9'],
    ['ftp://x', 1, 'is no address. Accepted is one such as http://127.0.0.1:4000.'],
  ])('--server %s ends with %i', async (address, ending, message) => {
    const { code, err } = await kembar([...COUSINS, '--server', address]);
    expect(code).toBe(ending);
    expect(err).toContain(message);
  });
});

describe('once the server has stopped', { timeout: 120_000 }, () => {
  beforeAll(() => server.stop());

  test.each([
    [COUSINS, COUSINS_CSV],
    [[...GRAPH_OF_INDONESIA, '--format', 'graphml'], GRAPH_OF_INDONESIA_GRAPHML],
  ])('%j gives the bytes that the server gave', async (parameters, path) => {
    const { code, out, err } = await kembar(parameters, GRAPH());
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(served.get(path));
  });

  test('a file has the format that its name ends with', async () => {
    const file = join(folder, 'ties.graphml');
    const { code, out } = await kembar([...GRAPH_OF_INDONESIA, '--output', file], GRAPH());
    expect([code, out]).toEqual([0, '']);
    expect(await readFile(file, 'utf8')).toBe(served.get(GRAPH_OF_INDONESIA_GRAPHML));
  });

  test('a refused question leaves a file of that name as it was, and none beside it', async () => {
    const file = join(folder, 'kept.csv');
    await writeFile(file, 'kept');
    const { code } = await kembar(['ask', 'Cousins', '--place', 'place:nowhere', '--output', file], GRAPH());
    expect(code).toBe(1);
    expect(await readFile(file, 'utf8')).toBe('kept');
    expect((await readdir(folder)).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  test('a folder is not written over, and nothing is left in it', async () => {
    const output = join(folder, 'answers');
    await mkdir(output);
    const { code, err } = await kembar([...COUSINS, '--output', output], GRAPH());
    expect([code, err]).toEqual([1, `kembar: ${output} cannot be written: it is a folder\n`]);
    expect((await readdir(folder)).filter((name) => name.startsWith('answers'))).toEqual(['answers']);
  });

  test('a table for the terminal has the rows, cut where they are long', async () => {
    const { code, out } = await kembar([...COUSINS, '--format', 'table'], GRAPH());
    expect(code).toBe(0);
    expect(out).toMatch(/│ place:id-kota-pontianak +│ Kota Pontianak +│/);
    expect(out.trimEnd().split('\n').at(-1)).toBe('2 rows');
  });

  test('a graph that is not there is not made', async () => {
    const { code, err } = await kembar(COUSINS, { GRAPH_URL: `embedded:${join(folder, 'other.grafeo')}` });
    expect(code).toBe(1);
    expect(err).toContain('there is no graph at');
    expect(await readdir(folder)).not.toContain('other.grafeo');
  });

  test.each([
    [['ask', 'Cousins'], 'Cousins needs place.'],
    [['ask', 'Cousins', '--place', 'place:id', '--format', 'xlsx'], 'Accepted are csv, jsonl, json'],
    [['ask', 'Nephews'], 'there is no operation "Nephews"'],
    [['export', '--part', 'places'], 'Accepted are graph, nodes, edges'],
    [['export', '--all', '--part', 'nodes'], '--all writes everything, and takes --output only; leave out --part'],
    [['export', '--asOf', 'yesterday'], 'Accepted is a day such as 2020-01-31'],
    [['export', '--output', 'ties.xyz'], '--output "ties.xyz" does not end with a format. Accepted are .graphml, .gexf,'],
    [['ask', 'Partners', '--place', '--server', 'http://127.0.0.1:9'], '--place needs a value, and "--server" is the next option.'],
    [['import', 'twinnings', '--places', '--twinnings', 'pairs.tsv'], '--places needs a value, and "--twinnings" is the next option.'],
  ])('%j is refused', async (parameters, message) => {
    const { code, out, err } = await kembar(parameters, GRAPH());
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(message);
  });

  test('the version is that of the package', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8'));
    expect(await kembar(['--version'])).toEqual({ code: 0, out: `Kembar ${version}\n`, err: '' });
  });

  test('without an operation, those that there are are listed with their questions', async () => {
    const { code, out } = await kembar(['ask']);
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}Cousins +Which places share partners with a place\?$/m);
  });
});
