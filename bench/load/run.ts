import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { EngineName } from '../../src/graph/engine.js';
import { startNeo4j } from '../../test/neo4j/start-neo4j.js';
import { measuredProcess, peakOf } from './measured-process.js';
import { type LoadFigures, writeLoadResults } from './results.js';

/**
 * Generates a synthetic world and imports it through the command line into both engines, each beside the shipped data in
 * a graph of its own, and writes what it took to bench/results/load.json.
 */
const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', multiple: true, default: ['embedded', 'neo4j'] },
    places: { type: 'string', default: '100000' },
    agreements: { type: 'string', default: '1000000' },
    heap: { type: 'string', default: '4g' },
  },
});
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const MIB = 2 ** 20;
const say = (line: string) => process.stdout.write(`${line}\n`);

interface Opened {
  readonly url: string;
  /** Peak memory of the server so far, in bytes. */
  readonly serverPeak: (() => number) | null;
  /** Ends it, and tells what it takes on disk, in bytes. */
  close(): Promise<number>;
}

const folder = mkdtempSync(join(tmpdir(), 'kembar-load-'));
try {
  const world = join(folder, 'world.jsonl');
  const { places, agreements } = options;
  const made = await measuredProcess(CLI, ['generate', '--places', places, '--agreements', agreements, '-o', world], {});
  const inputBytes = statSync(world).size;
  say(`${places} places, ${agreements} agreements: generated in ${made.seconds.toFixed(1)} s, ${Math.round(inputBytes / MIB)} MiB`);
  const loads: LoadFigures[] = [];
  for (const engine of options.engine as EngineName[]) {
    const { url, serverPeak, close } = engine === 'embedded' ? openEmbedded() : await openServer();
    let diskBytes = 0;
    let figures: Omit<LoadFigures, 'diskBytes'> | null = null;
    try {
      const environment = { GRAPH_URL: url, STORE_DEADLINE_MS: '600000' };
      await measuredProcess(CLI, ['migrate'], environment);
      const parameters = ['import', 'kembar', world, '--as', 'world', '--json'];
      const first = await measuredProcess(CLI, parameters, environment);
      const again = await measuredProcess(CLI, parameters, environment);
      const revisions = [first, again].map(({ out }) => (JSON.parse(out) as { revision: number }).revision);
      if (revisions[0] !== revisions[1]) throw new Error(`the second import changed the graph: ${revisions.join(' became ')}`);
      const { out } = await measuredProcess(CLI, ['status', '--json'], environment);
      const { dataSets } = JSON.parse(out) as { dataSets: { id: string; nodes: number; relationships: number }[] };
      const { nodes = 0, relationships = 0 } = dataSets.find(({ id }) => id === 'world') ?? {};
      figures = {
        engine,
        places: Number(places),
        agreements: Number(agreements),
        nodes,
        relationships,
        seconds: rounded(first.seconds),
        againSeconds: rounded(again.seconds),
        importerPeakBytes: first.peakBytes,
        serverPeakBytes: serverPeak?.() ?? null,
        serverHeap: serverPeak === null ? null : options.heap,
        inputBytes,
      };
    } finally {
      diskBytes = await close();
    }
    loads.push({ ...figures, diskBytes });
    const { nodes, relationships, seconds, againSeconds, importerPeakBytes, serverPeakBytes } = figures;
    say(
      `${engine}: ${nodes} nodes and ${relationships} relationships in ${seconds} s, ` +
        `${Math.round((nodes + relationships) / seconds)} rows/s; again ${againSeconds} s; ` +
        `importer ${Math.round(importerPeakBytes / MIB)} MiB, server ${Math.round((serverPeakBytes ?? 0) / MIB)} MiB, ` +
        `disk ${Math.round(diskBytes / MIB)} MiB`,
    );
  }
  writeLoadResults({ machine: machine(), node: process.version, loads });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function openEmbedded(): Opened {
  const file = join(folder, 'world.grafeo');
  return { url: `embedded:${file}`, serverPeak: null, close: async () => sizeOf(file) };
}

async function openServer(): Promise<Opened> {
  const directory = join(folder, 'neo4j');
  const server = await startNeo4j({ directory, javaOptions: [`-Xms${options.heap}`, `-Xmx${options.heap}`] });
  return {
    url: server.url,
    serverPeak: () => peakOf(server.pid),
    close: async () => {
      await server.stop();
      return sizeOf(join(directory, 'data', 'databases'));
    },
  };
}

/** Of a file, or of all files in a folder, in bytes. */
function sizeOf(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

function rounded(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}

function machine(): string {
  return `${cpus().length} cores, ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
}
