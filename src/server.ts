import { fileURLToPath } from 'node:url';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { Analyst } from './analytics/whole-graph/analyst.js';
import type { Context } from './api/context.js';
import { Loaders } from './api/loaders.js';
import { buildSchema } from './api/schema.js';
import type { Actor } from './domain/access/actor.js';
import { KembarError, StoreError } from './domain/errors.js';
import { Graph } from './graph/graph.js';
import { openEngine } from './graph/open-engine.js';
import { QueryBook } from './graph/query-book.js';
import { type Authenticate, authenticating } from './http/access/authenticate.js';
import { guarding } from './http/access/guard.js';
import { bookmarkOf } from './http/bookmark.js';
import type { ContextOf } from './http/context-of.js';
import { executing } from './http/execute.js';
import { serveFailures } from './http/failures.js';
import { serveFiles } from './http/files/files.js';
import { serveGraphiql } from './http/graphiql.js';
import { serveGraphql } from './http/graphql.js';
import { serveHealth } from './http/health.js';
import { serveLive } from './http/live/serve-live.js';
import { Feed } from './live/feed.js';
import { Hooks } from './live/hooks/hooks.js';
import { Preparation, reporter } from './preparation.js';
import { readSettings, type Settings, withoutSecrets } from './settings.js';
import { SearchIndex } from './store/search-index.js';

/** How long the end of the server waits for answers under way. */
const PATIENCE_MS = 10_000;

export interface RunningServer {
  /** Where it listens, such as http://127.0.0.1:4000. */
  readonly url: string;
  /** Resolves when the graph is prepared; rejects with what keeps it from ever being. */
  readonly prepared: Promise<void>;
  stop(): Promise<void>;
}

/** Opens the graph, listens, and prepares the graph while it already listens. */
export async function startServer(settings: Settings, print: (line: string) => void = () => undefined): Promise<RunningServer> {
  const graph = new Graph(await openEngine(settings.graph), new QueryBook(), { deadlineMs: settings.storeDeadlineMs });
  const http = Fastify({
    logger: { level: settings.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 256 * 1024,
  });
  const preparation = new Preparation(graph);
  const analyst = new Analyst(graph);
  const { pollMs, queue } = settings.live;
  const feed = new Feed(graph, { pollMs, queue, log: http.log });
  try {
    const authenticate = await authenticating(settings.access, http.log);
    const hooks = await openHooks(settings, graph, feed, http.log);
    const url = await listen(http, settings, { graph, analyst, feed, preparation, authenticate });
    const prepared = preparation.run({ loadData: settings.loadData, report: reporter(print) });
    prepared.then(
      () => hooks?.start(),
      () => undefined,
    );
    return {
      url,
      prepared,
      stop: async () => {
        preparation.stop();
        await Promise.all([hooks?.stop(), closed(http)]);
        await analyst.close();
        await graph.engine.close();
      },
    };
  } catch (error) {
    await http.close();
    await graph.engine.close();
    throw error;
  }
}

/** What tells the addresses that the settings name of changes; null: they name none. Throws `BadInputError`. */
async function openHooks({ hooks, live }: Settings, graph: Graph, feed: Feed, log: FastifyBaseLogger): Promise<Hooks | null> {
  const { file, ...times } = hooks;
  return file === null ? null : Hooks.open(file, graph, feed, { ...times, pollMs: live.pollMs, log, environment: process.env });
}

/** Waits for what is under way, but not for ever: a file can take long, and a client can keep its connection. */
async function closed(http: FastifyInstance): Promise<void> {
  const cutOff = setTimeout(() => http.server.closeAllConnections(), PATIENCE_MS);
  await http.close();
  clearTimeout(cutOff);
}

/** What requests are answered with. */
interface Answering {
  readonly graph: Graph;
  readonly analyst: Analyst;
  readonly feed: Feed;
  readonly preparation: Preparation;
  readonly authenticate: Authenticate;
}

async function listen(http: FastifyInstance, { host, port, live }: Settings, answering: Answering): Promise<string> {
  const { graph, analyst, feed, preparation, authenticate } = answering;
  const search = new SearchIndex(graph);
  const actorOf = guarding(http, authenticate);
  const contextFor = (actor: Actor, bookmark: string | null = null): Context => {
    if (!preparation.isPrepared) throw new StoreError('STORE_UNAVAILABLE', 'the graph is still being prepared; try again in a moment');
    const seen = bookmark === null ? graph : graph.after(bookmark);
    return { actor, graph: seen, load: new Loaders(seen), search, analyst, feed, today: new Date().toISOString().slice(0, 10) };
  };
  const contextOf: ContextOf = async (request) => contextFor(await actorOf(request), bookmarkOf(request));
  serveFailures(http);
  serveHealth(http, preparation);
  const schema = buildSchema();
  const apollo = await serveGraphql(http, schema, contextOf);
  serveLive(http, feed, { schema, authenticate, contextFor, settings: live });
  await serveFiles(http, schema, contextOf, executing(apollo));
  await serveGraphiql(http);
  try {
    return await http.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new KembarError('BAD_INPUT', `PORT ${port} on ${host} is taken by another program; stop it, or choose another PORT`, error);
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new KembarError('BAD_INPUT', `the server cannot listen on HOST ${host}, PORT ${port}`, error);
    throw error;
  }
}

/** Runs the server as the settings of this process say, until the process is told to stop. */
export async function serve(): Promise<void> {
  const print = (line: string) => process.stdout.write(`${line}\n`);
  try {
    const settings = readSettings(process.env);
    print(`Kembar opens the graph at ${withoutSecrets(settings.graph.url)}`);
    const server = await startServer(settings, print);
    const stop = () => {
      print('Kembar stops, once the answers under way are given');
      server.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    await server.prepared;
    print(
      `Kembar listens:\n  API and Apollo Sandbox  ${server.url}/graphql\n  GraphiQL (offline)      ${server.url}/graphiql\n  health                  ${server.url}/healthz, ${server.url}/readyz`,
    );
  } catch (error) {
    if (!(error instanceof KembarError)) throw error;
    process.stderr.write(`Kembar cannot start: ${error.message}\n`);
    process.exit(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serve();
