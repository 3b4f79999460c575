import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import neo4j from 'neo4j-driver';
import { startNeo4j } from '../test/neo4j/start-neo4j.js';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
/** Graphs are kept from one run to the next, since loading the world takes longer than most questions. */
const WORKSHOP = process.env.KEMBAR_BENCH_DIR ?? join(tmpdir(), 'kembar-bench');

export interface WorldGraph {
  readonly engine: 'embedded' | 'neo4j';
  /** What GRAPH_URL is set to. */
  readonly url: string;
  /** Makes the engine forget how it planned statements; null for one that plans in the process that asks. */
  readonly forgetPlans: (() => Promise<void>) | null;
  close(): Promise<void>;
}

/** The folder of the world's files. */
export function worldFolder(): string {
  const folder = process.env.KEMBAR_WORLD ?? '';
  if (!existsSync(join(folder, 'world-twinnings.tsv')))
    throw new Error(
      `no world in "${folder}": KEMBAR_WORLD names the folder that holds world-places.tsv, world-twinnings.tsv and admin1-iso-crosswalk.tsv`,
    );
  return folder;
}

/** A graph with the shipped data and the world on an engine; on Neo4j a real server on this machine. */
export async function openWorldGraph(engine: WorldGraph['engine'], say: (line: string) => void): Promise<WorldGraph> {
  await mkdir(WORKSHOP, { recursive: true });
  const graph = engine === 'embedded' ? embeddedGraph() : await neo4jGraph();
  const folder = worldFolder();
  say(`${engine}: importing the world where it is missing`);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      join(ROOT, 'dist/cli.js'),
      ...['import', 'twinnings'],
      ...['--places', join(folder, 'world-places.tsv')],
      ...['--twinnings', join(folder, 'world-twinnings.tsv')],
      ...['--subdivisions', join(folder, 'admin1-iso-crosswalk.tsv')],
    ],
    { env: { ...process.env, GRAPH_URL: graph.url, STORE_DEADLINE_MS: '600000' }, maxBuffer: 64 * 1024 * 1024 },
  );
  say(stdout.trim().split('\n').at(-1) ?? '');
  return graph;
}

function embeddedGraph(): WorldGraph {
  return { engine: 'embedded', url: `embedded:${join(WORKSHOP, 'world.grafeo')}`, forgetPlans: null, close: async () => undefined };
}

async function neo4jGraph(): Promise<WorldGraph> {
  const directory = join(WORKSHOP, 'neo4j');
  await mkdir(directory, { recursive: true });
  const server = await startNeo4j({ directory, javaOptions: ['-Xms3g', '-Xmx3g'] });
  const driver = neo4j.driver(server.url);
  return {
    engine: 'neo4j',
    url: server.url,
    forgetPlans: async () => {
      await driver.executeQuery('CALL db.clearQueryCaches()');
    },
    close: async () => {
      await driver.close();
      await server.stop();
    },
  };
}

export interface WorldServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the compiled server on a graph, as a process of its own, and waits until it is ready. */
export async function startWorldServer(graph: WorldGraph): Promise<WorldServer> {
  const child = spawn(process.execPath, [join(ROOT, 'dist/server.js')], {
    env: { ...process.env, GRAPH_URL: graph.url, PORT: '0', LOG_LEVEL: 'warn', LOAD_DATA: 'false' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressOf(child);
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let output = '';
  for await (const text of child.stdout ?? []) {
    output += text;
    const [, url] = /(http:\/\/\S+?)\/graphql/.exec(output) ?? [];
    if (url !== undefined) {
      child.stdout?.resume();
      return url;
    }
  }
  throw new Error(`the server ended before it listened:\n${output}`);
}
