import 'reflect-metadata';
import Fastify from 'fastify';
import { type Client, createClient, type ExecutionResult } from 'graphql-ws';
import { WebSocket } from 'ws';
import { Analyst } from '../../../src/analytics/whole-graph/analyst.js';
import { Loaders } from '../../../src/api/loaders.js';
import { buildSchema } from '../../../src/api/schema.js';
import { type Actor, ANONYMOUS } from '../../../src/domain/access/actor.js';
import { tokenRefused } from '../../../src/domain/access/token-refusals.js';
import { assemble } from '../../../src/exchange/dataset/shipped.js';
import { readDataTexts } from '../../../src/exchange/format/read-files.js';
import type { Graph } from '../../../src/graph/graph.js';
import type { Authenticate } from '../../../src/http/access/authenticate.js';
import { serveFailures } from '../../../src/http/failures.js';
import { serveGraphql } from '../../../src/http/graphql.js';
import { serveLive } from '../../../src/http/live/serve-live.js';
import { Feed } from '../../../src/live/feed.js';
import { type LiveSettings, readSettings } from '../../../src/settings.js';
import { SearchIndex } from '../../../src/store/search-index.js';
import type { EngineUnderTest } from '../../engines.js';
import { SMALL_DATA } from '../../exchange/small-data.js';
import { openLoaded } from '../../loaded-graph.js';
import { eventually } from '../server-process.js';

const CURATOR: Actor = { id: 'token:ani', name: 'ani', role: 'curator', within: null };

export interface LiveServer {
  readonly url: string;
  readonly feed: Feed;
  /** The tokens that are accepted; one that is taken out is revoked. */
  readonly tokens: Map<string, Actor>;
  /** Makes an edit by a mutation, and gives its payload. Throws where it is not made. */
  edit(call: string, shown?: string): Promise<{ readonly revision: { readonly number: number } }>;
  /** Waits until so many subscriptions are told of what comes. */
  followed(by: number): Promise<void>;
  close(): Promise<void>;
}

/** An engine on which there is a record of every type. */
export function openSmallGraph(engine: EngineUnderTest): Promise<Graph> {
  return openLoaded(engine, assemble(readDataTexts([{ file: 'data.yaml', text: SMALL_DATA }])));
}

/** Serves a graph on a free port as the server does, with tokens that are made up. The graph stays open when it closes. */
export async function serveLiveOn(
  graph: Graph,
  { readingIsOpen = true, ...bounds }: Partial<LiveSettings> & { readonly readingIsOpen?: boolean } = {},
): Promise<LiveServer> {
  const settings: LiveSettings = { ...readSettings({}).live, pollMs: 50, ...bounds };
  const tokens = new Map([['curator', CURATOR]]);
  const authenticate: Authenticate = async (authorization) => {
    if (authorization === undefined && readingIsOpen) return ANONYMOUS;
    if (authorization === undefined) throw tokenRefused('MISSING');
    const actor = tokens.get(authorization.replace('Bearer ', ''));
    if (actor === undefined) throw tokenRefused('UNKNOWN');
    return actor;
  };
  const [schema, analyst, search] = [buildSchema(), new Analyst(graph), new SearchIndex(graph)];
  const http = Fastify({ forceCloseConnections: true });
  const feed = new Feed(graph, { ...settings, log: http.log });
  const contextFor = (actor: Actor) => ({ actor, graph, load: new Loaders(graph), search, analyst, feed, today: '2026-01-01' });
  serveFailures(http);
  await serveGraphql(http, schema, async ({ headers }) => contextFor(await authenticate(headers.authorization)));
  serveLive(http, feed, { schema, authenticate, contextFor, settings });
  const url = await http.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    feed,
    tokens,
    edit: async (call, shown = '') => {
      const query = `mutation { edit: ${call} { ${shown} revision { number } userErrors { code message } } }`;
      const headers = { 'content-type': 'application/json', authorization: 'Bearer curator' };
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
      const { data, errors } = (await response.json()) as { data?: { edit: never }; errors?: unknown };
      const edited = data?.edit as { userErrors: unknown[]; revision: { number: number } } | undefined;
      if (edited === undefined || edited.userErrors.length > 0) throw new Error(JSON.stringify(errors ?? edited?.userErrors));
      return edited;
    },
    followed: (by) => eventually(async () => feed.followers === by),
    close: async () => {
      await http.close();
      await analyst.close();
    },
  };
}

/** A client of the protocol, which does not come again by itself. */
export function clientOf(url: string, more: Partial<Parameters<typeof createClient>[0]> = {}): Client {
  return createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0, ...more });
}

/** What a subscription tells, answer by answer; what it throws where it is refused is an array of errors, or how it was closed. */
export function following(client: Client, query: string, variables: Record<string, unknown> = {}) {
  const answers = client.iterate({ query, variables }) as AsyncGenerator<ExecutionResult>;
  return {
    /** The next answer; null when it is complete. */
    next: async () => {
      const { done, value } = await answers.next();
      if (done) return null;
      if (value.errors !== undefined) throw value.errors;
      return value.data as Record<string, never>;
    },
    stop: () => answers.return(undefined),
  };
}

/** What something throws. */
export async function thrownBy(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

export const CITED = 'citations: [{ source: "source:paper" }]';
/** Brings an agreement of the small data one step further. */
export const advance = (stage: string, date: string, agreement = 'agreement:batu-uji') =>
  `advanceAgreement(agreement: "${agreement}", step: { stage: ${stage}, date: "${date}", ${CITED} })`;
export const correctPlace = (population: number) =>
  `correctPlace(input: { place: "place:id-kota-batu", population: ${population}, ${CITED} })`;
