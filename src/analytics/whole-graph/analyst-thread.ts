import { Worker } from 'node:worker_threads';
import { DefectError, KembarError, StoreError } from '../../domain/errors.js';
import type { Graph } from '../../graph/graph.js';
import { revisionOf } from '../../store/summary.js';
import type { Instruction, Question, Reply } from './messages.js';
import { readSnapshot } from './read-snapshot.js';

/** How often reading the graph may be begun anew because it changed meanwhile. */
const ATTEMPTS = 3;
/** What the thread may keep: the snapshot of a few million agreements, with what was worked out from it. */
const MEMORY_MB = 4_096;

/** The thread in which whole-graph questions are worked out, as the rest of the process sees it. Asked one thing at a time. */
export class AnalystThread {
  readonly #worker = start();
  #revision: number | null = null;
  #ended: KembarError | null = null;
  #asking: { readonly resolve: (answer: unknown) => void; readonly reject: (error: KembarError) => void } | null = null;

  constructor() {
    this.#worker.unref();
    this.#worker.on('message', (reply: Reply) => {
      const asking = this.#asking;
      this.#asking = null;
      if ('answer' in reply) asking?.resolve(reply.answer);
      else asking?.reject(translated(reply.fault));
    });
    this.#worker.on('error', (error: NodeJS.ErrnoException) => {
      const tooLarge = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      this.#lose(
        tooLarge
          ? new StoreError('STORE_BUSY', `the question needs more memory than the ${MEMORY_MB} MB there are for it; narrow it`)
          : new DefectError('the thread of whole-graph questions failed', error),
      );
    });
    this.#worker.on('exit', () => this.#lose(ENDED));
  }

  /** The revision of the graph that it has; null before the first. */
  get revision(): number | null {
    return this.#revision;
  }

  get hasEnded(): boolean {
    return this.#ended !== null;
  }

  /** Reads the graph into the thread, all of it at one revision. Throws `StoreError`. */
  async load(graph: Graph): Promise<void> {
    this.#revision = null;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const revision = await revisionOf(graph);
      this.#tell({ kind: 'begin' });
      for await (const { part, rows } of readSnapshot(graph)) this.#tell({ kind: 'rows', part, rows });
      if ((await revisionOf(graph)) !== revision) continue;
      this.#tell({ kind: 'end' });
      this.#revision = revision;
      return;
    }
    throw new StoreError('STORE_BUSY', 'the graph changes faster than it can be read; try again in a moment');
  }

  /** What the thread answers. Throws the `KembarError` that it answers with, or `StoreError` when it ends meanwhile. */
  answer(question: Question): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#asking = { resolve, reject };
      this.#tell(question);
    });
  }

  /** Ends it, whatever it is working on. */
  async end(): Promise<void> {
    this.#lose(ENDED);
    await this.#worker.terminate();
  }

  /** A thread that has ended would take instructions in silence. */
  #tell(instruction: Instruction): void {
    if (this.#ended !== null) throw this.#ended;
    this.#worker.postMessage(instruction);
  }

  #lose(error: KembarError): void {
    this.#ended ??= error;
    this.#asking?.reject(this.#ended);
    this.#asking = null;
  }
}

const ENDED = new StoreError('STORE_UNAVAILABLE', 'the thread of whole-graph questions ended; try again');

function start(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: MEMORY_MB };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./thread-entry.js', import.meta.url), { resourceLimits });
  // From sources, as in development and tests: a thread does not inherit the loader of its process.
  const source = JSON.stringify(new URL('./thread-entry.ts', import.meta.url).href);
  const registering = `import('tsx/esm/api').then(({ register }) => { register(); return import(${source}); });`;
  return new Worker(registering, { eval: true, resourceLimits });
}

function translated({ code, message, stack }: Extract<Reply, { fault: object }>['fault']): KembarError {
  return code === 'INTERNAL' ? new DefectError(message, stack) : new KembarError(code, message);
}
