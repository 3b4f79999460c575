import 'reflect-metadata';
import Fastify from 'fastify';
import { Analyst } from '../../src/analytics/whole-graph/analyst.js';
import type { Context } from '../../src/api/context.js';
import type { AskingWith } from '../../src/api/files/ask-file.js';
import { Loaders } from '../../src/api/loaders.js';
import { buildSchema } from '../../src/api/schema.js';
import { ANONYMOUS } from '../../src/domain/access/actor.js';
import { assemble } from '../../src/exchange/dataset/shipped.js';
import { readDataTexts } from '../../src/exchange/format/read-files.js';
import { openEmbedded } from '../../src/graph/engines/embedded.js';
import { Graph } from '../../src/graph/graph.js';
import { executing } from '../../src/http/execute.js';
import { serveFailures } from '../../src/http/failures.js';
import { serveFiles } from '../../src/http/files/files.js';
import { SENDING_LIMITS, type SendingLimits } from '../../src/http/files/send-file.js';
import { serveGraphql } from '../../src/http/graphql.js';
import { Feed } from '../../src/live/feed.js';
import { replaceDataSet } from '../../src/store/data-set/replace-data-set.js';
import { prepareGraph } from '../../src/store/prepare.js';
import { SearchIndex } from '../../src/store/search-index.js';

export interface FilesServer {
  readonly url: string;
  readonly graph: Graph;
  close(): Promise<void>;
}

/** Stands between files and the execution of operations, to hold it up or to make it fail. */
export type Around = (execute: AskingWith['execute']) => AskingWith['execute'];

/** A graph in memory that holds the records of a data file. */
export function graphOf(yaml: string): Promise<Graph> {
  return graphWith(assemble(readDataTexts([{ file: 'test.yaml', text: yaml }])));
}

/** A graph in memory that holds a data set. */
export async function graphWith(data: ReturnType<typeof assemble>): Promise<Graph> {
  const graph = new Graph(await openEmbedded({ path: null }));
  await prepareGraph(graph);
  await replaceDataSet(graph, { id: 'test', ...data });
  return graph;
}

/** Serves files of a graph on a free port, as the server does. What is given is put around the execution of operations. */
export async function serveFilesOf(
  graph: Graph,
  { around = (execute) => execute, limits = SENDING_LIMITS }: { readonly around?: Around; readonly limits?: SendingLimits } = {},
): Promise<FilesServer> {
  const schema = buildSchema();
  const analyst = new Analyst(graph);
  const search = new SearchIndex(graph);
  const feed = new Feed(graph);
  const contextOf = (): Context => ({ actor: ANONYMOUS, graph, load: new Loaders(graph), search, analyst, feed, today: '2026-01-01' });
  const http = Fastify({ forceCloseConnections: true });
  serveFailures(http);
  const apollo = await serveGraphql(http, schema, contextOf);
  await serveFiles(http, schema, contextOf, around(executing(apollo)), limits);
  const url = await http.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    graph,
    close: async () => {
      await http.close();
      await analyst.close();
      await graph.engine.close();
    },
  };
}
