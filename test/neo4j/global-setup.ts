import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { GraphEngine } from '../../src/graph/engine.js';
import { openNeo4j } from '../../src/graph/engines/neo4j.js';
import { whyNeo4jCannotRun } from './install-neo4j.js';
import { type Neo4jServer, startNeo4j } from './start-neo4j.js';
import { isEmpty, type Neo4jAddress, wipe } from './wipe.js';

/**
 * This server lives long enough for the better compiler of Java to pay: planning statements is most of its work. A data
 * set is one transaction, and that of the world takes more than the 70 % of 1 GB that Neo4j would give it.
 */
const FOR_MANY_SUITES = ['-Xmx2g', '-XX:+UseSerialGC'];

declare module 'vitest' {
  export interface ProvidedContext {
    /** A Neo4j for each worker, or none. */
    neo4j: readonly Neo4jAddress[];
    /** Folder in which workers note which one they have. */
    neo4jClaims: string;
    /** Why a test cannot start a Neo4j of its own, or null when it can. */
    whyNoOwnNeo4j: string | null;
  }
}

/** Gives each worker of the run a Neo4j server, or says why there is none. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const required = process.env.KEMBAR_REQUIRE_NEO4J === '1';
  const embeddedOnly = process.env.KEMBAR_TEST_ENGINES === 'embedded' && !required;
  const given = embeddedOnly ? null : givenAddress();
  const obstacle = embeddedOnly ? 'KEMBAR_TEST_ENGINES=embedded leaves it out' : await whyNeo4jCannotRun();
  let servers: readonly Neo4jServer[] = [];
  let absence = obstacle;
  if (given !== null) {
    await takeOver(given);
  } else if (obstacle === null) {
    try {
      servers = await startServers(project.config.maxWorkers);
    } catch (error) {
      if (required) throw error;
      absence = (error as Error).message;
    }
  }
  const neo4j = given === null ? servers.map(({ url }) => ({ url, username: null, password: null, database: null })) : [given];
  if (neo4j.length === 0 && required)
    throw new Error(`KEMBAR_REQUIRE_NEO4J=1 asks for Neo4j, but ${absence}. Set NEO4J_URL to use a server that runs already.`);

  const claims = await mkdtemp(join(tmpdir(), 'kembar-neo4j-claims-'));
  project.provide('neo4j', neo4j);
  project.provide('neo4jClaims', claims);
  project.provide('whyNoOwnNeo4j', absence);
  const where = ` (${neo4j.map(({ url }) => url).join(', ')})`;
  console.log(neo4j.length === 0 ? `Engines under test: embedded. Not neo4j: ${absence}` : `Engines under test: embedded, neo4j${where}`);

  return async () => {
    if (given !== null) await withEngine(given, wipe);
    await Promise.all(servers.map((server) => server.stop()));
    await rm(claims, { recursive: true, force: true });
  };
}

async function startServers(many: number): Promise<readonly Neo4jServer[]> {
  const started = await Promise.allSettled(Array.from({ length: many }, () => startNeo4j({ javaOptions: FOR_MANY_SUITES })));
  const servers = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = started.find((one) => one.status === 'rejected');
  if (failed === undefined) return servers;
  await Promise.all(servers.map((server) => server.stop()));
  throw failed.reason;
}

function givenAddress(): Neo4jAddress | null {
  const { NEO4J_URL: url, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = process.env;
  if (!url) return null;
  return { url, username: username ?? (password ? 'neo4j' : null), password: password ?? null, database: database ?? null };
}

/** Every test starts from an empty graph, so a server with somebody's data is not touched. */
async function takeOver(address: Neo4jAddress): Promise<void> {
  const isFree = await withEngine(address, isEmpty).catch((error: Error) => {
    throw new Error(`The Neo4j at NEO4J_URL=${address.url} does not answer: ${error.message}`, { cause: error });
  });
  if (isFree || process.env.KEMBAR_TEST_MAY_WIPE === '1') return;
  throw new Error(
    `The Neo4j at NEO4J_URL=${address.url} has data, constraints or indexes, and the tests delete all of them. ` +
      'Give the tests an empty database, or set KEMBAR_TEST_MAY_WIPE=1 if nothing in it is needed any more. Nothing was changed.',
  );
}

async function withEngine<T>(address: Neo4jAddress, work: (engine: GraphEngine) => Promise<T>): Promise<T> {
  const engine = openNeo4j(address);
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}
