import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { StoreError } from '../../domain/errors.js';
import type { GraphEngine } from '../../graph/engine.js';
import type { BookTransaction, Graph } from '../../graph/graph.js';
import { hasEnded, isThisProcess, type ProcessOfImport, THIS_PROCESS } from './process-of-import.js';

/** An import that shows no sign of life for this long is taken for dead, wherever it runs. */
const SILENCE_MS = 60_000;
const BEAT_EVERY_MS = 2_000;

interface Holder extends ProcessOfImport {
  readonly token: string;
  readonly dataset: string;
  readonly startedAt: string;
  /** Another one with each sign of life. */
  readonly beat: number;
}

export interface LeaseOptions {
  readonly wait: boolean;
  readonly silenceMs?: number;
  readonly beatEveryMs?: number;
}

/** The right to change data sets in the graph. One import has it at a time, whichever process it runs in. */
export class ImportLease {
  readonly #graph: Graph;
  readonly #token: string;
  readonly #beatEveryMs: number;
  #timer: NodeJS.Timeout | null = null;

  private constructor(graph: Graph, token: string, beatEveryMs: number) {
    this.#graph = graph;
    this.#token = token;
    this.#beatEveryMs = beatEveryMs;
    this.#beatLater();
  }

  /**
   * Gets the right, from a dead import too. Where another import lives, waits for its end if `wait` says so; else throws
   * `StoreError` CONFLICT, after as long as it takes to see that it lives.
   */
  static async acquire(
    graph: Graph,
    dataSet: string,
    { wait, silenceMs = SILENCE_MS, beatEveryMs = BEAT_EVERY_MS }: LeaseOptions,
  ): Promise<ImportLease> {
    const token = randomUUID();
    let seen = { token: '', beat: 0, since: 0 };
    for (;;) {
      const holder = await holderOf(graph);
      const sameSign = holder?.token === seen.token && holder.beat === seen.beat;
      const silentFor = sameSign ? performance.now() - seen.since : 0;
      if (holder === null || isDead(holder, graph.engine) || silentFor > silenceMs) {
        if (await take(graph, token, dataSet, holder)) return new ImportLease(graph, token, beatEveryMs);
        continue;
      }
      const showsLife = seen.token === holder.token && seen.beat !== holder.beat;
      if (!wait && (showsLife || isThisProcess(holder))) throw underWay(holder);
      if (!sameSign) seen = { token: holder.token, beat: holder.beat, since: performance.now() };
      await pause(beatEveryMs / 4);
    }
  }

  /** Part of every transaction of an import, so that one that was taken for dead cannot write beside its successor. */
  async hold(transaction: BookTransaction): Promise<void> {
    if ((await lockedHolder(transaction)) !== this.#token)
      throw new StoreError('CONFLICT', 'another import took over from this one, which seemed to be dead; import again');
  }

  async release(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#graph.write(async (transaction) => {
      if ((await lockedHolder(transaction)) === this.#token) await transaction.run('graph/end-import');
    });
  }

  #beatLater(): void {
    this.#timer = setTimeout(() => {
      this.#graph
        // Beside what the import writes, which may take longer than others wait for a sign.
        .write((transaction) => transaction.run('graph/beat-import', { token: this.#token }), { beside: true })
        // A store that is away now is noticed by the import itself.
        .catch(() => undefined)
        .finally(() => {
          if (this.#timer !== null) this.#beatLater();
        });
    }, this.#beatEveryMs).unref();
  }
}

async function holderOf(graph: Graph): Promise<Holder | null> {
  const [row] = await graph.ask('graph/import-under-way');
  return row === undefined ? null : (row as unknown as Holder);
}

/** The token of the import that has the right, and has it until the transaction ends. Null: none has. */
async function lockedHolder(transaction: BookTransaction): Promise<string | null> {
  await transaction.run('graph/lock-import');
  const [row] = await transaction.run('graph/import-under-way');
  return (row?.token as string | undefined) ?? null;
}

async function take(graph: Graph, token: string, dataset: string, from: Holder | null): Promise<boolean> {
  return graph.write(async (transaction) => {
    if ((await lockedHolder(transaction)) !== (from?.token ?? null)) return false;
    await transaction.run('graph/begin-import', { ...THIS_PROCESS, token, dataset, startedAt: new Date().toISOString() });
    return true;
  });
}

/** Whether its process is known to have ended: on an engine that lets in one process only, every other one has. */
function isDead(holder: Holder, engine: GraphEngine): boolean {
  return engine.exclusive ? !isThisProcess(holder) : hasEnded(holder);
}

function underWay({ dataset, host, pid, startedAt }: Holder): StoreError {
  return new StoreError(
    'CONFLICT',
    `an import of "${dataset}" is under way since ${startedAt} (process ${pid} on ${host}); wait for its end and import again. One that died is taken over after a minute at most`,
  );
}
