import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Analyst } from '../../analytics/whole-graph/analyst.js';
import type { Context } from '../../api/context.js';
import { Loaders } from '../../api/loaders.js';
import { OPERATOR } from '../../domain/access/actor.js';
import { BadInputError, KembarError, StoreError } from '../../domain/errors.js';
import { Graph } from '../../graph/graph.js';
import { openEngine } from '../../graph/open-engine.js';
import { Feed } from '../../live/feed.js';
import { prepare } from '../../preparation.js';
import { type Settings, withoutSecrets } from '../../settings.js';
import { schemaVersion } from '../../store/prepare.js';
import { SearchIndex } from '../../store/search-index.js';

const IN_MEMORY = 'embedded:';

export interface OpenGraph {
  readonly context: Context;
  close(): Promise<void>;
}

/**
 * Opens the graph that the settings name, to read and never to change it: one that is not there, or not up to date, is
 * refused. A graph in memory is empty by itself, so the shipped data is put into it. Throws `KembarError`, with `orAsk`
 * behind what it says where another process has the graph open.
 */
export async function openForReading(
  { graph: address, storeDeadlineMs }: Settings,
  { orAsk = '' }: { readonly orAsk?: string } = {},
): Promise<OpenGraph> {
  const { url } = address;
  if (url.startsWith(IN_MEMORY) && url !== IN_MEMORY && !existsSync(resolve(url.slice(IN_MEMORY.length))))
    throw new BadInputError(`there is no graph at ${url}; start the server once, or set GRAPH_URL to a graph that there is`);
  const graph = new Graph(await engineOf(address, orAsk), undefined, { deadlineMs: storeDeadlineMs });
  const analyst = new Analyst(graph);
  const close = async () => {
    await analyst.close();
    await graph.engine.close();
  };
  try {
    if (url === IN_MEMORY) await prepare(graph, { loadData: true, report: { info: () => undefined, progress: () => undefined } });
    await mustBeUpToDate(graph, url);
    const today = new Date().toISOString().slice(0, 10);
    const [search, feed] = [new SearchIndex(graph), new Feed(graph)];
    return { context: { actor: OPERATOR, graph, load: new Loaders(graph), search, analyst, feed, today }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function engineOf(address: Settings['graph'], orAsk: string) {
  try {
    return await openEngine(address);
  } catch (error) {
    if (!(error instanceof KembarError) || error.code !== 'GRAPH_IN_USE') throw error;
    throw new StoreError('GRAPH_IN_USE', `${error.message}${orAsk}`, error);
  }
}

async function mustBeUpToDate(graph: Graph, url: string): Promise<void> {
  const [state] = await graph.ask('graph/state');
  const version = (state?.schema as number | undefined) ?? 0;
  if (version === schemaVersion(graph)) return;
  throw new StoreError(
    'NOT_A_KEMBAR_GRAPH',
    `the graph at ${withoutSecrets(url)} has schema version ${version}, this version of Kembar reads ${schemaVersion(graph)}; start the server once, which prepares it`,
  );
}
