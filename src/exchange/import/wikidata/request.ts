import { DataInvalidError } from '../../../domain/errors.js';
import { shownValue } from '../../reject.js';
import { BrokenResults, readJson, tellsOfTimeout } from './read-json.js';
import { RequestFault, retryAfterMs } from './request-fault.js';
import type { ResultRow, Variables } from './result-row.js';

export interface Request {
  readonly endpoint: string;
  readonly query: string;
  /** What the answer has to have. */
  readonly variables: Variables;
  readonly userAgent: string;
  /** For all of the answer, not only its beginning. */
  readonly timeoutMs: number;
  /** What is larger than this, in bytes, counts as taking too long. */
  readonly mostBytes: number;
  readonly signal: AbortSignal | null;
}

/** Longer addresses are not taken everywhere. Shorter ones are asked with GET, which the service's caches know. */
const LONGEST_ADDRESS = 2000;
/** Of an answer that tells of a fault, so much is read. */
const LONGEST_FAULT = 64 * 1024;

/**
 * Puts a query to a SPARQL service, once, and gives all rows of the answer. Throws `RequestFault`, or the reason of
 * `signal` when that is aborted.
 */
export async function request(asked: Request): Promise<ResultRow[]> {
  const timeout = AbortSignal.timeout(asked.timeoutMs);
  const signal = asked.signal === null ? timeout : AbortSignal.any([asked.signal, timeout]);
  let answers = false;
  try {
    const response = await fetch(...messageOf(asked, signal));
    if (response.status !== 200) throw await faultOf(response);
    if (!/json/i.test(response.headers.get('content-type') ?? '')) {
      throw new RequestFault('refused', `it answers ${response.headers.get('content-type') ?? 'something'} and not SPARQL results in JSON`);
    }
    answers = true;
    const rows: ResultRow[] = [];
    for await (const row of readJson(bounded(response, asked.mostBytes), asked.endpoint, asked.variables)) rows.push(row);
    return rows;
  } catch (error) {
    asked.signal?.throwIfAborted();
    if (error instanceof RequestFault) throw error;
    if (timeout.aborted) throw new RequestFault('slow', `it has not answered in ${asked.timeoutMs / 1000} s`, null, error);
    if (error instanceof BrokenResults && error.timedOut) throw new RequestFault('slow', 'it ran out of time in its answer', null, error);
    if (error instanceof BrokenResults) throw new RequestFault('broken', error.message, null, error);
    if (error instanceof DataInvalidError) throw new RequestFault('refused', error.message, null, error);
    // fetch throws these for what happens below HTTP, and says what only in their cause.
    if (error instanceof TypeError) throw new RequestFault(answers ? 'broken' : 'failing', causeOf(error), null, error);
    throw error;
  }
}

function messageOf({ endpoint, query, userAgent }: Request, signal: AbortSignal): [URL, RequestInit] {
  const headers = { accept: 'application/sparql-results+json', 'user-agent': userAgent };
  // What a redirected POST becomes depends on the status, so none is followed.
  const init: RequestInit = { headers, signal, redirect: 'manual' };
  const address = new URL(endpoint);
  address.searchParams.set('query', query);
  if (address.href.length <= LONGEST_ADDRESS) return [address, init];
  return [new URL(endpoint), { ...init, method: 'POST', body: new URLSearchParams({ query }) }];
}

async function faultOf(response: Response): Promise<RequestFault> {
  const { status } = response;
  const after = retryAfterMs(response.headers.get('retry-after'), Date.now());
  const text = await startOf(response);
  const said = `it answers ${status}${text === '' ? '' : `: ${shownValue(text)}`}`;
  if (status === 429) return new RequestFault('throttled', said, after);
  if (status === 504 || (status >= 500 && tellsOfTimeout(text))) return new RequestFault('slow', said);
  if (status === 408 || status >= 500) return new RequestFault('failing', said, after);
  if (status >= 300 && status < 400)
    return new RequestFault('refused', `it sends on to ${response.headers.get('location') ?? 'elsewhere'}`);
  return new RequestFault('refused', status === 403 ? `${said} (it blocks clients that do not say who they are or ask too much)` : said);
}

/** The beginning of an answer, without the marks of HTML. */
async function startOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  try {
    let length = 0;
    for await (const chunk of response.body ?? []) {
      parts.push(chunk);
      length += chunk.length;
      if (length >= LONGEST_FAULT) break;
    }
  } catch {
    // What has arrived has to do.
  }
  const text = Buffer.concat(parts).toString('utf8');
  return text.replace(/<(style|script)\b[\s\S]*?<\/\1>|<[^>]*>/gi, ' ').trim();
}

async function* bounded(response: Response, mostBytes: number): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > mostBytes) throw new RequestFault('slow', `it answers more than ${mostBytes} bytes`);
    yield chunk;
  }
}

function causeOf(error: Error): string {
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}
