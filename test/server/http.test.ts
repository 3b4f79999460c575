import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../src/server.js';
import { readSettings } from '../../src/settings.js';
import { ask } from './server-process.js';

describe('the server over HTTP', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer(readSettings({ GRAPH_URL: 'embedded:', PORT: '0', LOG_LEVEL: 'silent' }));
    await server.prepared;
  });
  afterAll(() => server.stop());

  test.each([
    ['/healthz', 200, { status: 'ok' }],
    ['/readyz', 200, { status: 'ready' }],
  ])('%s', async (path, status, body) => {
    const response = await fetch(server.url + path);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual(body);
  });

  test('a browser gets Apollo Sandbox at /graphql', async () => {
    const response = await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('sandbox');
  });

  test('GraphiQL and everything it loads come from this server', async () => {
    const page = await (await fetch(`${server.url}/graphiql`)).text();
    const loaded = [...page.matchAll(/(?:src|href)="([^"]+)"/g)]
      .map(([, address]) => address as string)
      .filter((address) => !address.startsWith('data:'));
    expect(loaded.length).toBeGreaterThanOrEqual(4);
    for (const address of loaded) {
      expect(address).toMatch(/^\/graphiql\//);
      const response = await fetch(server.url + address);
      expect(response.status, address).toBe(200);
      expect((await response.text()).length, address).toBeGreaterThan(1_000);
    }
    expect(page).toContain('ProvincesSharingForeignProvince');
  });

  test('a defect of the request is answered in GraphQL, without insides', async () => {
    const { status, body } = await ask(server.url, '{ nothing }');
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    expect(JSON.stringify(body)).not.toMatch(/stacktrace|node_modules|\/src\//);
  });

  test('a document without end is refused before it is read', async () => {
    const { status, body } = await ask(server.url, `{ ${'a '.repeat(20_000)} }`);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }]);
  });

  test.each([
    [
      'levels',
      `{ ${'agreements(first: 100) { nodes { parties { place { '.repeat(3)} id ${'} } } }'.repeat(3)} }`,
      /^the operation costs (\d+), \1 of it for agreements, most through its list agreements\.nodes\.parties\.place\.agreements\.nodes\.parties\.place\.agreements\. Accepted are 300000 at most/,
    ],
    [
      'items in a list of a fragment',
      `query { graph { revision } few: places(first: 5) { ...Parts } ...More } fragment More on Query { many: places(first: 90) { ...Parts } }
      fragment Parts on PlaceConnection { nodes { name parts(first: 100) { nodes { agreements(first: 20) { nodes { id } } } } } }`,
      /^the operation costs \d+, \d+ of it for many, most through its list many\.nodes\.parts\. Accepted/,
    ],
    [
      'aliases',
      `{ ${Array.from({ length: 200 }, (_, index) => `a${index}: agreements(first: 100) { ...A }`).join(' ')} }
      fragment A on AgreementConnection { nodes { id citations { note source { title publisher } } parties { place { name } } } }`,
      /^the operation costs 440200, 2201 of it for a0\. Accepted/,
    ],
    [
      'questions about the whole graph',
      `{ ${Array.from({ length: 16 }, (_, index) => `a${index}: centralPlaces(by: BETWEENNESS, projection: { ties: { asOf: "20${10 + index}-01-01" } }) { totalCount }`).join(' ')} }`,
      /^the operation costs \d+, 20021 of it for a0\. Accepted/,
    ],
  ])('an operation with too many %s is refused before anything is fetched, with what costs most', async (_, query, message) => {
    const { status, body } = await ask(server.url, query);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'BAD_INPUT' } }]);
  });

  test('finding what costs most takes no longer than the costs themselves, however often fragments lead to others', async () => {
    const fragments = Array.from({ length: 40 }, (_, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`).join(
      ' ',
    );
    const deep = `${'agreements(first: 100) { nodes { parties { place { '.repeat(3)} id ${'} } } }'.repeat(3)}`;
    const { body } = await ask(
      server.url,
      `query ($no: Boolean = true) { ...F0 @skip(if: $no) ${deep} } ${fragments} fragment F40 on Query { __typename }`,
    );
    expect(body.errors).toMatchObject([{ message: expect.stringMatching(/^the operation costs \d+, \d+ of it for agreements/) }]);
  });

  test('an empty list as a filter is bad input', async () => {
    const { status, body } = await ask(server.url, 'query ($ties: TieFilter) { countryMatrix(ties: $ties) { totalCount } }', {
      ties: { kinds: [] },
    });
    expect([status, body]).toEqual([
      400,
      {
        errors: [
          {
            message: 'ties.kinds is empty. Accepted is a list of one or more; leave it out for all.',
            extensions: { code: 'BAD_INPUT' },
          },
        ],
      },
    ]);
  });

  test('a variable that may not be null is bad input', async () => {
    const { status, body } = await ask(server.url, 'query ($first: Int = 2) { places(first: $first) { nodes { id } } }', { first: null });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_INPUT' } }]);
  });

  test('a body that is too large is refused', async () => {
    const { status } = await ask(server.url, `{ a } # ${'x'.repeat(300_000)}`).catch(() => ({ status: 413 }));
    expect(status).toBe(413);
  });

  test.each([
    ['malformed JSON', '/graphql', 'application/json', '{"query": ', 400, 'BAD_REQUEST'],
    ['another content type', '/graphql', 'text/xml', '<query/>', 415, 'BAD_REQUEST'],
    ['no such path', '/graphq', 'application/json', '{}', 404, 'NOT_FOUND'],
  ])('%s is answered in the shape of GraphQL', async (_, path, type, body, status, code) => {
    const response = await fetch(server.url + path, { method: 'POST', headers: { 'content-type': type }, body });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ errors: [{ message: expect.any(String), extensions: { code } }] });
  });

  test.each([
    ['/graphql', 'GET, POST', ['PUT', 'PATCH', 'DELETE', 'OPTIONS']],
    ['/ask', 'GET, HEAD', ['POST', 'DELETE']],
    ['/ask/Cousins.csv?place=place:id', 'GET, HEAD', ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']],
    ['/ask/Nephews', 'GET, HEAD', ['POST']],
    ['/export', 'GET, HEAD', ['POST', 'DELETE']],
    ['/export/graph.graphml', 'GET, HEAD', ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']],
  ])('%s is for %s: other methods are refused, whatever body comes with them, and HEAD answers as GET', async (path, allowed, others) => {
    for (const method of others)
      for (const sent of [{}, { headers: { 'content-type': 'text/xml' }, body: '<query/>' }]) {
        const response = await fetch(server.url + path, { method, ...sent });
        expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, allowed]);
        const message = `${method} is not accepted here. Accepted are ${allowed.replace(', ', ' and ')}.`;
        expect(await response.json()).toEqual({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
      }
    const [get, head] = await Promise.all(['GET', 'HEAD'].map((method) => fetch(server.url + path, { method })));
    expect(get?.status).not.toBe(405);
    expect(head?.status).toBe(get?.status);
  });

  test('a form cannot ask: cross-site requests are refused', async () => {
    const response = await fetch(`${server.url}/graphql?query=%7Bgraph%7Brevision%7D%7D`, {
      method: 'GET',
      headers: { accept: 'application/json' },
    });
    expect(response.status).toBe(400);
  });

  test('it keeps to GraphQL over HTTP', async () => {
    const results = await Promise.all(
      serverAudits({
        url: `${server.url}/graphql`,
        fetchFn: (url: string, init: RequestInit) =>
          fetch(url, { ...init, headers: { ...init?.headers, 'apollo-require-preflight': 'true' } }),
      }).map(async (audit) => ({ audit, result: await audit.fn() })),
    );
    const failed = results
      .filter(({ audit, result }) => result.status === 'error' && audit.name.startsWith('MUST'))
      .map(({ audit }) => audit.name);
    expect(failed).toEqual([]);
  });
});
