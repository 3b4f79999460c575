import type { GraphEngine } from '../../src/graph/engine.js';
import type { Neo4jOptions } from '../../src/graph/engines/neo4j.js';
import { QueryBook } from '../../src/graph/query-book.js';

export type Neo4jAddress = Neo4jOptions;

/** Small enough for a transaction of a server with little memory. */
const BATCH = 10_000;

const CONSTRAINTS = 'SHOW CONSTRAINTS YIELD name RETURN name';
/** A new database has two look-up indexes, which stay; the index of a constraint goes with it. */
const INDEXES = "SHOW INDEXES YIELD name, type, owningConstraint WHERE type <> 'LOOKUP' AND owningConstraint IS NULL RETURN name";

/** Whether a Neo4j database has no nodes, constraints or indexes. */
export async function isEmpty(engine: GraphEngine): Promise<boolean> {
  for (const statement of ['MATCH (n) RETURN 1 AS found LIMIT 1', CONSTRAINTS, INDEXES]) {
    if ((await engine.read(statement)).length > 0) return false;
  }
  return true;
}

/** Deletes all nodes, relationships, constraints and indexes of a Neo4j database. */
export async function wipe(engine: GraphEngine): Promise<void> {
  await empty(engine, new Set());
}

/**
 * Deletes all but the constraints and indexes that Kembar itself makes. Making these anew takes Neo4j seconds, and each
 * time it forgets how it planned every statement.
 */
export async function clear(engine: GraphEngine): Promise<void> {
  await empty(engine, OF_KEMBAR);
}

const BOOK = new QueryBook();
const OF_KEMBAR = new Set(
  BOOK.names()
    .filter((name) => name.startsWith('setup/'))
    .flatMap((name) => [...BOOK.statement(name, 'neo4j').matchAll(/^CREATE (?:CONSTRAINT|INDEX) (\w+)/gm)].map(([, made = '']) => made)),
);

async function empty(engine: GraphEngine, kept: ReadonlySet<string>): Promise<void> {
  let deleted: unknown;
  do {
    const [row] = await engine.write((transaction) =>
      transaction.run('MATCH (n) WITH n LIMIT $batch DETACH DELETE n RETURN count(*) AS deleted', { batch: BATCH }),
    );
    deleted = row?.deleted;
  } while (deleted === BATCH);
  const names = async (statement: string) =>
    (await engine.read(statement))
      .map(({ name }) => String(name))
      .filter((name) => !kept.has(name))
      .map((name) => `\`${name.replaceAll('`', '``')}\``);
  for (const name of await names(CONSTRAINTS)) await engine.define(`DROP CONSTRAINT ${name}`);
  for (const name of await names(INDEXES)) await engine.define(`DROP INDEX ${name}`);
}
