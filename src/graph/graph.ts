import { StoreError } from '../domain/errors.js';
import type { GraphEngine, Transaction, WriteOptions } from './engine.js';
import { QueryBook, type Slots } from './query-book.js';
import type { Parameters, Row } from './values.js';

export interface GraphOptions {
  /** How long a reader waits for an answer, in milliseconds. */
  readonly deadlineMs?: number;
  /** The bookmark of another process; what it stands for is seen. */
  readonly after?: string | null;
}

/** Whoever answers questions of the book: the graph as it is committed, or as a transaction sees it. */
export interface Asking {
  ask(query: string, parameters?: Parameters, slots?: Slots): Promise<readonly Row[]>;
}

/** Statements of the book inside a transaction. */
export interface BookTransaction extends Asking {
  run(query: string, parameters?: Parameters, slots?: Slots): Promise<readonly Row[]>;
}

/** An engine together with the query book: what the layers above ask, by the names of statements. */
export class Graph implements Asking {
  readonly engine: GraphEngine;
  readonly book: QueryBook;
  readonly #deadlineMs: number;
  readonly #after: string | null;

  constructor(engine: GraphEngine, book: QueryBook = new QueryBook(), { deadlineMs = 20_000, after = null }: GraphOptions = {}) {
    this.engine = engine;
    this.book = book;
    this.#deadlineMs = deadlineMs;
    this.#after = after;
  }

  /** The same graph, in which whoever has this bookmark of another process sees what that one had seen. */
  after(bookmark: string): Graph {
    return new Graph(this.engine, this.book, { deadlineMs: this.#deadlineMs, after: bookmark });
  }

  /** Asks one question of the book. Throws `StoreError` STORE_BUSY when the deadline passes. */
  ask(query: string, parameters: Parameters = {}, slots: Slots = {}): Promise<readonly Row[]> {
    return this.#read(this.book.statement(query, this.engine.name, slots, parameters), parameters);
  }

  /** One page of a list of the book: rows `parent, id, key`, at most `$limit` for each of `$parents`. */
  page(list: string, direction: 'up' | 'down', parameters: Parameters): Promise<readonly Row[]> {
    return this.#read(this.book.listStatement(list, `page-${direction}`, this.engine.name, parameters), parameters);
  }

  /** How long a list of the book is: rows `parent, total`. */
  count(list: string, parameters: Parameters): Promise<readonly Row[]> {
    return this.#read(this.book.listStatement(list, 'count', this.engine.name, parameters), parameters);
  }

  /** Runs statements of the book in one transaction; see `GraphEngine.write`. */
  write<T>(work: (transaction: BookTransaction) => Promise<T>, options: WriteOptions = {}): Promise<T> {
    return this.engine.write(
      (transaction: Transaction) => {
        const run: BookTransaction['run'] = (query, parameters, slots) =>
          transaction.run(this.book.statement(query, this.engine.name, slots), parameters);
        return work({ run, ask: run });
      },
      { after: this.#after, ...options },
    );
  }

  /** A running statement cannot be stopped on every engine, so the deadline ends the waiting. */
  async #read(statement: string, parameters: Parameters): Promise<readonly Row[]> {
    const answer = this.engine.read(statement, parameters, { deadlineMs: this.#deadlineMs, after: this.#after });
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new StoreError('STORE_BUSY', `the graph did not answer within ${this.#deadlineMs} ms`)),
        this.#deadlineMs,
      );
    });
    try {
      return await Promise.race([answer, deadline]);
    } finally {
      clearTimeout(timer);
      answer.catch(() => undefined);
    }
  }
}
