import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, type ExpectStatic, expect, inject, it, onTestFinished } from 'vitest';
import { StoreError } from '../../src/domain/errors.js';
import type { GraphEngine } from '../../src/graph/engine.js';
import { type Neo4jOptions, openNeo4j } from '../../src/graph/engines/neo4j.js';
import { type Neo4jServer, startNeo4j } from '../neo4j/start-neo4j.js';

const ANYBODY = { username: null, password: null, database: null };
const PASSWORD = 'kota-kembar';
const TOO_LONG_MS = 15_000;

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

// Beside one another, because each of them is mostly waiting.
describe.concurrent('a Neo4j that cannot be reached', () => {
  it('is reported soon: nothing listens there', { timeout: 60_000 }, async ({ expect }) => {
    const port = await listening(createServer(), { closed: true });
    await Promise.all(['bolt', 'neo4j'].map((scheme) => expectUnavailable(expect, `${scheme}://127.0.0.1:${port}`)));
  });

  it('is reported soon: something listens there and never answers', { timeout: 60_000 }, async ({ expect }) => {
    await expectUnavailable(expect, `bolt://127.0.0.1:${await listening(createServer())}`);
  });

  it('is reported soon: something else answers there', { timeout: 60_000 }, async ({ expect }) => {
    const other = createServer((socket) => socket.on('error', () => undefined).end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await expectUnavailable(expect, `bolt://127.0.0.1:${await listening(other)}`);
  });

  it('is refused when it is opened: the address is none', ({ expect }) => {
    expect(() => openNeo4j({ url: 'neo4j://', ...ANYBODY })).toThrow(StoreError);
  });
});

describe.skipIf(inject('whyNoOwnNeo4j') !== null)('a Neo4j server', () => {
  let server: Neo4jServer;
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'kembar-neo4j-'));
    server = await startNeo4j({ auth: { password: PASSWORD }, directory });
  }, 150_000);

  afterAll(async () => {
    await server?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  function open(options: Partial<Neo4jOptions> = {}): GraphEngine {
    const engine = openNeo4j({ url: server.url, username: 'neo4j', password: PASSWORD, database: null, ...options });
    onTestFinished(() => engine.close());
    return engine;
  }

  it('lets in who has the password', async () => {
    await expect(open().ping()).resolves.toBeUndefined();
    await expect(open({ url: server.url.replace('bolt:', 'neo4j:'), database: 'neo4j' }).ping()).resolves.toBeUndefined();
  });

  it('refuses a wrong password, and the message does not repeat it', async () => {
    const ping = open({ password: 'sesame-open' }).ping();
    await expect(ping).rejects.toMatchObject({ code: 'STORE_REFUSED', message: expect.not.stringContaining('sesame') });
  });

  it('refuses who gives no password', async () => {
    await expect(open({ username: null, password: null }).ping()).rejects.toMatchObject({ code: 'STORE_REFUSED' });
  });

  it('refuses a database that it does not have', async () => {
    for (const scheme of ['bolt:', 'neo4j:']) {
      const engine = open({ url: server.url.replace('bolt:', scheme), database: 'elsewhere' });
      await expect(engine.ping()).rejects.toMatchObject({ code: 'STORE_REFUSED', message: expect.stringContaining('NEO4J_DATABASE') });
    }
  });

  it('lets two processes that lock each other out both finish', async () => {
    const [left, right] = [open(), open()];
    await left.write((transaction) => transaction.run("CREATE (:Lock {name: 'a', n: 0}), (:Lock {name: 'b', n: 0})"));
    const lock = 'MATCH (n:Lock {name: $name}) SET n.n = n.n + 1';
    let bothHaveOne: () => void = () => undefined;
    const meeting = new Promise<void>((resolve) => {
      bothHaveOne = resolve;
    });
    let holders = 0;
    const lockBoth = (engine: GraphEngine, first: string, second: string) =>
      engine.write(async (transaction) => {
        await transaction.run(lock, { name: first });
        holders += 1;
        if (holders === 2) bothHaveOne();
        await meeting;
        await transaction.run(lock, { name: second });
      });
    await Promise.all([lockBoth(left, 'a', 'b'), lockBoth(right, 'b', 'a')]);
    expect(holders).toBeGreaterThan(2);
    expect(await left.read('MATCH (n:Lock) RETURN n.n AS n')).toEqual([{ n: 2 }, { n: 2 }]);
  });

  it('is used again by the same engine after it was away', { timeout: 200_000 }, async () => {
    const engine = open();
    await engine.write((transaction) => transaction.run("CREATE (:Place {id: 'a'})"));
    const interrupted = engine.write(async (transaction) => {
      await transaction.run("CREATE (:Place {id: 'b'})");
      await server.kill();
      await transaction.run("CREATE (:Place {id: 'c'})");
    });
    await expect(interrupted).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });

    server = await startNeo4j({ auth: { password: PASSWORD }, directory, port: server.port });
    await engine.ping();
    expect(await engine.read('MATCH (n:Place) RETURN n.id AS id')).toEqual([{ id: 'a' }]);
    await engine.write((transaction) => transaction.run("CREATE (:Place {id: 'd'})"));
    expect(await engine.read('MATCH (n:Place) RETURN n.id AS id ORDER BY id')).toEqual([{ id: 'a' }, { id: 'd' }]);
  });
});

async function expectUnavailable(expect: ExpectStatic, url: string): Promise<void> {
  const engine = openNeo4j({ url, ...ANYBODY });
  const asked = Date.now();
  const answers = await Promise.allSettled([engine.ping(), engine.write((transaction) => transaction.run('RETURN 1 AS one'))]);
  expect(Date.now() - asked).toBeLessThan(TOO_LONG_MS);
  for (const answer of answers) {
    expect(answer).toMatchObject({
      status: 'rejected',
      reason: { code: 'STORE_UNAVAILABLE', message: expect.not.stringContaining('127.0.0.1') },
    });
  }
  await engine.close();
}

/** The port that a server listens on. A closed one has a port that nothing listens on. */
async function listening(server: Server, { closed = false } = {}): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  if (closed) server.close();
  else servers.push(server);
  return port;
}
