import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { type Neo4jServer, startNeo4j } from '../neo4j/start-neo4j.js';
import { ask, eventually, startServerProcess } from './server-process.js';

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

const obstacle = inject('whyNoOwnNeo4j');

describe.skipIf(obstacle !== null)(
  `the server and a Neo4j that comes and goes${obstacle === null ? '' : ` (skipped: ${obstacle})`}`,
  () => {
    test('waits for it at start, says so while it is away, and recovers by itself', async () => {
      const directory = await mkdtemp(join(tmpdir(), 'kembar-away-'));
      const port = await freePort();
      let neo4j: Neo4jServer | undefined;

      const server = startServerProcess({ GRAPH_URL: `bolt://127.0.0.1:${port}`, PORT: '0', LOG_LEVEL: 'info' });
      try {
        await server.printed('Neo4j cannot be reached');
        const [, url] = /listening at (http:\/\/[\d.:]+)/.exec(server.output()) ?? [];
        if (url === undefined) throw new Error(server.output());
        const readiness = async () => (await fetch(`${url}/readyz`)).status;

        expect((await fetch(`${url}/healthz`)).status).toBe(200);
        expect(await readiness()).toBe(503);
        const early = await ask(url, '{ graph { revision } }');
        expect(early.status).toBe(503);
        expect(early.body.errors).toMatchObject([{ extensions: { code: 'STORE_UNAVAILABLE' } }]);

        neo4j = await startNeo4j({ directory, port });
        await server.printed('Kembar listens');
        expect(await readiness()).toBe(200);
        const question = '{ place(by: { kemendagri: "33.10" }) { name agreements { nodes { id } } } }';
        const answer = await ask(url, question);
        expect(answer.body).toMatchObject({ data: { place: { name: 'Kabupaten Klaten' } } });

        await neo4j.kill();
        expect(await readiness()).toBe(503);
        const lost = await ask(url, question);
        expect(lost.body.errors).toMatchObject([{ extensions: { code: 'STORE_UNAVAILABLE' } }]);
        expect(JSON.stringify(lost.body)).not.toMatch(/127\.0\.0\.1|bolt|node_modules|MATCH/);

        neo4j = await startNeo4j({ directory, port });
        await eventually(async () => (await readiness()) === 200);
        expect((await ask(url, question)).body).toEqual(answer.body);
      } finally {
        await server.kill();
        await neo4j?.kill();
        await rm(directory, { recursive: true, force: true });
      }
    });

    test('with wrong credentials it ends, and says what to check', async () => {
      const neo4j = await startNeo4j({ auth: { password: 'right-password' } });
      try {
        const server = startServerProcess({ GRAPH_URL: neo4j.url, NEO4J_USERNAME: 'neo4j', NEO4J_PASSWORD: 'wrong-password' });
        expect(await server.ended).toBe(1);
        expect(server.output()).toMatch(/^Kembar cannot start: Neo4j refused the credentials; check NEO4J_USERNAME and NEO4J_PASSWORD/m);
      } finally {
        await neo4j.stop();
      }
    });
  },
);
