import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { TOKEN_REFUSALS } from '../../../src/domain/access/token-refusals.js';
import type { Graph } from '../../../src/graph/graph.js';
import { ENGINES, type EngineUnderTest } from '../../engines.js';
import { eventually } from '../server-process.js';
import { clientOf, correctPlace, following, type LiveServer, openSmallGraph, serveLiveOn, thrownBy } from './live-server.js';

const REVISIONS = 'subscription ($after: Int) { revisionMade(after: $after) { number } }';
const READER = { id: 'token:budi', name: 'budi', role: 'reader', within: null } as const;

let graph: Graph;
let server: LiveServer | undefined;
const sockets: WebSocket[] = [];
beforeAll(async () => {
  graph = await openSmallGraph(ENGINES[0] as EngineUnderTest);
});
afterAll(() => graph.engine.close());
beforeEach(() => {
  server = undefined;
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await server?.close();
});

async function serve(options: Parameters<typeof serveLiveOn>[1] = {}): Promise<LiveServer> {
  server = await serveLiveOn(graph, options);
  return server;
}

/** A WebSocket that speaks by hand, with all that it was told and how it was closed. */
function socketOf({ url }: LiveServer, options: { path?: string; protocol?: string | null; headers?: Record<string, string> } = {}) {
  const { path = '/graphql', protocol = 'graphql-transport-ws', headers = {} } = options;
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, protocol ?? [], { headers });
  sockets.push(socket);
  const told: { type: string; id?: string; payload?: unknown }[] = [];
  socket.on('message', (message) => told.push(JSON.parse(String(message))));
  const closed = once(socket, 'close').then(([code, reason]) => ({ code, reason: String(reason) }));
  closed.catch(() => undefined);
  const say = (message: object) => socket.send(JSON.stringify(message));
  return {
    socket,
    told,
    closed,
    say,
    greet: async (payload: object = {}) => {
      await once(socket, 'open');
      say({ type: 'connection_init', payload });
      await eventually(async () => told.length > 0 || socket.readyState !== WebSocket.OPEN);
    },
    subscribe: (id: string, query: string = REVISIONS) => say({ id, type: 'subscribe', payload: { query } }),
  };
}

describe('what is asked over a WebSocket', () => {
  test.each([
    ['{ graph { revision } }', 'BAD_REQUEST', 'only subscriptions are accepted here; send a query to /graphql'],
    ['mutation { undo(revision: 2) { userErrors { code } } }', 'BAD_REQUEST', 'send a mutation to /graphql'],
    ['subscription { revisionMade { ', 'GRAPHQL_PARSE_FAILED', 'Syntax Error'],
    ['subscription { everything }', 'GRAPHQL_VALIDATION_FAILED', 'Cannot query field "everything"'],
    [`subscription { revisionMade { ${'id '.repeat(5_000)} } }`, 'GRAPHQL_PARSE_FAILED', 'more that 5000 tokens'],
    [
      'subscription { agreementChanged { agreement { parties { place { agreements(first: 100) { nodes { parties { place { agreements(first: 100) { nodes { parties { place { name } } } } } } } } } } } } }',
      'BAD_INPUT',
      'the operation costs',
    ],
  ])('is refused: %#', async (query, code, message) => {
    const client = clientOf((await serve()).url);
    const errors = await thrownBy(following(client, query).next());
    expect(errors).toMatchObject([{ message: expect.stringContaining(message), extensions: { code } }]);
    await client.dispose();
  });

  test('is one message of 256 KiB at most', async () => {
    const { greet, say, closed } = socketOf(await serve());
    await greet();
    say({ id: '1', type: 'subscribe', payload: { query: `${REVISIONS} # ${'x'.repeat(300_000)}` } });
    expect(await closed).toMatchObject({ code: 1009 });
  });

  test('has to be of the protocol', async () => {
    const running = await serve();
    const { greet, socket, closed } = socketOf(running);
    await greet();
    socket.send('hello');
    expect(await closed).toMatchObject({ code: 4400 });
    expect(await socketOf(running, { protocol: null }).closed).toMatchObject({ code: 4406 });
  });
});

