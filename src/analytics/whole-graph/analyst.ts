import { Worker } from 'node:worker_threads';
import { DefectError, KembarError, StoreError } from '../../domain/errors.js';
import type { Graph } from '../../graph/graph.js';
import type { Position } from '../../store/pages.js';
import { revisionOf } from '../../store/summary.js';
import type { Instruction, Reply } from './messages.js';
import type { TablePage } from './question.js';
import type { AnswerOf, AskedOf, FIGURES, FigureName, RowOf, TABLES, TableName } from './questions.js';
import { readSnapshot } from './read-snapshot.js';

/** How many questions may wait for their answers at a time. */
const MOST_WAITING = 64;
/** How often reading the graph may be begun anew because it changed meanwhile. */
const ATTEMPTS = 3;

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Answers whole-graph questions. It keeps all places and agreements of the graph in a thread of its
 * own, where answers are worked out and remembered for as long as the revision of the graph stays the
 * same. The thread is started by the first question and ends with the process.
 */
export class Analyst {
  readonly #graph: Graph;
  readonly #deadlineMs: number;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker | null = null;
  #revision: number | null = null;
  #snapshot: Promise<void> | null = null;
  #lastId = 0;

  constructor(graph: Graph, { deadlineMs = 60_000 }: { readonly deadlineMs?: number } = {}) {
    this.#graph = graph;
    this.#deadlineMs = deadlineMs;
  }

  /** One page of a list. */
  table<N extends TableName>(
    name: N,
    asked: AskedOf<(typeof TABLES)[N]>,
    first: number,
    after: Position | null,
  ): Promise<TablePage<RowOf<(typeof TABLES)[N]>>> {
    return this.#ask({ kind: 'table', id: this.#nextId(), name, asked: asked as object, first, after });
  }

  /** One object. */
  figure<N extends FigureName>(name: N, asked: AskedOf<(typeof FIGURES)[N]>): Promise<AnswerOf<(typeof FIGURES)[N]>> {
    return this.#ask({ kind: 'figure', id: this.#nextId(), name, asked: asked as object });
  }

  async close(): Promise<void> {
    await this.#thread?.terminate();
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  async #ask<T>(question: Extract<Instruction, { kind: 'table' | 'figure' }>): Promise<T> {
    if (this.#waiting.size >= MOST_WAITING)
      throw new StoreError('STORE_BUSY', `${MOST_WAITING} whole-graph questions are waiting already; try again in a moment`);
    await this.#takeSnapshot();
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_, reject) => {
      const late = () => reject(new StoreError('STORE_BUSY', `the question was not answered within ${this.#deadlineMs} ms`));
      timer = setTimeout(late, this.#deadlineMs);
    });
    const answer = new Promise<T>((resolve, reject) => {
      this.#waiting.set(question.id, { resolve: resolve as never, reject });
      this.#tell(question);
    });
    try {
      return await Promise.race([answer, deadline]);
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(question.id);
      answer.catch(() => undefined);
    }
  }

  /** Sees to it that the thread has the graph at its current revision. */
  async #takeSnapshot(): Promise<void> {
    const revision = await revisionOf(this.#graph);
    if (this.#snapshot === null || this.#revision !== revision) {
      this.#revision = revision;
      // A snapshot that is being taken is finished first, since its rows and those of the next may not mix.
      const before = this.#snapshot ?? Promise.resolve();
      const taken = before.catch(() => undefined).then(() => this.#load());
      this.#snapshot = taken;
      taken.catch(() => {
        if (this.#snapshot === taken) this.#snapshot = null;
      });
    }
    await this.#snapshot;
  }

  async #load(): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const revision = await revisionOf(this.#graph);
      this.#tell({ kind: 'begin' });
      for await (const { part, rows } of readSnapshot(this.#graph)) this.#tell({ kind: 'rows', part, rows });
      if ((await revisionOf(this.#graph)) !== revision) continue;
      this.#tell({ kind: 'end', revision: revision ?? 0 });
      return;
    }
    throw new StoreError('STORE_BUSY', 'the graph changes faster than it can be read; try again in a moment');
  }

  #tell(instruction: Instruction): void {
    this.#thread ??= this.#start();
    this.#thread.postMessage(instruction);
  }

  #start(): Worker {
    const thread = startThread();
    thread.unref();
    thread.on('message', (reply: Reply) => {
      const waiting = this.#waiting.get(reply.id);
      if ('answer' in reply) waiting?.resolve(reply.answer as never);
      else waiting?.reject(translated(reply.fault));
    });
    thread.on('error', (error) => this.#lose(new DefectError('the thread of whole-graph questions failed', error)));
    thread.on('exit', () => this.#lose(new StoreError('STORE_UNAVAILABLE', 'the thread of whole-graph questions ended; try again')));
    return thread;
  }

  /** The next question starts another thread. */
  #lose(error: KembarError): void {
    this.#thread = null;
    this.#snapshot = null;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

function startThread(): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./analyst-thread.js', import.meta.url));
  // From sources, as in development and tests: a thread does not inherit the loader of its process.
  const source = JSON.stringify(new URL('./analyst-thread.ts', import.meta.url).href);
  return new Worker(`import('tsx/esm/api').then(({ register }) => { register(); return import(${source}); });`, { eval: true });
}

function translated({ code, message, stack }: Extract<Reply, { fault: object }>['fault']): KembarError {
  return code === 'INTERNAL' ? new DefectError(message, stack) : new KembarError(code, message);
}
