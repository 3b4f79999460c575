import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withGazetteers } from '../../src/exchange/dataset/merge-gazetteers.js';
import { assemble, SHIPPED_DATA } from '../../src/exchange/dataset/shipped.js';
import { readDataFolder } from '../../src/exchange/format/read-files.js';
import { openEmbedded } from '../../src/graph/engines/embedded.js';
import { Graph } from '../../src/graph/graph.js';
import { replaceDataSet } from '../../src/store/data-set/replace-data-set.js';
import { prepareGraph } from '../../src/store/prepare.js';
import { ask, type ServerProcess, startServerProcess } from './server-process.js';

describe('the server on an embedded graph', () => {
  let folder: string;
  let file: string;
  const running: ServerProcess[] = [];
  const start = (environment: Readonly<Record<string, string>> = {}) => {
    const server = startServerProcess({ GRAPH_URL: `embedded:${file}`, ...environment });
    running.push(server);
    return server;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kembar-server-'));
    file = join(folder, 'deep', 'graph.grafeo');
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.kill()));
    await rm(folder, { recursive: true, force: true });
  });

  test('loads on the first start, answers, stops cleanly, and reuses the file on the second', async () => {
    const first = start();
    await first.printed('Kembar listens');
    expect(first.output()).toMatch(/loading the shipped data: \d+ nodes/);
    const question =
      '{ graph { revision counts { label total } } place(by: { kemendagri: "35.74" }) { name agreements { nodes { name } } } }';
    const answer = await ask(first.url, question);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      data: { place: { name: 'Kota Probolinggo', agreements: { nodes: expect.arrayContaining([expect.anything()]) } } },
    });
    expect(await first.stop()).toBe(0);
    expect(first.output()).toContain('Kembar stops');

    const second = start();
    await second.printed('Kembar listens');
    expect(second.output()).toContain('the shipped data is loaded already');
    expect((await ask(second.url, question)).body).toEqual(answer.body);
    expect(await second.stop()).toBe(0);
  });

  test('a second server on the same file is refused, and the first goes on', async () => {
    const first = start();
    await first.printed('Kembar listens');
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/^Kembar cannot start: the graph file .* is open in another process/m);
    expect(second.output()).not.toMatch(/^\s+at /m);
    expect((await ask(first.url, '{ graph { revision } }')).status).toBe(200);
  });

  test('a file of another program is refused and left as it is', async () => {
    file = join(folder, 'notes.txt');
    await writeFile(file, 'These are my notes, and no graph.\n'.repeat(100));
    const server = start();
    expect(await server.ended).toBe(1);
    expect(server.output()).toMatch(/^Kembar cannot start: the file .* is not a graph of Kembar/m);
    expect(await readFile(file, 'utf8')).toBe('These are my notes, and no graph.\n'.repeat(100));
  });

  test('a graph of another program is refused and left as it is', async () => {
    file = join(folder, 'other.grafeo');
    const other = await openEmbedded({ path: file });
    await other.write((transaction) => transaction.run("CREATE (:Person {name: 'Somebody'})"));
    await other.close();
    const server = start();
    expect(await server.ended).toBe(1);
    expect(server.output()).toContain('holds a graph that is not of Kembar');
    const again = await openEmbedded({ path: file });
    expect(await again.read('MATCH (n) RETURN labels(n) AS labels')).toEqual([{ labels: ['Person'] }]);
    await again.close();
  });

  test('a graph of a newer version is refused', async () => {
    file = join(folder, 'newer.grafeo');
    const newer = await openEmbedded({ path: file });
    await newer.write((transaction) => transaction.run("CREATE (:Kembar {id: 'graph', schema: 999, revision: 1})"));
    await newer.close();
    const server = start();
    expect(await server.ended).toBe(1);
    expect(server.output()).toContain('schema version 999');
  });

  test('killed in the middle of loading, the next start completes', async () => {
    for (const moment of ['applied setup/0001', '  20 %', '  80 %']) {
      const killed = start();
      await killed.printed(moment);
      await killed.kill();
    }
    const next = start();
    await next.printed('Kembar listens');
    const { body } = await ask(next.url, '{ graph { counts { label total } } }');

    const fresh = startServerProcess({ GRAPH_URL: 'embedded:' });
    running.push(fresh);
    await fresh.printed('Kembar listens');
    expect(body).toEqual((await ask(fresh.url, '{ graph { counts { label total } } }')).body);
  });

  test('a changed data set is noticed: the difference is applied, what others added stays', async () => {
    file = join(folder, 'changed.grafeo');
    const engine = await openEmbedded({ path: file });
    const graph = new Graph(engine);
    await prepareGraph(graph);
    // An earlier version of the data: the same sources, and one sector that is no more.
    const read = await readDataFolder(SHIPPED_DATA);
    const earlier = {
      ...read.data,
      agreements: [],
      events: [],
      places: [],
      placeDetails: [],
      offices: [],
      officials: [],
      tenures: [],
      missions: [],
      awards: [],
    };
    earlier.sectors = [...earlier.sectors, { key: 'falconry', name: { id: 'Elang', en: 'Falconry' } }];
    await replaceDataSet(graph, { id: 'shipped', ...assemble({ ...read, data: earlier, contents: [{ file: 'earlier', text: '' }] }) });
    await engine.write((transaction) => transaction.run("CREATE (:Sector {id: 'sector:mine', name: 'Mine', sortName: 'mine'})"));
    await engine.close();

    const server = start();
    await server.printed('Kembar listens');
    expect(server.output()).toContain('the shipped data has changed, applying it');
    const { body } = await ask(
      server.url,
      '{ gone: node(id: "sector:falconry") { __typename id } mine: node(id: "sector:mine") { id } new: node(id: "agreement:klaten-nanjing") { id } graph { revision } }',
    );
    expect(body.data).toEqual({
      gone: { __typename: 'Tombstone', id: 'sector:falconry' },
      mine: { id: 'sector:mine' },
      new: { id: 'agreement:klaten-nanjing' },
      graph: { revision: 2 },
    });
  });

  test('a slug that moves from one place to another is applied', async () => {
    file = join(folder, 'slugs.grafeo');
    const engine = await openEmbedded({ path: file });
    const graph = new Graph(engine);
    await prepareGraph(graph);
    const read = await withGazetteers(await readDataFolder(SHIPPED_DATA));
    const swap: Record<string, string> = { 'id-kota-batu': 'kota-malang-id', 'id-kota-malang': 'kota-batu-id' };
    const places = read.data.places.map((place) => ({ ...place, slug: swap[place.key] ?? place.slug }));
    await replaceDataSet(graph, {
      id: 'shipped',
      ...assemble({ ...read, data: { ...read.data, places }, contents: [{ file: 'earlier', text: '' }] }),
    });
    await engine.close();

    const server = start();
    await server.printed('Kembar listens');
    const { body } = await ask(server.url, '{ place(by: { slug: "kota-batu-id" }) { id } }');
    expect(body.data).toEqual({ place: { id: 'place:id-kota-batu' } });
  });

  test('LOAD_DATA=false leaves the graph empty, and the empty graph answers', async () => {
    const server = start({ LOAD_DATA: 'false' });
    await server.printed('Kembar listens');
    const { body } = await ask(
      server.url,
      '{ places { totalCount nodes { id } } agreements { totalCount } search(text: "kota") { totalCount } awardsBeforeTalks { totalCount } stalledTalks { totalCount } }',
    );
    expect(body).toEqual({
      data: {
        places: { totalCount: 0, nodes: [] },
        agreements: { totalCount: 0 },
        search: { totalCount: 0 },
        awardsBeforeTalks: { totalCount: 0 },
        stalledTalks: { totalCount: 0 },
      },
    });
  });

  test('wrong settings are all named at once', async () => {
    const server = startServerProcess({ GRAPH_URL: 'mysql://x', LOG_LEVEL: 'loud', STORE_DEADLINE_MS: '0' });
    expect(await server.ended).toBe(1);
    for (const name of ['GRAPH_URL', 'LOG_LEVEL', 'STORE_DEADLINE_MS']) expect(server.output()).toContain(name);
  });

  test('a port that is taken is said so', async () => {
    const first = start();
    await first.printed('Kembar listens');
    const { port } = new URL(first.url);
    const second = startServerProcess({ GRAPH_URL: 'embedded:', PORT: port });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`PORT ${port} on 127.0.0.1 is taken`);
  });
});