describe('a WebSocket', () => {
  test.each([
    [{ path: '/somewhere' }, 404],
    [{ headers: { origin: 'https://elsewhere.example' } }, 403],
  ])('is refused with %j', async (options, status) => {
    const { socket } = socketOf(await serve(), options);
    const [, response] = await once(socket, 'unexpected-response');
    expect(response.statusCode).toBe(status);
  });

  test('that is refused and breaks off, or stays half open, leaves the server as it was', async () => {
    const running = await serve();
    const { hostname, port } = new URL(running.url);
    const asking = `GET /nope HTTP/1.1\r\nHost: ${hostname}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n`;
    const gone = (socket: Socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()));
    for (let turn = 0; turn < 50; turn += 1) {
      const breaking = connect(Number(port), hostname);
      const closed = gone(breaking.on('error', () => undefined));
      breaking.once('connect', () => breaking.write(asking, () => turn % 2 === 0 && breaking.resetAndDestroy()));
      breaking.once('data', () => breaking.resetAndDestroy());
      await closed;
    }
    const halfOpen = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
    const closed = gone(halfOpen.on('error', () => undefined).resume());
    halfOpen.write(asking);
    await once(halfOpen, 'end');
    // The other side is gone for good: what is written now is answered by a reset.
    const writing = setInterval(() => halfOpen.write('x'), 20);
    await closed;
    clearInterval(writing);
    expect((await fetch(running.url)).status).toBe(404);
  });

  test('is taken from a page of this server', async () => {
    const running = await serve();
    const { told, greet } = socketOf(running, { headers: { origin: running.url } });
    await greet();
    expect(told).toEqual([{ type: 'connection_ack' }]);
  });

  test('that is one too many is told to come again later', async () => {
    const running = await serve({ connections: 1 });
    const first = socketOf(running);
    await first.greet();
    expect(await socketOf(running).closed).toEqual({ code: 1013, reason: expect.stringContaining('try again later') });
    expect((await fetch(`${running.url}/graphql/stream?query=${REVISIONS}`)).status).toBe(503);
    first.socket.close();
    await first.closed;
    const next = socketOf(running);
    await next.greet();
    expect(next.told).toEqual([{ type: 'connection_ack' }]);
  });

  test('has so many subscriptions at once, and more when one is complete', async () => {
    const running = await serve({ subscriptions: 2 });
    const { greet, subscribe, say, told } = socketOf(running);
    await greet();
    for (const id of ['a', 'b', 'c']) subscribe(id);
    await eventually(async () => told.some(({ type }) => type === 'error'));
    expect(told.at(-1)).toMatchObject({
      id: 'c',
      type: 'error',
      payload: [{ message: expect.stringContaining('2 subscriptions at once') }],
    });
    await running.followed(2);
    say({ id: 'a', type: 'complete' });
    await running.followed(1);
    subscribe('d');
    await running.followed(2);
  });

  test('that follows nothing is closed after a time, and one that follows something is not', async () => {
    const running = await serve({ keepaliveMs: 100, idleMs: 300 });
    const [busy, idle] = [socketOf(running), socketOf(running)];
    await Promise.all([busy.greet(), idle.greet()]);
    busy.subscribe('1');
    expect(await idle.closed).toMatchObject({ code: 4408 });
    expect(busy.socket.readyState).toBe(WebSocket.OPEN);
    expect(running.feed.followers).toBe(1);
  });

  test('that asks again and again and does not read is closed', async () => {
    const running = await serve();
    const { greet, subscribe, say, socket } = socketOf(running);
    await greet();
    subscribe('1');
    await running.followed(1);
    socket.on('error', () => undefined);
    socket.pause();
    const payload = { text: 'x'.repeat(200_000) };
    await eventually(async () => {
      for (let times = 0; times < 20 && socket.readyState === WebSocket.OPEN; times += 1) say({ type: 'ping', payload });
      return running.feed.followers === 0;
    });
  });

  test('is the only other protocol that is spoken', async () => {
    const { port } = new URL((await serve()).url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n');
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1.1 426 Upgrade Required\r\nUpgrade: websocket\r\n/);
    socket.destroy();
  });

  test('that does not answer is closed', async () => {
    const running = await serve({ keepaliveMs: 100 });
    const { greet, subscribe, socket } = socketOf(running);
    await greet();
    subscribe('1');
    await running.followed(1);
    socket.pause();
    await running.followed(0);
  });
});

