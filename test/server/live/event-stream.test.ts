import { createClient } from 'graphql-sse';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { TOKEN_REFUSALS } from '../../../src/domain/access/token-refusals.js';
import type { Graph } from '../../../src/graph/graph.js';
import { ENGINES, type EngineUnderTest } from '../../engines.js';
import { correctPlace, type LiveServer, openSmallGraph, serveLiveOn } from './live-server.js';

const REVISIONS = 'subscription ($after: Int) { revisionMade(after: $after) { number } }';
const READER = { id: 'token:budi', name: 'budi', role: 'reader', within: null } as const;

let graph: Graph;
let server: LiveServer | undefined;
let people = 0;
beforeAll(async () => {
  graph = await openSmallGraph(ENGINES[0] as EngineUnderTest);
});
afterAll(() => graph.engine.close());
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serve(options: Parameters<typeof serveLiveOn>[1] = {}): Promise<LiveServer> {
  server = await serveLiveOn(graph, options);
  return server;
}

/** Changes something, and gives the number of the revision. */
async function edit(running: LiveServer): Promise<number> {
  people += 1;
  return (await running.edit(correctPlace(people))).revision.number;
}

/** A stream that is read by hand. */
async function streamOf({ url }: LiveServer, asked: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify(asked),
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    response,
    /** Reads until a text has come; all that came. */
    until: async (wanted: string) => {
      while (!text.includes(wanted)) {
        const { done, value } = (await reader?.read()) ?? { done: true };
        if (done) throw new Error(`it ended without ${wanted}: ${text}`);
        text += value;
      }
      return text;
    },
    rest: async () => {
      for (;;) {
        const { done, value } = (await reader?.read()) ?? { done: true };
        if (done) return text;
        text += value;
      }
    },
    cancel: () => reader?.cancel(),
  };
}

describe('server-sent events', () => {
  test('tell of what happens, to the client of the protocol', async () => {
    const running = await serve();
    const client = createClient({ url: `${running.url}/graphql/stream`, retryAttempts: 0 });
    const told = client.iterate({ query: REVISIONS });
    const first = told.next();
    await running.followed(1);
    const number = await edit(running);
    expect((await first).value).toEqual({ data: { revisionMade: { number } } });
    await told.return?.();
    await running.followed(0);
    client.dispose();
  });

  test('go on after a revision, asked by GET', async () => {
    const running = await serve();
    const number = await edit(running);
    const variables = encodeURIComponent(JSON.stringify({ after: number - 1 }));
    const response = await fetch(`${running.url}/graphql/stream?query=${encodeURIComponent(REVISIONS)}&variables=${variables}`);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const reader = response.body?.getReader();
    let text = '';
    while (!text.includes('\n\n', 3)) text += Buffer.from((await reader?.read())?.value ?? []).toString();
    expect(text).toBe(`:\n\nevent: next\ndata: {"data":{"revisionMade":{"number":${number}}}}\n\n`);
    await reader?.cancel();
    await running.followed(0);
  });

  test('show again and again that the stream lives', async () => {
    const stream = await streamOf(await serve({ keepaliveMs: 100 }), { query: REVISIONS });
    expect(await stream.until(':\n\n:\n\n:\n\n')).not.toContain('event');
    await stream.cancel();
  });

  test.each([
    ['{ graph { revision } }', 'only subscriptions are accepted here', 'BAD_REQUEST'],
    ['subscription { everything }', 'Cannot query field', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { revisionMade(after: 9999) { number } }', 'no revision that the graph has had', 'BAD_INPUT'],
  ])('refuse %s in the stream', async (query, message, code) => {
    const text = await (await streamOf(await serve(), { query })).rest();
    expect(text).toContain(message);
    expect(text).toContain(`"code":"${code}"`);
    expect(text).toMatch(/event: complete\ndata:\n\n$/);
  });

  test.each([
    [{}, 'query is missing'],
    [{ query: REVISIONS, variables: [] }, 'variables is not acceptable'],
    [{ query: REVISIONS, operationName: 7 }, 'operationName is not a text'],
  ])('are not asked for by %j', async (asked, message) => {
    const { response, rest } = await streamOf(await serve(), asked);
    expect(response.status).toBe(400);
    expect(await rest()).toContain(message);
  });

  test('are not asked for by other methods', async () => {
    const { url } = await serve();
    expect((await fetch(`${url}/graphql/stream`, { method: 'PUT' })).status).toBe(405);
    expect((await fetch(`${url}/graphql/stream`, { method: 'HEAD' })).status).toBe(404);
  });

  test('are for who shows a token, while reading is closed', async () => {
    const running = await serve({ readingIsOpen: false });
    running.tokens.set('reader', READER);
    const { response, rest } = await streamOf(running, { query: REVISIONS });
    expect(response.status).toBe(401);
    expect(await rest()).toContain(TOKEN_REFUSALS.MISSING);
    const stream = await streamOf(running, { query: REVISIONS }, { authorization: 'Bearer reader' });
    expect(stream.response.status).toBe(200);
    await stream.cancel();
  });

  test.each([
    ['before the next event', 12_000, true],
    ['also when nothing comes', 100, false],
  ])('end when the token is revoked, %s', async (_, keepaliveMs, comes) => {
    const running = await serve({ keepaliveMs });
    running.tokens.set('reader', READER);
    const stream = await streamOf(running, { query: REVISIONS }, { authorization: 'Bearer reader' });
    await running.followed(1);
    running.tokens.delete('reader');
    if (comes) await edit(running);
    const text = await stream.rest();
    expect(text).toContain(TOKEN_REFUSALS.UNKNOWN);
    expect(text).not.toContain('revisionMade');
    await running.followed(0);
  });

  test('that nobody reads are dropped, and hold up nobody', async () => {
    const running = await serve({ queue: 4, keepaliveMs: 200 });
    const large = `subscription { revisionMade { number ${Array.from({ length: 600 }, (_, n) => `a${n}: changes { before after }`).join(' ')} } }`;
    const slow = await streamOf(running, { query: large });
    const fast = await streamOf(running, { query: REVISIONS });
    await running.followed(2);
    for (let edits = 0; running.feed.followers > 1; edits += 1) {
      await fast.until(`{"number":${await edit(running)}}`);
      expect(edits).toBeLessThan(500);
    }
    await slow.cancel();
    await fast.cancel();
  });

  test('end with the server, without saying that they are complete', async () => {
    const running = await serve();
    const stream = await streamOf(running, { query: REVISIONS });
    await running.followed(1);
    await running.close();
    server = undefined;
    expect(await stream.rest()).toBe(':\n\n');
  });
});

test('a subscription is not answered where queries are', async () => {
  const { url } = await serve();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: REVISIONS }),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    errors: [{ message: expect.stringContaining('/graphql/stream'), extensions: { code: 'BAD_REQUEST' } }],
  });
});
