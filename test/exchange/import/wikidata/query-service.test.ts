import { describe, expect, test } from 'vitest';
import { QueryService, QueryTooSlow } from '../../../../src/exchange/import/wikidata/query-service.js';
import type { RequestFault } from '../../../../src/exchange/import/wikidata/request-fault.js';
import type { ResultRow } from '../../../../src/exchange/import/wikidata/result-row.js';
import { type Answer, clientOf, type Service, serving } from './wikidata-service.js';

const QUERY = 'SELECT ?country WHERE { ?country <http://www.wikidata.org/prop/direct/P297> "ID" }';
const COUNTRY = { needed: ['country'], read: ['country'] };
const RESULTS = { 'content-type': 'application/sparql-results+json' };
const BEGINNING =
  '{"head":{"vars":["country"]},"results":{"bindings":[{"country":{"type":"uri","value":"http://www.wikidata.org/entity/Q252"}},';

const countries = (rows: readonly ResultRow[]) => rows.map(({ cells }) => cells.get('country')?.value);
const INDONESIA = ['http://www.wikidata.org/entity/Q252'];

/** Answers the first requests in this way, and those after them as a query service does. */
const atFirst =
  (times: number, answer: (...given: Parameters<Answer>) => unknown): Answer =>
  (response, taken, nth) => {
    if (nth > times) return false;
    answer(response, taken, nth);
    return true;
  };
const always = (answer: (...given: Parameters<Answer>) => unknown) => atFirst(Number.POSITIVE_INFINITY, answer);

/** Milliseconds between the first request and the second. */
const pauseOf = ({ taken }: Service) => (taken[1]?.at ?? Number.NaN) - (taken[0]?.at ?? Number.NaN);

describe('a request', () => {
  test('says who asks, whom to write to and what it accepts', async () => {
    const service = await serving();
    expect(countries(await clientOf(service).ask(QUERY, COUNTRY))).toEqual(INDONESIA);
    expect(service.taken[0]?.headers).toMatchObject({
      'user-agent': expect.stringMatching(/^Kembar\/0\.0\.0-test \(mailto:tests@example\.org\) node\/\d/),
      accept: 'application/sparql-results+json',
    });
  });

  test('has a short query in its address, and a long one in a form', async () => {
    const service = await serving();
    const long = `${QUERY} #${' and more'.repeat(300)}`;
    const client = clientOf(service);
    expect(countries(await client.ask(long, COUNTRY))).toEqual(INDONESIA);
    await client.ask(QUERY, COUNTRY);
    expect(service.taken.map(({ method, query }) => [method, query])).toEqual([
      ['POST', long],
      ['GET', QUERY],
    ]);
    expect(service.taken[0]?.headers['content-type']).toContain('application/x-www-form-urlencoded');
  });

  test('waits until the one before has been answered', async () => {
    const slowly: Answer = (response) => {
      setTimeout(() => response.writeHead(200, RESULTS).end('{"head":{"vars":["country"]},"results":{"bindings":[]}}'), 20);
      return true;
    };
    const service = await serving(slowly);
    const client = clientOf(service);
    await Promise.all([1, 2, 3].map(() => client.ask(QUERY, COUNTRY)));
    expect(service.taken).toHaveLength(3);
    expect(service.atOnce()).toBe(1);
  });
});

