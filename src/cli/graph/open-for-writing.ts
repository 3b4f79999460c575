import { existsSync } from 'node:fs';
import { type KembarError, StoreError } from '../../domain/errors.js';
import { Graph } from '../../graph/graph.js';
import { embeddedFile, openEngine } from '../../graph/open-engine.js';
import { prepare, type Reporter } from '../../preparation.js';
import { type Settings, withoutSecrets } from '../../settings.js';
import { patient } from './patience.js';

/** Opens the graph that the settings name and prepares it as a server would. Throws `KembarError`. */
export async function openForWriting(settings: Settings, report: Reporter): Promise<Graph> {
  const { graph: address, storeDeadlineMs, loadData } = patient(settings);
  const file = embeddedFile(address.url);
  const isNew = file !== null && !existsSync(file);
  report.info(`${isNew ? 'making a new graph' : 'opening the graph'} at ${withoutSecrets(address.url)}`);
  const engine = await openEngine(address).catch((error: KembarError) => {
    if (error.code !== 'GRAPH_IN_USE') throw error;
    throw new StoreError('GRAPH_IN_USE', `${error.message}; a server has to be stopped before its graph file is written to`, error);
  });
  const graph = new Graph(engine, undefined, { deadlineMs: storeDeadlineMs });
  try {
    await prepare(graph, { loadData, report });
    return graph;
  } catch (error) {
    await engine.close();
    throw error;
  }
}
