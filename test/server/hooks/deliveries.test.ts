import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../../../src/graph/graph.js';
import type { HooksOptions } from '../../../src/live/hooks/hooks.js';
import { ENGINES } from '../../engines.js';
import { advance, correctPlace, openSmallGraph } from '../live/live-server.js';
import { eventually } from '../server-process.js';
import { type HookServer, SECRET, serveHooksOn } from './hook-server.js';
import { type Answer, numbersOf, type Receiver, startReceiver } from './receiver.js';

describe.each(ENGINES)('how hooks are told on $name', (engine) => {
  let graph: Graph;
  let serving: HookServer;
  const receivers: Receiver[] = [];
  beforeEach(async () => {
    graph = await openSmallGraph(engine);
  });
  afterEach(async () => {
    await serving.close();
    await Promise.all(receivers.splice(0).map((receiver) => receiver.close()));
    await graph.engine.close();
  });

  async function receiving(answer?: Answer): Promise<Receiver> {
    const receiver = await startReceiver(answer);
    receivers.push(receiver);
    return receiver;
  }
  /** Serves one hook, which answers so. */
  async function serve(answer?: Answer, bounds?: Partial<HooksOptions>): Promise<Receiver> {
    const receiver = await receiving(answer);
    serving = await serveHooksOn(graph, [{ name: 'desk', url: receiver.url }], bounds);
    await serving.taken('desk');
    return receiver;
  }
  const YEARS = ['2001', '2002', '2003', '2004', '2005'];
  /** Brings an agreement further, a step for each year. */
  const renew = async (...years: string[]) => {
    for (const year of years) await serving.server.edit(advance('RENEWED', year, 'agreement:east-java-kyoto'));
  };
  const idsOf = (receiver: Receiver) => receiver.received.map(({ headers }) => headers['webhook-id']);
  const levels = () => serving.logged.map(({ level }) => level);

  test('in the order of the revisions, and one message at a time', async () => {
    const receiver = await serve(() => async (response) => {
      await new Promise((resolve) => setTimeout(resolve, 15));
      response.writeHead(204).end();
    });
    await renew(...YEARS);
    expect(numbersOf(await receiver.has(5))).toEqual([2, 3, 4, 5, 6]);
    await serving.reached(6);
    expect(receiver.mostAtOnce()).toBe(1);
    expect(receiver.received).toHaveLength(5);
  });

  test('again where they fail, with the same id, before anything that comes later', async () => {
    const receiver = await serve((number) => [500, 404, 503][number] ?? 200);
    await renew('2001', '2002');
    await receiver.has(5);
    const [first, ...others] = idsOf(receiver);
    expect(others).toEqual([first, first, first, expect.stringMatching(/^revision-3-/)]);
    await serving.reached(3);
    const about = { hook: 'desk', revision: 2 };
    expect(serving.logged.map((line) => line.about)).toMatchObject([
      { ...about, status: 500, attempt: 1 },
      { ...about, status: 404, attempt: 2 },
      { ...about, status: 503, attempt: 3 },
      { ...about, status: 200 },
      { hook: 'desk', revision: 3, status: 200 },
    ]);
  });

  test('again where no answer comes in time, or none at all', async () => {
    const receiver = await serve(
      (number) => {
        if (number === 0) return () => undefined;
        return number === 1 ? (response) => void response.destroy() : 204;
      },
      { timeoutMs: 300 },
    );
    await renew('2001');
    await receiver.has(3);
    await serving.reached(2);
    expect(new Set(idsOf(receiver)).size).toBe(1);
    expect(serving.logged.map(({ about }) => about.reason ?? about.status)).toEqual(['no answer within 300 ms', 'UND_ERR_SOCKET', 204]);
  });

  test('no sooner than they ask for', async () => {
    const times: number[] = [];
    const receiver = await serve((number) => {
      times.push(performance.now());
      return number > 0 ? 204 : (response) => void response.writeHead(429, { 'retry-after': '1' }).end();
    });
    await renew('2001');
    await receiver.has(2);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(990);
  });

  test('nowhere else than where the file says', async () => {
    const elsewhere = await receiving();
    const receiver = await serve((number) =>
      number > 0 ? 204 : (response) => void response.writeHead(307, { location: elsewhere.url }).end(),
    );
    await renew('2001');
    await receiver.has(2);
    expect(elsewhere.received).toEqual([]);
  });

  test('no more after 410, until the file changes; then nothing is missing', async () => {
    const receiver = await serve((number) => (number === 0 ? 410 : 204));
    await renew('2001');
    await eventually(async () => levels().includes('error'));
    await renew('2002');
    // Long enough for it to be told, were it told; and a server that is started anew knows of it.
    await serving.stop();
    await serving.start();
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(numbersOf(receiver.received)).toEqual([2]);
    serving.write([{ name: 'desk', url: `${receiver.url}?again` }]);
    await serving.reached(3);
    expect(numbersOf(receiver.received)).toEqual([2, 2, 3]);
  });

  test('no more after so many attempts, until the file changes; then nothing is missing', async () => {
    let mended = false;
    const receiver = await serve(() => (mended ? 204 : 500), { retryMs: 5, attempts: 3 });
    await renew('2001', '2002');
    await eventually(async () => levels().includes('error'));
    expect(numbersOf(receiver.received)).toEqual([2, 2, 2]);
    expect(levels()).toEqual(['warn', 'warn', 'error']);
    mended = true;
    serving.write([{ name: 'desk', url: `${receiver.url}?mended` }]);
    await serving.reached(3);
    expect(numbersOf(receiver.received).slice(3)).toEqual([2, 3]);
  });

  test('again though the agreement has gone on meanwhile to where it would not pass the filter', async () => {
    const receiver = await receiving((number) => (number === 0 ? 503 : 204));
    const entry = { name: 'desk', url: receiver.url, filter: { phases: ['AGREEMENT'] } };
    serving = await serveHooksOn(graph, [entry], { retryMs: 1_000 });
    await serving.taken('desk');
    await renew('2001');
    await receiver.has(1);
    await serving.server.edit(advance('EXPIRED', '2002', 'agreement:east-java-kyoto'));
    await renew('2003');
    expect(numbersOf(await receiver.has(3))).toEqual([2, 2, 4]);
    await serving.reached(4);
  });

  test('and are not ended by an address that is theirs no more', async () => {
    const other = await receiving();
    const receiver = await serve(() => async (response) => {
      await new Promise((resolve) => setTimeout(resolve, 800));
      response.writeHead(410).end();
    });
    await renew('2001');
    await receiver.has(1);
    serving.write([{ name: 'desk', url: other.url }]);
    expect(numbersOf(await other.has(1))).toEqual([2]);
    await serving.reached(2);
    expect(levels()).not.toContain('error');
  });

  test('of nothing up to the revision that the file names', async () => {
    const receiver = await serve((number) => (number < 2 ? 500 : 204), { retryMs: 60_000 });
    await renew('2001', '2002', '2003');
    await receiver.has(1);
    serving.write([{ name: 'desk', url: receiver.url, after: 3 }]);
    expect(numbersOf(await receiver.has(2))).toEqual([2, 4]);
    serving.write([{ name: 'desk', url: receiver.url, after: 1 }]);
    await serving.reached(4);
    expect(numbersOf(await receiver.has(3))).toEqual([2, 4, 4]);
    await renew('2004');
    expect(numbersOf(await receiver.has(4))).toEqual([2, 4, 4, 5]);
  });

  test('from the revision on that the file names, where they are new', async () => {
    const receiver = await receiving();
    serving = await serveHooksOn(graph, []);
    await renew('2001', '2002', '2003');
    serving.write([{ name: 'desk', url: receiver.url, after: 2 }]);
    expect(numbersOf(await receiver.has(2))).toEqual([3, 4]);
    serving.write([
      { name: 'desk', url: receiver.url },
      { name: 'of-the-future', url: receiver.url, after: 1_000_000 },
    ]);
    await serving.taken('of-the-future');
    await renew('2004');
    expect(numbersOf(await receiver.has(4))).toEqual([3, 4, 5, 5]);
  });

  test('signed with each of several secrets', async () => {
    const receiver = await receiving();
    const other = `whsec_${Buffer.alloc(24, 'o').toString('base64')}`;
    serving = await serveHooksOn(graph, [{ name: 'desk', url: receiver.url, secret: [other, SECRET] }]);
    await serving.taken('desk');
    await renew('2001');
    const [{ body, headers } = { body: '', headers: {} }] = await receiver.has(1);
    for (const secret of [other, SECRET])
      expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({ type: 'agreement.changed' });
  });

  test('each for itself: one that never answers holds up no other', async () => {
    const silent = await receiving(() => () => undefined);
    const other = await receiving();
    serving = await serveHooksOn(graph, [
      { name: 'a-silent', url: silent.url },
      { name: 'desk', url: other.url },
    ]);
    await serving.taken('a-silent', 'desk');
    await renew(...YEARS);
    expect(numbersOf(await other.has(5))).toEqual([2, 3, 4, 5, 6]);
    expect(new Set(numbersOf(silent.received))).toEqual(new Set([2]));
  });

  test('after a restart from where they were, of what was made meanwhile too', async () => {
    const receiver = await serve();
    await renew('2001');
    await serving.reached(2);
    await serving.stop();
    await renew('2002', '2003');
    await serving.server.edit(correctPlace(3000));
    expect(numbersOf(receiver.received)).toEqual([2]);
    await serving.start();
    await renew('2004');
    await serving.reached(6);
    expect(numbersOf(receiver.received)).toEqual([2, 3, 4, 6]);
  });

  test('after a restart again what was not answered, and what has long been tried no sooner', async () => {
    const receiver = await serve((number) => (number === 0 ? 500 : 204), { retryMs: 1_500 });
    await renew('2001');
    await eventually(async () => levels().includes('warn'));
    await serving.stop();
    const began = performance.now();
    await serving.start();
    await serving.reached(2);
    expect(numbersOf(receiver.received)).toEqual([2, 2]);
    expect(performance.now() - began).toBeGreaterThan(500);
  });

  test('where the file names them, and no more where it does not', async () => {
    const [first, second] = [await serve(), await receiving()];
    await renew('2001');
    await serving.reached(2);
    serving.write([{ name: 'other-desk', url: second.url }]);
    await serving.taken('other-desk');
    await renew('2002');
    // One that is new is told of what comes, not of what was.
    expect(numbersOf(await second.has(1))).toEqual([3]);
    expect(numbersOf(first.received)).toEqual([2]);
  });

  test('of no place that there is not, which is told', async () => {
    const receiver = await receiving();
    serving = await serveHooksOn(graph, [{ name: 'desk', url: receiver.url, filter: { within: 'place:zz-none' } }]);
    await serving.taken('desk');
    await renew('2001');
    await serving.reached(2);
    expect(receiver.received).toEqual([]);
    const about = { hook: 'desk', within: 'place:zz-none' };
    expect(serving.logged).toEqual([{ level: 'warn', message: 'a hook is about a place that is not in the graph', about }]);
  });

  test('not while the file is wrong, which is told; and of all that came once it is mended', async () => {
    const receiver = await serve();
    serving.write('hooks: [{ name: Desk }]');
    await eventually(async () => levels().includes('error'));
    await renew('2001', '2002');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(receiver.received).toEqual([]);
    expect(serving.logged).toMatchObject([{ about: { err: { message: expect.stringContaining('hooks[0].name') } } }]);
    serving.write([{ name: 'desk', url: receiver.url }]);
    expect(numbersOf(await receiver.has(2))).toEqual([2, 3]);
  });
});
