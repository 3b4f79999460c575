import { once } from 'node:events';
import { type IncomingMessage, get as startGet } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.js';
import { replaceDataSet } from '../../src/store/data-set/replace-data-set.js';
import { starData } from '../exchange/star-data.js';
import { type Around, type FilesServer, graphWith, serveFilesOf } from './files-server.js';
import { eventually } from './server-process.js';

/** Three pages of a hundred, and a bit. */
const AGREEMENTS = 320;
const PATH = '/ask/Agreements.jsonl?within=place:aa&phases=AGREEMENT';
const IDLE_MS = 3_000;
/** Longer than any test waits. */
const LONGEST_MS = 200_000;

/** A promise with its ends in hand. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('a file on its way', () => {
  let graph: Graph;
  let server: FilesServer;
  let pages = 0;
  /** What happens to each page before it is answered; each test says. */
  let meanwhile: (page: number) => Promise<void> = async () => undefined;
  let fattened = false;
  const around: Around = (execute) => async (context, text, variables) => {
    pages += 1;
    await meanwhile(pages);
    const data = await execute(context, text, variables);
    if (!fattened) return data;
    const fat = JSON.parse(JSON.stringify(data)) as { agreements: { nodes: { name: string }[] } };
    for (const node of fat.agreements.nodes) node.name = 'x'.repeat(500_000);
    return fat;
  };

  beforeAll(async () => {
    graph = await graphWith(starData(AGREEMENTS));
    server = await serveFilesOf(graph, { around, limits: { most: 1, idleMs: IDLE_MS, longestMs: LONGEST_MS } });
  });
  afterAll(() => server.close());
  afterEach(() => {
    pages = 0;
    fattened = false;
    meanwhile = async () => undefined;
  });

  const whole = async () => {
    const response = await fetch(server.url + PATH);
    return { status: response.status, lines: (await response.text()).trimEnd().split('\n') };
  };
  /** The file, once the one before it is known to be gone. */
  const wholeOnceThereIsRoom = async () => {
    let answer = await whole();
    await eventually(async () => {
      if (answer.status === 503) answer = await whole();
      return answer.status !== 503;
    });
    return answer;
  };
  /** A request whose answer is read by hand. */
  const begin = async () => {
    const request = startGet(server.url + PATH);
    request.on('error', () => undefined);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    response.on('error', () => undefined);
    const closed = new Promise<'whole' | 'broken off'>((resolve) => {
      response.on('close', () => resolve(response.complete ? 'whole' : 'broken off'));
    });
    return { request, response, closed };
  };

  test('has every row and its last line', async () => {
    const { status, lines } = await whole();
    expect([status, pages, lines.length, JSON.parse(lines.at(-1) ?? '')]).toEqual([
      200,
      4,
      AGREEMENTS + 2,
      { kembar: { end: AGREEMENTS } },
    ]);
  });

  test('one more than may be sent at a time is refused, and told when to come again', async () => {
    const { open, opened } = gate();
    meanwhile = (page) => (page === 2 ? opened : Promise.resolve());
    const { response, closed } = await begin();
    const refused = await fetch(server.url + PATH);
    const { errors } = (await refused.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect([refused.status, refused.headers.get('retry-after'), errors[0]?.extensions.code]).toEqual([503, '5', 'STORE_BUSY']);
    open();
    response.resume();
    expect([await closed, (await wholeOnceThereIsRoom()).status]).toEqual(['whole', 200]);
  });

  test('is not worked out further when its client has gone, and makes room for the next', async () => {
    const { open, opened } = gate();
    meanwhile = (page) => (page === 2 ? opened : Promise.resolve());
    const { request, closed } = await begin();
    request.destroy();
    await closed;
    open();
    expect((await wholeOnceThereIsRoom()).status).toBe(200);
    expect(pages).toBe(2 + 4);
  });

  test('is broken off, not ended, when a page fails', async () => {
    meanwhile = async (page) => {
      if (page === 3) throw new Error('on purpose');
    };
    const response = await fetch(server.url + PATH);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    meanwhile = async () => undefined;
    expect((await wholeOnceThereIsRoom()).status).toBe(200);
  });

  test('is an error like any other when its first page fails', async () => {
    meanwhile = async () => {
      throw new Error('on purpose');
    };
    const response = await fetch(server.url + PATH);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('on purpose');
  });

  test('is given up when its client takes nothing', async () => {
    fattened = true;
    const { response, closed } = await begin();
    response.pause();
    await eventually(async () => {
      fattened = pages < 2;
      return (await whole()).status === 200;
    });
    response.resume();
    expect(await closed).toBe('broken off');
  });

  test('is broken off when the graph changes on the way', async () => {
    meanwhile = async (page) => {
      if (page === 2) await replaceDataSet(graph, { id: 'test', ...starData(AGREEMENTS - 1) });
    };
    const response = await fetch(server.url + PATH);
    await expect(response.text()).rejects.toThrow();
    meanwhile = async () => undefined;
    expect((await wholeOnceThereIsRoom()).lines.length).toBe(AGREEMENTS - 1 + 2);
  });
});
