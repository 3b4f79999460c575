import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Store } from 'oxigraph';
import { onTestFinished } from 'vitest';
import { QueryService, type QueryServiceOptions } from '../../../../src/exchange/import/wikidata/query-service.js';

const TWINNINGS = readFileSync(new URL('twinnings.ttl', import.meta.url), 'utf8');

/** The results of a query on the twinnings of `twinnings.ttl`, from a SPARQL engine, as it writes them. */
export function answerOf(query: string, format: 'json' | 'csv' = 'json'): string {
  const store = new Store();
  store.load(TWINNINGS, { format: 'text/turtle' });
  return store.query(query, { results_format: format }) as string;
}

/** A request as a service took it. */
export interface Taken {
  readonly method: string;
  readonly query: string;
  readonly headers: IncomingMessage['headers'];
  readonly at: number;
}

/** Answers the nth request, from 1; or leaves it, with false, to be answered as a query service does. */
export type Answer = (response: ServerResponse, taken: Taken, nth: number) => boolean;

export interface Service {
  readonly endpoint: string;
  readonly taken: readonly Taken[];
  /** The most requests that it ever had at once. */
  readonly atOnce: () => number;
}

/** A SPARQL service over HTTP for the time of a test, which answers its requests as it is told. */
export async function serving(answer: Answer = () => false): Promise<Service> {
  const taken: Taken[] = [];
  let [open, most] = [0, 0];
  const server = createServer(async (request, response) => {
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => {
      open -= 1;
    });
    const body = (await request.toArray()).join('');
    const form = request.method === 'POST' ? new URLSearchParams(body) : new URL(request.url ?? '', 'http://service').searchParams;
    const one = { method: request.method ?? '', query: form.get('query') ?? '', headers: request.headers, at: performance.now() };
    taken.push(one);
    if (!answer(response, one, taken.length)) {
      response.writeHead(200, { 'content-type': 'application/sparql-results+json;charset=utf-8' }).end(answerOf(one.query));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sparql`, taken, atOnce: () => most };
}

/** A client of a service whose pauses are short. */
export function clientOf({ endpoint }: Pick<Service, 'endpoint'>, options: Partial<QueryServiceOptions> = {}): QueryService {
  return new QueryService({
    endpoint,
    software: 'Kembar/0.0.0-test',
    contact: 'mailto:tests@example.org',
    backoffMs: 5,
    longestBackoffMs: 20,
    throttledMs: 10,
    retries: 2,
    ...options,
  });
}
