import { setTimeout as pause } from 'node:timers/promises';
import { SOFTWARE } from './api/files/software.js';
import { KembarError, StoreError } from './domain/errors.js';
import { assembleDataSet, fingerprintOfFolder, SHIPPED, SHIPPED_DATA } from './exchange/dataset/shipped.js';
import { toRecord } from './exchange/dataset/to-records.js';
import type { Graph } from './graph/graph.js';
import { loadedDataSets } from './store/data-set/data-sets.js';
import { replaceDataSet } from './store/data-set/replace-data-set.js';
import type { ImportNotes } from './store/history/import-notes.js';
import { prepareGraph } from './store/prepare.js';

export interface Reporter {
  info(message: string): void;
  progress(done: number, of: number): void;
}

/** Lines for people; progress in steps of a tenth, so that it reads well in a log too. */
export function reporter(print: (line: string) => void): Reporter {
  let tenths = 0;
  return {
    info: (message: string) => {
      tenths = 0;
      print(message);
    },
    progress: (done: number, of: number) => {
      const now = Math.floor((10 * done) / of);
      if (now > tenths && now < 10) print(`  ${now * 10} %`);
      tenths = now;
    },
  };
}

/** Brings the schema up to date and puts the shipped data into the graph where it is missing or has changed. */
export async function prepare(
  graph: Graph,
  { loadData, report }: { readonly loadData: boolean; readonly report: Reporter },
): Promise<void> {
  const { applied } = await prepareGraph(graph);
  for (const name of applied) report.info(`applied ${name}`);
  if (!loadData) return;
  const loaded = (await loadedDataSets(graph)).find(({ id }) => id === SHIPPED);
  // Reading the records takes seconds, and nearly every start finds them loaded.
  if (loaded?.complete && loaded.fingerprint === (await fingerprintOfFolder(SHIPPED_DATA))) {
    report.info(`the shipped data is loaded already (${loaded.nodes} nodes, ${loaded.relationships} relationships)`);
    return;
  }
  const dataSet = await assembleDataSet(SHIPPED_DATA);
  const { nodes, relationships } = dataSet.batch.size;
  report.info(
    `${loaded === undefined ? 'loading the shipped data' : 'the shipped data has changed, applying it'}: ${nodes} nodes, ${relationships} relationships`,
  );
  const started = performance.now();
  await replaceDataSet(
    graph,
    { id: SHIPPED, ...dataSet },
    { wait: true, takesOver: true, notes: NOTES, onProgress: (done) => report.progress(done, dataSet.units.length) },
  );
  report.info(`loaded in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** How the history tells of the data that ships. */
const NOTES: ImportNotes = { actor: 'kembar', role: 'admin', operation: 'import', tool: SOFTWARE, sources: [], recordOf: toRecord };

/** Longest time between two attempts to reach the store. */
const MAX_PAUSE_MS = 5_000;

/**
 * Whether the graph is prepared. A store that is away when the server starts is waited for; anything
 * else that goes wrong is for the operator to mend and ends the waiting.
 */
export class Preparation {
  readonly #graph: Graph;
  #problem: KembarError | null = new StoreError('STORE_UNAVAILABLE', 'the graph is still being prepared');
  #stopped = false;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** Null when the graph is prepared and answers, else why not. */
  async problem(): Promise<KembarError | null> {
    if (this.#problem !== null) return this.#problem;
    try {
      await this.#graph.engine.ping();
      return null;
    } catch (error) {
      return error instanceof KembarError ? error : new StoreError('STORE_UNAVAILABLE', 'the graph does not answer', error);
    }
  }

  get isPrepared(): boolean {
    return this.#problem === null;
  }

  /** Prepares the graph, waiting for the store as long as it is away. Throws what waiting cannot mend. */
  async run(options: { readonly loadData: boolean; readonly report: Reporter }): Promise<void> {
    for (let attempt = 1; !this.#stopped; attempt += 1) {
      try {
        await prepare(this.#graph, options);
        this.#problem = null;
        return;
      } catch (error) {
        if (this.#stopped) return;
        if (!(error instanceof KembarError) || error.code !== 'STORE_UNAVAILABLE') throw error;
        this.#problem = error;
        const wait = Math.min(MAX_PAUSE_MS, 500 * attempt);
        options.report.info(`${error.message}; trying again in ${(wait / 1000).toFixed(1)} s`);
        await pause(wait);
      }
    }
  }

  stop(): void {
    this.#stopped = true;
  }
}
