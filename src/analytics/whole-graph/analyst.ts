import PQueue from 'p-queue';
import { StoreError } from '../../domain/errors.js';
import type { Graph } from '../../graph/graph.js';
import type { Position } from '../../store/pages.js';
import { revisionOf } from '../../store/summary.js';
import { AnalystThread } from './analyst-thread.js';
import type { Question } from './messages.js';
import type { TablePage } from './question.js';
import type { AnswerOf, AskedOf, FIGURES, FigureName, RowOf, TABLES, TableName } from './questions.js';

export interface AnalystLimits {
  /** How many questions may wait for their turn. */
  readonly mostWaiting?: number;
  /** How long a question may wait for its turn, and then how long it may be worked on, in milliseconds. */
  readonly deadlineMs?: number;
}

/**
 * Answers whole-graph questions, one after another. It keeps all places and agreements of the graph in a
 * thread of its own, where answers are worked out and remembered for as long as the revision of the graph
 * stays the same. The first question starts the thread; a question that takes too long ends it, and the
 * next one starts another.
 */
export class Analyst {
  readonly #graph: Graph;
  readonly #mostWaiting: number;
  readonly #deadlineMs: number;
  readonly #turns = new PQueue({ concurrency: 1 });
  #thread: AnalystThread | null = null;
  #isClosed = false;

  constructor(graph: Graph, { mostWaiting = 64, deadlineMs = 60_000 }: AnalystLimits = {}) {
    this.#graph = graph;
    this.#mostWaiting = mostWaiting;
    this.#deadlineMs = deadlineMs;
  }

  /** One page of a list. Throws `StoreError` STORE_BUSY or STORE_UNAVAILABLE. */
  table<N extends TableName>(
    name: N,
    asked: AskedOf<(typeof TABLES)[N]>,
    first: number,
    after: Position | null,
  ): Promise<TablePage<RowOf<(typeof TABLES)[N]>>> {
    return this.#inTurn({ kind: 'table', name, asked: asked as object, first, after });
  }

  /** One object. Throws `StoreError` STORE_BUSY or STORE_UNAVAILABLE. */
  figure<N extends FigureName>(name: N, asked: AskedOf<(typeof FIGURES)[N]>): Promise<AnswerOf<(typeof FIGURES)[N]>> {
    return this.#inTurn({ kind: 'figure', name, asked: asked as object });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#turns.clear();
    await this.#thread?.end();
  }

  async #inTurn<T>(question: Question): Promise<T> {
    if (this.#turns.size >= this.#mostWaiting)
      throw new StoreError('STORE_BUSY', `${this.#mostWaiting} whole-graph questions are waiting already; try again in a moment`);
    const waiting = new AbortController();
    const late = new StoreError('STORE_BUSY', `the turn of the question did not come within ${this.#deadlineMs} ms; try again in a moment`);
    const timer = setTimeout(() => waiting.abort(late), this.#deadlineMs);
    const turn = () => {
      clearTimeout(timer);
      return this.#answer<T>(question);
    };
    return this.#turns.add(turn, { signal: waiting.signal });
  }

  async #answer<T>(question: Question): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new StoreError('STORE_BUSY', `the question was not answered within ${this.#deadlineMs} ms`));
        this.#thread?.end();
      }, this.#deadlineMs);
    });
    try {
      const answer = this.#upToDate().then((thread) => thread.answer(question));
      answer.catch(() => undefined);
      return (await Promise.race([answer, deadline])) as T;
    } finally {
      clearTimeout(timer);
    }
  }

  /** The thread, with the graph at its current revision. */
  async #upToDate(): Promise<AnalystThread> {
    if (this.#isClosed) throw new StoreError('STORE_UNAVAILABLE', 'whole-graph questions are no longer answered');
    if (this.#thread === null || this.#thread.hasEnded) this.#thread = new AnalystThread();
    if (this.#thread.revision !== (await revisionOf(this.#graph))) await this.#thread.load(this.#graph);
    return this.#thread;
  }
}