describe('while reading is closed', () => {
  test('nobody without a token is let in', async () => {
    const running = await serve({ readingIsOpen: false });
    const { greet, closed } = socketOf(running);
    await greet();
    expect(await closed).toEqual({ code: 4403, reason: TOKEN_REFUSALS.MISSING });
    const early = socketOf(running);
    await once(early.socket, 'open');
    early.subscribe('1');
    expect(await early.closed).toMatchObject({ code: 4401 });
  });

  test.each([
    ['the first message', {}, { authorization: 'Bearer reader' }],
    ['the first message, in capitals', {}, { Authorization: 'Bearer reader' }],
    ['the header', { authorization: 'Bearer reader' }, {}],
  ])('a token is shown in %s', async (_, headers, payload) => {
    const running = await serve({ readingIsOpen: false });
    running.tokens.set('reader', READER);
    const { greet, told, subscribe } = socketOf(running, { headers });
    await greet(payload);
    expect(told).toEqual([{ type: 'connection_ack' }]);
    subscribe('1');
    await running.followed(1);
  });
});

describe('a token that is revoked', () => {
  test.each([['open', true] as const, ['closed', false] as const])(
    'ends the connection before the next event, while reading is %s',
    async (_, readingIsOpen) => {
      const running = await serve({ readingIsOpen });
      running.tokens.set('reader', READER);
      const { greet, told, subscribe, closed } = socketOf(running);
      await greet({ authorization: 'Bearer reader' });
      subscribe('1');
      await running.followed(1);
      running.tokens.delete('reader');
      await running.edit(correctPlace(readingIsOpen ? 111 : 222));
      expect(await closed).toEqual({ code: 4403, reason: TOKEN_REFUSALS.UNKNOWN });
      expect(told.filter(({ type }) => type === 'next')).toEqual([]);
      await running.followed(0);
    },
  );

  test('ends a connection on which nothing comes', async () => {
    const running = await serve({ keepaliveMs: 100 });
    running.tokens.set('reader', READER);
    const { greet, closed } = socketOf(running);
    await greet({ authorization: 'Bearer reader' });
    running.tokens.delete('reader');
    expect(await closed).toMatchObject({ code: 4403 });
  });
});

describe('a reader that is slow', () => {
  /** Some hundred kilobytes for each event, so that what the system holds for a socket is soon full. */
  const LARGE = `subscription { revisionMade { number ${Array.from({ length: 600 }, (_, n) => `a${n}: changes { before after }`).join(' ')} } }`;

  test('is dropped, is told where to go on, and holds up nobody', async () => {
    const running = await serve({ queue: 4 });
    const slow = socketOf(running);
    const client = clientOf(running.url);
    const fast = following(client, LARGE);
    await slow.greet();
    slow.subscribe('1', LARGE);
    await running.followed(2);
    slow.socket.pause();
    const read: number[] = [];
    for (let people = 1; running.feed.followers > 1; people += 1) {
      const { revision } = await running.edit(correctPlace(1_000_000 + people));
      const event = (await fast.next()) as never as { revisionMade: { number: number } };
      read.push(event.revisionMade.number);
      expect(event.revisionMade.number).toBe(revision.number);
      expect(people).toBeLessThan(500);
    }
    slow.socket.resume();
    await eventually(async () => slow.told.some(({ type }) => type === 'error'));
    const numbers = slow.told.flatMap(({ type, payload }) =>
      type === 'next' ? [(payload as { data: { revisionMade: { number: number } } }).data.revisionMade.number] : [],
    );
    expect(numbers).toEqual(read.slice(0, numbers.length));
    expect(slow.told.at(-1)).toMatchObject({
      type: 'error',
      payload: [{ message: expect.stringContaining(`after: ${numbers.at(-1)},`), extensions: { code: 'FELL_BEHIND' } }],
    });
    // The connection itself is as good as before.
    slow.subscribe('2');
    await running.followed(2);
    await client.dispose();
  });
});

test('a server that closes says so, and does not wait for clients', async () => {
  const running = await serve();
  const [one, silent] = [socketOf(running), socketOf(running)];
  await Promise.all([one.greet(), silent.greet()]);
  for (const { subscribe } of [one, silent]) subscribe('1');
  await running.followed(2);
  silent.socket.pause();
  const start = Date.now();
  await running.close();
  server = undefined;
  expect(await one.closed).toEqual({ code: 1001, reason: 'the server stops' });
  expect(Date.now() - start).toBeLessThan(8_000);
});
