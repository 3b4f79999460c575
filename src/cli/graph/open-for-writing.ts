import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { KembarError, StoreError } from '../../domain/errors.js';
import type { GraphEngine } from '../../graph/engine.js';
import { Graph } from '../../graph/graph.js';
import { embeddedFile, openEngine } from '../../graph/open-engine.js';
import { prepare, type Reporter } from '../../preparation.js';
import { type Settings, withoutSecrets } from '../../settings.js';
import { patient } from './patience.js';

/**
 * Opens the graph that the settings name and prepares it as a server would; `wait` says whether to wait where another
 * process has its file open. Throws `KembarError`.
 */
export async function openForWriting(
  settings: Settings,
  report: Reporter,
  { wait = false }: { readonly wait?: boolean } = {},
): Promise<Graph> {
  const { graph: address, storeDeadlineMs, loadData } = patient(settings);
  const file = embeddedFile(address.url);
  const isNew = file !== null && !existsSync(file);
  report.info(`${isNew ? 'making a new graph' : 'opening the graph'} at ${withoutSecrets(address.url)}`);
  const engine = await (wait ? openOnceFree(address, report) : openNow(address));
  const graph = new Graph(engine, undefined, { deadlineMs: storeDeadlineMs });
  try {
    await prepare(graph, { loadData, report });
    return graph;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

function openNow(address: Settings['graph']): Promise<GraphEngine> {
  return openEngine(address).catch((error: KembarError) => {
    if (error.code !== 'GRAPH_IN_USE') throw error;
    throw new StoreError('GRAPH_IN_USE', `${error.message}; a server has to be stopped before its graph file is written to`, error);
  });
}

const NEXT_LOOK_MS = 500;

async function openOnceFree(address: Settings['graph'], report: Reporter): Promise<GraphEngine> {
  for (let looks = 0; ; looks += 1) {
    try {
      return await openEngine(address);
    } catch (error) {
      if (!(error instanceof KembarError) || error.code !== 'GRAPH_IN_USE') throw error;
      if (looks === 0) report.info(`${error.message}; waiting until it has ended`);
      await pause(NEXT_LOOK_MS);
    }
  }
}
