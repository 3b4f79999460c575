import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import pRetry from 'p-retry';
import { BadInputError, SourceError } from '../../../domain/errors.js';
import { request } from './request.js';
import { RequestFault } from './request-fault.js';
import type { ResultRow, Variables } from './result-row.js';

/** The query service of Wikidata itself. */
export const WIKIDATA_ENDPOINT = 'https://query.wikidata.org/sparql';

export interface QueryServiceOptions {
  /** Where SPARQL is answered: Wikidata's own service or a mirror of it. */
  readonly endpoint?: string;
  /** What asks, with its version: `Kembar/0.1.0`. */
  readonly software: string;
  /** An email or web address of whoever runs it. The service blocks clients that give none. */
  readonly contact: string;
  /** How long an answer may take. The service itself gives up after 60 s, and says so then. */
  readonly timeoutMs?: number;
  readonly mostBytes?: number;
  /** How often a request is repeated before it is given up. */
  readonly retries?: number;
  /** The pause before the first repetition. Each is about twice the one before, up to `longestBackoffMs`. */
  readonly backoffMs?: number;
  readonly longestBackoffMs?: number;
  /** The pause when the service throttles and does not say for how long. */
  readonly throttledMs?: number;
  /** All requests of this client together, repetitions included. */
  readonly mostRequests?: number;
  /** All pauses for which the service asks together. */
  readonly longestWaitMs?: number;
  readonly signal?: AbortSignal;
  /** Is told of each fault after which a request may be repeated. */
  readonly onFault?: (fault: RequestFault) => void;
}

const DEFAULTS = {
  endpoint: WIKIDATA_ENDPOINT,
  timeoutMs: 70_000,
  mostBytes: 64 * 1024 * 1024,
  retries: 5,
  backoffMs: 2_000,
  longestBackoffMs: 60_000,
  throttledMs: 60_000,
  mostRequests: 10_000,
  longestWaitMs: 3_600_000,
};

/** A query that takes too long as it is, and may be put in parts. */
export class QueryTooSlow extends Error {}

/**
 * A client of a SPARQL service that keeps to the rules of Wikidata's: it says who it is, asks one thing at a time, and
 * waits as long as it is told to.
 */
export class QueryService {
  readonly endpoint: string;
  readonly #options: typeof DEFAULTS & QueryServiceOptions;
  readonly #userAgent: string;
  readonly #turns = new PQueue({ concurrency: 1 });
  #requests = 0;
  #waitedMs = 0;

  /** Throws `BadInputError` when the endpoint is no address or nobody is named as contact. */
  constructor(options: QueryServiceOptions) {
    const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
    this.#options = { ...DEFAULTS, ...options, ...given };
    this.endpoint = this.#options.endpoint;
    if (!/^https?:\/\//.test(this.endpoint) || !URL.canParse(this.endpoint)) {
      throw new BadInputError(`"${this.endpoint}" is no address of a query service: accepted is one such as ${WIKIDATA_ENDPOINT}`);
    }
    const contact = options.contact.trim();
    if (!/^(?:[^\s@()]+@[^\s@()]+|(?:mailto:|https?:\/\/)[^\s()]+)$/.test(contact)) {
      throw new BadInputError(
        `"${contact}" does not say whom to write to: Wikidata asks for an email or web address of whoever asks, such as name@example.org`,
      );
    }
    this.#userAgent = `${options.software} (${contact}) node/${process.versions.node}`;
  }

  /** How many requests have been made. */
  get requests(): number {
    return this.#requests;
  }

  /**
   * The rows that answer a query. Throws `SourceError` when there is no getting them, the reason of `signal` when that is
   * aborted, and `QueryTooSlow` at once when the query takes too long and `divisible` says that it can be put in parts.
   */
  async ask(query: string, variables: Variables, { divisible = false } = {}): Promise<ResultRow[]> {
    return this.#turns.add(() => this.#askInTurn(query, variables, divisible));
  }

  async #askInTurn(query: string, variables: Variables, divisible: boolean): Promise<ResultRow[]> {
    const { retries, backoffMs, longestBackoffMs, signal } = this.#options;
    try {
      return await pRetry(() => this.#askOnce(query, variables), {
        retries,
        minTimeout: backoffMs,
        maxTimeout: longestBackoffMs,
        randomize: true,
        signal,
        onFailedAttempt: ({ error, retriesLeft }) => this.#afterFault(error, retriesLeft),
        shouldRetry: ({ error }) => error instanceof RequestFault && error.kind !== 'refused' && !(error.kind === 'slow' && divisible),
      });
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof RequestFault)) throw error;
      if (divisible && (error.kind === 'slow' || error.kind === 'broken')) throw new QueryTooSlow(error.message, { cause: error });
      throw new SourceError(`${this.endpoint} gives no answer: ${error.message}. ${REMEDIES[error.kind]}`, error);
    }
  }

  async #askOnce(query: string, variables: Variables): Promise<ResultRow[]> {
    const { mostRequests, timeoutMs, mostBytes, signal } = this.#options;
    if (this.#requests >= mostRequests) {
      throw new SourceError(`${this.endpoint} has been asked ${mostRequests} times, which is the bound. Ask for fewer countries at once.`);
    }
    this.#requests += 1;
    return request({ endpoint: this.endpoint, query, variables, userAgent: this.#userAgent, timeoutMs, mostBytes, signal: signal ?? null });
  }

  /** Waits as long as the service asks for; the pause that grows comes on top, so that clients do not all come back at once. */
  async #afterFault(error: Error, retriesLeft: number): Promise<void> {
    if (!(error instanceof RequestFault)) return;
    this.#options.onFault?.(error);
    const pauseMs = error.retryAfterMs ?? (error.kind === 'throttled' ? this.#options.throttledMs : 0);
    if (pauseMs === 0 || retriesLeft === 0 || error.kind === 'refused') return;
    this.#waitedMs += pauseMs;
    if (this.#waitedMs > this.#options.longestWaitMs) {
      const seconds = Math.round(this.#options.longestWaitMs / 1000);
      throw new SourceError(`${this.endpoint} asks to wait longer than ${seconds} s altogether. ${REMEDIES.throttled}`, error);
    }
    await sleep(pauseMs, undefined, { signal: this.#options.signal });
  }
}

const REMEDIES: Readonly<Record<RequestFault['kind'], string>> = {
  slow: 'The query takes it too long: try again when it has less to do, or download the results by hand and import the file.',
  throttled: 'It has been asked for too much: try again later, with fewer countries.',
  broken: 'Try again later, or download the results by hand and import the file.',
  failing: 'Try again later, or give the address of a mirror.',
  refused: 'See that the address is that of a SPARQL service and that the contact is yours.',
};
