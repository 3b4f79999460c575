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
    /** The Neo4j of this run, or null when there is none. */
    neo4j: Neo4jAddress | null;
    /** Why a test cannot start a Neo4j of its own, or null when it can. */
    whyNoOwnNeo4j: string | null;
  }
}

/** Gives the run one Neo4j server, or says why there is none. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const required = process.env.KEMBAR_REQUIRE_NEO4J === '1';
  const embeddedOnly = process.env.KEMBAR_TEST_ENGINES === 'embedded' && !required;
  const given = embeddedOnly ? null : givenAddress();
  const obstacle = embeddedOnly ? 'KEMBAR_TEST_ENGINES=embedded leaves it out' : await whyNeo4jCannotRun();
  let server: Neo4jServer | null = null;
  let absence = obstacle;
  if (given !== null) {
    await takeOver(given);
  } else if (obstacle === null) {
    try {
      server = await startNeo4j({ javaOptions: FOR_MANY_SUITES });
    } catch (error) {
      if (required) throw error;
      absence = (error as Error).message;
    }
  }
  const neo4j = given ?? (server === null ? null : { url: server.url, username: null, password: null, database: null });
  if (neo4j === null && required)
    throw new Error(`KEMBAR_REQUIRE_NEO4J=1 asks for Neo4j, but ${absence}. Set NEO4J_URL to use a server that runs already.`);

  project.provide('neo4j', neo4j);
  project.provide('whyNoOwnNeo4j', absence);
  const where = given === null ? '' : ` (${given.url})`;
  console.log(neo4j === null ? `Engines under test: embedded. Not neo4j: ${absence}` : `Engines under test: embedded, neo4j${where}`);

  return async () => {
    if (given !== null) await withEngine(given, wipe);
    await server?.stop();
  };
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
