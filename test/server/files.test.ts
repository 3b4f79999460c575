import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { UndirectedGraph } from 'graphology';
import graphml from 'graphology-graphml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../src/server.js';
import { readSettings } from '../../src/settings.js';
import { type FilesServer, graphOf, serveFilesOf } from './files-server.js';

const records = (csv: string) => parse(csv, { columns: true, comment: '#' }) as Record<string, string>[];
const COUSINS = '/ask/Cousins.csv?place=place:id-kota-singkawang';

describe('answers as files, of the data that ships', () => {
  let server: RunningServer;
  const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers });
  const nameOf = (response: Response) => /filename="(.+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const nameAt = async (path: string) => nameOf(await fetch(server.url + path, { method: 'HEAD' }));
  const failure = async (response: Response) =>
    ((await response.json()) as { errors: [{ message: string; extensions: { code: string } }] }).errors[0];

  beforeAll(async () => {
    server = await startServer(readSettings({ GRAPH_URL: 'embedded:', PORT: '0', LOG_LEVEL: 'silent' }));
    await server.prepared;
  });
  afterAll(() => server.stop());

  test('a table as CSV holds what GraphQL answers', async () => {
    const response = await get(COUSINS);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
    expect(response.headers.get('content-disposition')).toEqual(
      expect.stringMatching(/^attachment; filename="Cousins\.r1\.[0-9a-f]{8}\.csv"$/),
    );
    const rows = records(await response.text()).map((row) => [row['node.name'], row.sharedCount, row['partners.nodes.place.name']]);
    expect(rows).toEqual([
      ['Kota Pontianak', '1', 'Sibu'],
      ['Kota Tangerang Selatan', '1', 'Miri'],
    ]);
  });

  test('a table goes to its end, page after page', async () => {
    const lines = (await (await get('/ask/Agreements.jsonl')).text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { data } = (await (
      await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ agreements(first: 1) { totalCount } }' }),
      })
    ).json()) as { data: { agreements: { totalCount: number } } };
    const ids = lines.slice(1, -1).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(100);
    expect([ids.length, new Set(ids).size]).toEqual([data.agreements.totalCount, data.agreements.totalCount]);
    expect(lines.at(-1)).toEqual({ kembar: { end: ids.length } });
  });

  test('every file says where its facts come from, and not when it was asked for', async () => {
    const { kembar } = JSON.parse(
      (await (await get('/ask/CountryMatrix.jsonl?ties={"asOf":"2000-01-01"}')).text()).split('\n')[0] as string,
    );
    expect(kembar).toMatchObject({
      title: 'CountryMatrix',
      asked: { ties: { asOf: '2000-01-01' } },
      path: 'countryMatrix',
      graph: { revision: 1, dataSets: [{ id: 'shipped' }] },
      sources: expect.arrayContaining([expect.objectContaining({ id: 'source:geonames', licence: 'CC BY 4.0' })]),
    });
    expect(Math.abs(Date.parse(kembar.graph.changedAt) - Date.now())).toBeGreaterThan(0);
  });

  test.each([
    COUSINS,
    '/ask/CountryMatrix.json',
    '/ask/StalledTalks.csv',
    '/export/graph.graphml',
    '/export/graph.gexf?country=place:id',
    '/export/graph.jsonld',
    '/export/edges.csv?kinds=SISTER_CITY&kinds=DOMESTIC',
  ])('%s is the same, byte for byte, each time', async (path) => {
    const [one, other] = await Promise.all([get(path), get(path)]);
    expect(one.headers.get('etag')).toBe(other.headers.get('etag'));
    expect(await one.text()).toBe(await other.text());
  });

  test.each([COUSINS, '/export/graph.graphml'])('%s is not sent again to who has it', async (path) => {
    const etag = (await get(path)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{32}"$/);
    const again = await get(path, { 'if-none-match': `"other", ${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('what there is not has no tag, whatever a client would take', async () => {
    for (const path of ['/ask/Cousins.csv?place=place:nowhere', '/ask/Cousins.csv?place=kota']) {
      const response = await get(path, { 'if-none-match': '*' });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect([response.headers.get('etag'), response.headers.get('link')]).toEqual([null, null]);
    }
  });

  test('files of other questions have other tags', async () => {
    const paths = [
      COUSINS,
      `${COUSINS}&bare=true`,
      `${COUSINS}&unwind=partners.nodes`,
      COUSINS.replace('.csv', '.jsonl'),
      '/ask/Cousins.csv?place=place:id-kota-bandung',
    ];
    const tags = await Promise.all(paths.map(async (path) => (await get(path)).headers.get('etag')));
    expect(new Set(tags).size).toBe(paths.length);
  });

  test.each([
    ['/ask/CountryMatrix.jsonl', 'CountryMatrix.r1.jsonl'],
    ['/ask/CountryMatrix.csv?path=countryMatrix&bare=false', 'CountryMatrix.r1.csv'],
    ['/export/graph.graphml', 'kembar-graph.r1.graphml'],
    ['/export/edges.csv-metadata.json', 'kembar-edges.r1.csv-metadata.json'],
  ])('%s, with nothing chosen, is called %s', async (path, name) => {
    expect(await nameAt(path)).toBe(name);
  });

  test.each([
    [
      '/ask/PlaceProfile.csv?by={"slug":"japan"}&path=place',
      '/ask/PlaceProfile.csv?by={"slug":"japan"}&path=place.otherNames',
      '/ask/PlaceProfile.csv?by={"slug":"indonesia"}&path=place',
    ],
    ['/ask/Sectors.csv', '/ask/Sectors.csv?bare=true'],
    [COUSINS, `${COUSINS}&unwind=partners.nodes`, `${COUSINS}&bare=true`, '/ask/Cousins.csv?place=place:id-kota-bandung'],
    ['/export/graph.graphml', '/export/graph.graphml?country=place:id', '/export/graph.graphml?country=place:my'],
    ['/export/edges.csv', '/export/edges.csv?bare=true', '/export/edges.csv?kinds=SISTER_CITY'],
  ])('files of %s and others have other names', async (...paths) => {
    expect(new Set(await Promise.all(paths.map(nameAt))).size).toBe(paths.length);
  });

  test.each([
    [COUSINS, `${COUSINS}&path=cousins`],
    ['/ask/TiePanel.csv?path=tiePanel.rows', '/ask/TiePanel.csv?unit=PROVINCE&balanced=false&path=tiePanel.rows'],
    [
      '/ask/CountryMatrix.csv?ties={"asOf":"2000-01-01","country":"place:id"}',
      '/ask/CountryMatrix.csv?ties={"country":"place:id","asOf":"2000-01-01"}',
    ],
    ['/export/graph.gexf?country=place:id&asOf=2000-01-01', '/export/graph.gexf?asOf=2000-01-01&country=place:id'],
  ])('%s is called as the same question in other words', async (one, other) => {
    expect(await nameAt(one)).toMatch(/\.r1\.[0-9a-f]{8}\.[a-z]+$/);
    expect(await nameAt(other)).toBe(await nameAt(one));
  });

  test('HEAD answers as GET, without the file', async () => {
    const [head, full] = [await fetch(server.url + COUSINS, { method: 'HEAD' }), await get(COUSINS)];
    const told = ['etag', 'content-type', 'content-disposition', 'cache-control', 'link'];
    expect(told.map((name) => head.headers.get(name))).toEqual(told.map((name) => full.headers.get(name)));
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await fetch(`${server.url}/ask/Cousins.csv?place=place:nowhere`, { method: 'HEAD' })).status).toBe(404);
  });

  test.each([
    ['text/csv', 'text/csv; charset=utf-8; header=present'],
    ['application/x-ndjson', 'application/x-ndjson; charset=utf-8'],
    ['application/json;q=0.5, text/html', 'application/json; charset=utf-8'],
    ['*/*', 'text/csv; charset=utf-8; header=present'],
  ])('without an ending, %s decides', async (accept, type) => {
    const response = await get('/ask/Sectors', { accept });
    expect([response.status, response.headers.get('content-type'), response.headers.get('vary')]).toEqual([200, type, 'Accept']);
  });

  test('what no format is for is refused, with those that there are', async () => {
    const response = await get('/ask/Sectors', { accept: 'text/html' });
    expect(response.status).toBe(406);
    expect((await failure(response)).message).toContain('text/csv (.csv), application/x-ndjson (.jsonl), application/json (.json)');
    expect((await get('/export/graph', { accept: 'application/gexf+xml' })).headers.get('content-type')).toContain('gexf');
  });

  test.each([
    ['/ask/Cousins.csv', 400, 'Cousins needs place.'],
    ['/ask/Cousins.csv?place=place:id&plce=x', 400, 'takes no plce. Accepted are place, within, ties'],
    ['/ask/Cousins.csv?place=place:id&first=5', 400, 'first of Cousins plays no part in the table cousins, which is given whole'],
    ['/ask/Cousins.csv?place=kota', 400, 'is not an id of type place'],
    ['/ask/Cousins.csv?place=place:nowhere', 404, 'there is no place'],
    ['/ask/Cousins.csv?place=place:id&ties={"asOf":"yesterday"}', 400, 'Accepted is a day such as 2020-01-31'],
    ['/ask/Cousins.csv?place=place:id&ties={"kinds":[]}', 400, 'ties.kinds is empty. Accepted is a list of one or more'],
    ['/export/graph.graphml?kinds=[]', 400, 'kinds is empty. Accepted is a list of one or more'],
    ['/ask/Cousins.csv?place=place:id&unwind=agreements', 400, 'Accepted are partners.nodes, partners.nodes.agreements'],
    ['/ask/Cousins.jsonl?place=place:id&unwind=partners.nodes', 400, 'unwind is for csv'],
    ['/ask/Cousins.csv?place=place:id&bare=yes', 400, 'Accepted are true and false'],
    ['/ask/PlaceProfile.csv?by={"slug":"japan"}', 400, 'path says which one. Accepted are place (one row), place.otherNames'],
    ['/ask/Nephews.csv', 404, 'There are AgreementTimeline'],
    ['/ask/Cousins.xlsx?place=place:id', 404, 'There are .csv, .jsonl, .json, .csv-metadata.json'],
    ['/export/graph.graphml?sectors=sector:nothing', 404, 'there is no sector'],
    ['/export/graph.graphml?country=place:id-ji', 400, 'Accepted is the id of a country'],
    ['/export/graph.graphml?path=x', 400, 'takes no path. Accepted are kinds, phases'],
    ['/export/graph.graphml?bare=true', 400, 'bare is for csv, jsonl, json'],
    ['/export/places.csv', 404, 'There are graph, nodes, edges'],
  ])('%s is refused with %i', async (path, status, message) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    const { message: said, extensions } = await failure(response);
    expect(said).toContain(message);
    expect(extensions.code).toBe(status === 404 ? 'NOT_FOUND' : 'BAD_INPUT');
  });

  test('an empty answer is a file too', async () => {
    const text = await (await get('/ask/Cousins.csv?place=place:id-kota-bandung&ties={"kinds":["SISTER_PORT"]}&bare=true')).text();
    expect(text).toMatch(/^node\.id,[\w.,]+\n$/);
    const graph = await (await get('/export/graph.graphml?asOf=1900-01-01')).text();
    expect(graphml.parse(UndirectedGraph, graph).order).toBe(0);
  });

  test('the columns and the terms of a CSV file are told beside it', async () => {
    const response = await get(COUSINS);
    const [, address] = /^<(.+?)>; rel="describedby"; type="application\/csvm\+json"$/.exec(response.headers.get('link') ?? '') ?? [];
    const metadata = await fetch(new URL(address ?? '', response.url));
    expect(metadata.headers.get('content-type')).toBe('application/csvm+json; charset=utf-8');
    const { url, tableSchema } = (await metadata.json()) as { url: string; tableSchema: { columns: { titles: string }[] } };
    const header = (await response.text()).split('\n').find((line) => !line.startsWith('#'));
    expect(tableSchema.columns.map(({ titles }) => titles).join(',')).toBe(header);
    expect(url).toBe(nameOf(response));
  });

  test('the path that a file states is the one by which it is asked for', async () => {
    const { operations } = (await (await get('/ask')).json()) as { operations: { name: string; example: string }[] };
    for (const { name, example } of operations) {
      const address = new URL(server.url + example.replace('.csv', '.csv-metadata.json'));
      const file = await fetch(address);
      const { path } = JSON.parse(((await file.json()) as { 'dc:provenance': string })['dc:provenance']);
      if (path === undefined) continue;
      address.searchParams.set('path', path);
      const again = await fetch(address);
      expect([name, again.status, again.headers.get('etag'), nameOf(again)]).toEqual([name, 200, file.headers.get('etag'), nameOf(file)]);
    }
  });

  test('the lists say what can be asked, and every address in them answers', async () => {
    const { operations } = (await (await get('/ask')).json()) as { operations: { name: string; question: string; example: string }[] };
    expect(operations.length).toBeGreaterThan(20);
    for (const { name, question, example } of operations) {
      expect(question, name).toMatch(/\?$/);
      expect([example, (await fetch(server.url + example, { method: 'HEAD' })).status]).toEqual([example, 200]);
    }
    const { parts } = (await (await get('/export')).json()) as { parts: { name: string; formats: { extension: string }[] }[] };
    for (const { name, formats } of parts)
      for (const { extension } of formats)
        expect((await fetch(`${server.url}/export/${name}.${extension}`, { method: 'HEAD' })).status).toBe(200);
  });

  test.each(['README.md', 'docs/files.md'])('every address in the examples of %s answers', async (file) => {
    const text = await readFile(new URL(`../../${file}`, import.meta.url), 'utf8');
    const addresses = [...text.matchAll(/'http:\/\/127\.0\.0\.1:4000(\/(?:ask|export)\/.+?)'/g)].map(([, address]) => address as string);
    expect(addresses.length).toBeGreaterThan(2);
    for (const address of addresses) expect([address, (await get(address)).status]).toEqual([address, 200]);
  });
});

describe('names with everything that formats give a meaning to', () => {
  let server: FilesServer;
  const NAMES = { 'aa-one': '=HYPERLINK("x")', 'aa-two': 'Đà Nẵng, "the" city', 'bb-three': "京都府 <&> # 'x'" };

  beforeAll(async () => {
    const place = (key: string, kind: string, name: string, partOf: string) =>
      `  - { key: ${key}, kind: ${kind}, name: ${JSON.stringify(name)}${partOf}, cites: [{ source: list }] }\n`;
    server = await serveFilesOf(
      await graphOf(`
sources:
  - { key: list, kind: DATASET, title: "A list, of \\"places\\"", publisher: Nobody, language: en, licence: "Free, # or not" }
places:
${place('aa', 'COUNTRY', 'Aa', '')}${place('bb', 'COUNTRY', 'Bb', '')}${Object.entries(NAMES)
  .map(([key, name]) => place(key, 'CITY', name, `, partOf: ${key.slice(0, 2)}`))
  .join('')}
agreements:
  - { key: x, kind: SISTER_CITY, parties: [aa-one, bb-three], stages: [{ stage: SIGNED, date: 199X, cites: [{ source: list }] }], cites: [{ source: list }] }
  - { key: y, kind: FRIENDSHIP, parties: [aa-two, bb-three], stages: [{ stage: SIGNED, cites: [{ source: list }] }], cites: [{ source: list }] }
`),
    );
  });
  afterAll(() => server.close());
  const text = async (path: string) => (await fetch(server.url + path)).text();

  test('stay whole in CSV, and none is a formula', async () => {
    const names = records(await text('/export/nodes.csv')).map(({ name }) => name);
    expect(names).toEqual([`'${NAMES['aa-one']}`, NAMES['aa-two'], NAMES['bb-three']]);
  });

  test('stay as they are in JSON Lines', async () => {
    const lines = (await text('/export/graph.jsonl?bare=true'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.flatMap(({ node }) => (node ? [node.name] : []))).toEqual(Object.values(NAMES));
    expect(lines.flatMap(({ edge }) => (edge ? [[edge.source, edge.target, edge.kind, edge.since]] : []))).toEqual([
      ['place:aa-one', 'place:bb-three', 'SISTER_CITY', '199X'],
      ['place:aa-two', 'place:bb-three', 'FRIENDSHIP', null],
    ]);
  });

  test('stay as they are in GraphML', async () => {
    const graph = graphml.parse(UndirectedGraph, await text('/export/graph.graphml'));
    expect(graph.mapNodes((_, { label }) => label)).toEqual(Object.values(NAMES));
    expect(graph.mapEdges((_, { agreement, phase }) => [agreement, phase])).toEqual([
      ['agreement:x', 'AGREEMENT'],
      ['agreement:y', 'AGREEMENT'],
    ]);
  });

  test('the terms of a source are told on one line, whatever they are', async () => {
    expect(await text('/export/edges.csv')).toContain('# source: A list, of "places"; Nobody; Free, # or not\n');
  });
});