describe('what passes is asked again', () => {
  test.each<[string, Answer]>([
    ['a fault of the service', atFirst(1, (response) => response.writeHead(500, { 'content-type': 'text/plain' }).end('disk full'))],
    [
      'a gateway with a page of its own',
      atFirst(2, (response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>')),
    ],
    ['a query that took too long', atFirst(1, (response) => response.writeHead(500).end('java.util.concurrent.TimeoutException'))],
    ['a connection that is closed', atFirst(1, (response) => response.destroy())],
    [
      'a connection that is closed in the answer',
      atFirst(1, (response) => response.writeHead(200, RESULTS).write(BEGINNING, () => response.destroy())),
    ],
    ['an answer that ends early', atFirst(1, (response) => response.writeHead(200, RESULTS).end(BEGINNING))],
    [
      'an answer that breaks off with a trace',
      atFirst(1, (response) => response.writeHead(200, RESULTS).end(`${BEGINNING}{"country":{"va\njava.lang.Exception`)),
    ],
    ['an answer that is empty', atFirst(1, (response) => response.writeHead(200, RESULTS).end())],
    ['an answer that never ends', atFirst(1, (response) => response.writeHead(200, RESULTS).write(BEGINNING))],
  ])('%s', async (_, answer) => {
    const service = await serving(answer);
    expect(countries(await clientOf(service, { timeoutMs: 300 }).ask(QUERY, COUNTRY))).toEqual(INDONESIA);
  });

  test('after longer and longer pauses', async () => {
    const service = await serving(always((response) => response.writeHead(503).end()));
    const asking = clientOf(service, { retries: 3, backoffMs: 40, longestBackoffMs: 1000 }).ask(QUERY, COUNTRY);
    await expect(asking).rejects.toMatchObject({ code: 'SOURCE_UNAVAILABLE' });
    const pauses = service.taken.slice(1).map(({ at }, index) => at - (service.taken[index]?.at ?? 0));
    expect(pauses).toHaveLength(3);
    // Each is its own length once to twice, of 40, 80 and 160 ms; timers may be a little early.
    for (const [index, pause] of pauses.entries()) expect(pause).toBeGreaterThan(40 * 2 ** index - 5);
  });
});

describe('a service that throttles', () => {
  const throttling = (after: () => string | null) =>
    atFirst(1, (response) => {
      const header = after();
      response.writeHead(429, header === null ? {} : { 'retry-after': header }).end('Too Many Requests');
    });

  test('is left alone for the seconds that it names', async () => {
    const service = await serving(throttling(() => '1'));
    expect(countries(await clientOf(service).ask(QUERY, COUNTRY))).toEqual(INDONESIA);
    expect(pauseOf(service)).toBeGreaterThan(990);
  });

  test('is left alone until the date that it names', async () => {
    // Dates have whole seconds, so this one is one to two seconds away.
    const service = await serving(throttling(() => new Date(Date.now() + 2000).toUTCString()));
    expect(countries(await clientOf(service).ask(QUERY, COUNTRY))).toEqual(INDONESIA);
    expect(pauseOf(service)).toBeGreaterThan(900);
  });

  test.each([null, 'soon'])('is left alone for as long as is set when it names %s', async (header) => {
    const service = await serving(throttling(() => header));
    await clientOf(service, { throttledMs: 200 }).ask(QUERY, COUNTRY);
    expect(pauseOf(service)).toBeGreaterThan(195);
  });

  test('is given up when it asks to wait longer than may be', async () => {
    const service = await serving(throttling(() => '86400'));
    const asking = clientOf(service, { longestWaitMs: 60_000 }).ask(QUERY, COUNTRY);
    await expect(asking).rejects.toMatchObject({
      code: 'SOURCE_UNAVAILABLE',
      message: expect.stringMatching(/asks to wait longer than 60 s altogether.*try again later/),
    });
    expect(service.taken).toHaveLength(1);
  });
});

describe('given up, with what happened and what to do, is', () => {
  test('what does not pass', async () => {
    const service = await serving(
      always((response) =>
        response.writeHead(502, { 'content-type': 'text/html' }).end('<html><style>p{}</style><h1>Bad\nGateway</h1></html>'),
      ),
    );
    await expect(clientOf(service).ask(QUERY, COUNTRY)).rejects.toMatchObject({
      code: 'SOURCE_UNAVAILABLE',
      message: `${service.endpoint} gives no answer: it answers 502: Bad Gateway. Try again later, or give the address of a mirror.`,
    });
    expect(service.taken).toHaveLength(3);
  });

  test('a service that nobody runs', async () => {
    const asking = clientOf({ endpoint: 'http://127.0.0.1:1/sparql' }).ask(QUERY, COUNTRY);
    await expect(asking).rejects.toMatchObject({ code: 'SOURCE_UNAVAILABLE', message: expect.stringContaining('127.0.0.1:1') });
  });

  test.each<[string, Answer, RegExp]>([
    [
      'a query that is refused',
      always((response) => response.writeHead(400).end('MalformedQueryException: line 1')),
      /answers 400: Malformed/,
    ],
    [
      'a client that is blocked',
      always((response) => response.writeHead(403).end('see the policy')),
      /answers 403: see the policy \(it blocks/,
    ],
    [
      'a page',
      always((response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Log in</h1>')),
      /answers text\/html and not/,
    ],
    [
      'a service elsewhere',
      always((response) => response.writeHead(301, { location: 'https://example.org/q' }).end()),
      /sends on to https:\/\/example\.org\/q/,
    ],
    ['JSON of another kind', always((response) => response.writeHead(200, RESULTS).end('{"error":"no"}')), /no SPARQL result/],
    [
      'results of another query',
      always((response) => response.writeHead(200, RESULTS).end('{"head":{"vars":["x"]},"results":{"bindings":[]}}')),
      /no country among its variables \(x\)/,
    ],
  ])('%s, at once', async (_, answer, message) => {
    const service = await serving(answer);
    await expect(clientOf(service).ask(QUERY, COUNTRY)).rejects.toMatchObject({
      code: 'SOURCE_UNAVAILABLE',
      message: expect.stringMatching(message),
    });
    expect(service.taken).toHaveLength(1);
  });

  test('all that would take more requests than may be', async () => {
    const service = await serving();
    const client = clientOf(service, { mostRequests: 2 });
    await client.ask(QUERY, COUNTRY);
    await client.ask(QUERY, COUNTRY);
    await expect(client.ask(QUERY, COUNTRY)).rejects.toMatchObject({
      code: 'SOURCE_UNAVAILABLE',
      message: expect.stringContaining('asked 2 times'),
    });
    expect(client.requests).toBe(2);
    expect(service.taken).toHaveLength(2);
  });
});

describe('a query that can be put in parts', () => {
  test.each<[string, Answer, number]>([
    ['is not asked again as it is when it takes too long', always((response) => response.writeHead(504).end()), 1],
    [
      'is asked again when its answer breaks off, before it is put in parts',
      always((response) => response.writeHead(200, RESULTS).end(BEGINNING)),
      3,
    ],
    ['has an answer that is no larger than is set', always((response) => response.writeHead(200, RESULTS).end(BEGINNING.padEnd(2000))), 1],
  ])('%s', async (_, answer, times) => {
    const service = await serving(answer);
    const asking = clientOf(service, { mostBytes: 1500 }).ask(QUERY, COUNTRY, { divisible: true });
    await expect(asking).rejects.toBeInstanceOf(QueryTooSlow);
    expect(service.taken).toHaveLength(times);
  });
});

describe('asking can be stopped', () => {
  const stopped = new Error('stopped by hand');

  test('in an answer that never ends', async () => {
    const stop = new AbortController();
    const service = await serving(
      always((response) => {
        response.writeHead(200, RESULTS).write(BEGINNING);
        setTimeout(() => stop.abort(stopped), 20);
      }),
    );
    await expect(clientOf(service, { signal: stop.signal }).ask(QUERY, COUNTRY)).rejects.toBe(stopped);
    expect(service.taken).toHaveLength(1);
  });

  test.each<[string, Partial<ConstructorParameters<typeof QueryService>[0]>]>([
    ['in a pause that the service asks for', { throttledMs: 60_000 }],
    ['in a pause of its own', { throttledMs: 0, backoffMs: 60_000, longestBackoffMs: 60_000 }],
  ])('%s', async (_, pauses) => {
    const stop = new AbortController();
    const service = await serving(always((response) => response.writeHead(429).end()));
    const client = clientOf(service, { ...pauses, signal: stop.signal, onFault: () => setTimeout(() => stop.abort(stopped), 20) });
    await expect(client.ask(QUERY, COUNTRY)).rejects.toBe(stopped);
    expect(service.taken).toHaveLength(1);
  });
});

test('each fault is told of', async () => {
  const faults: RequestFault[] = [];
  const service = await serving(atFirst(1, (response) => response.writeHead(429, { 'retry-after': '0' }).end()));
  await clientOf(service, { onFault: (fault) => faults.push(fault) }).ask(QUERY, COUNTRY);
  expect(faults.map(({ kind, message }) => `${kind}: ${message}`)).toEqual(['throttled: it answers 429']);
});

describe('a client is refused', () => {
  test.each(['', ' ', 'Kembar', 'me (at) example.org'])('when its contact is "%s"', (contact) => {
    expect(() => new QueryService({ software: 'Kembar/1', contact })).toThrow(/does not say whom to write to/);
  });

  test.each(['', 'query.wikidata.org/sparql', 'file:///etc/passwd'])('when its endpoint is "%s"', (endpoint) => {
    expect(() => new QueryService({ software: 'Kembar/1', contact: 'me@example.org', endpoint })).toThrow(/no address of a query service/);
  });
});
