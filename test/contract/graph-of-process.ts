import { join } from 'node:path';
import { Graph } from '../../src/graph/graph.js';
import { openEngine } from '../../src/graph/open-engine.js';
import type { EngineUnderTest } from '../engines.js';
import { neo4jOfWorker } from '../neo4j/neo4j-of-worker.js';

export type Environment = Readonly<Record<string, string>>;

let graphs = 0;

/** What a process is told so that it uses an empty graph on an engine. */
export async function environmentOf({ name, open }: EngineUnderTest, folder: string): Promise<Environment> {
  const address = neo4jOfWorker();
  graphs += 1;
  if (name !== 'neo4j' || address === null) return { GRAPH_URL: `embedded:${join(folder, `graph-${graphs}.grafeo`)}` };
  await (await open()).close();
  const { url, username, password, database } = address;
  return Object.fromEntries(
    Object.entries({ GRAPH_URL: url, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: database }).flatMap(
      ([key, value]) => (value == null ? [] : [[key, value]]),
    ),
  );
}

/** Asks the graph of such a process, once that has ended. */
export async function readGraph<T>(environment: Environment, ask: (graph: Graph) => Promise<T>): Promise<T> {
  const {
    GRAPH_URL: url = '',
    NEO4J_USERNAME: username = null,
    NEO4J_PASSWORD: password = null,
    NEO4J_DATABASE: database = null,
  } = environment;
  const graph = new Graph(await openEngine({ url, username, password, database }), undefined, { deadlineMs: 120_000 });
  try {
    return await ask(graph);
  } finally {
    await graph.engine.close();
  }
}
