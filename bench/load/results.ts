import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { EngineName } from '../../src/graph/engine.js';

const RESULTS = new URL('../results/load.json', import.meta.url);

export interface LoadFigures {
  readonly engine: EngineName;
  readonly places: number;
  readonly agreements: number;
  /** What the import wrote. */
  readonly nodes: number;
  readonly relationships: number;
  readonly seconds: number;
  /** The import of the same file once more, which finds out that nothing changes. */
  readonly againSeconds: number;
  /** Peak memory of the importing process; the embedded engine is in it. */
  readonly importerPeakBytes: number;
  /** Peak memory of Neo4j; null: the engine is in the importing process. */
  readonly serverPeakBytes: number | null;
  /** The heap that Neo4j was given. */
  readonly serverHeap: string | null;
  /** What the graph takes on disk afterwards. */
  readonly diskBytes: number;
  /** The file that was imported. */
  readonly inputBytes: number;
}

export interface LoadResults {
  readonly machine: string;
  readonly node: string;
  readonly loads: readonly LoadFigures[];
}

/** What the benchmark wrote last; null: nothing yet. */
export function readLoadResults(): LoadResults | null {
  return existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as LoadResults) : null;
}

const sizeOf = ({ engine, places, agreements }: LoadFigures) => `${engine} ${places} ${agreements}`;

/** Keeps what was measured on other engines and at other sizes, on the same machine: figures of two cannot stand side by side. */
export function writeLoadResults({ machine, node, loads }: LoadResults): void {
  const measured = new Set(loads.map(sizeOf));
  const before = readLoadResults();
  const kept = before?.machine === machine && before.node === node ? before.loads : [];
  const all = [...kept.filter((one) => !measured.has(sizeOf(one))), ...loads];
  all.sort((a, b) => a.agreements - b.agreements || (a.engine < b.engine ? -1 : 1));
  writeFileSync(RESULTS, `${JSON.stringify({ machine, node, loads: all }, null, 2)}\n`);
}
