import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { StoreError } from '../../domain/errors.js';
import type { GraphEngine } from '../../graph/engine.js';
import type { BookTransaction, Graph } from '../../graph/graph.js';

/** An import that shows no sign of life for this long is taken for dead, wherever it runs. */
const SILENCE_MS = 60_000;
const LOOK_EVERY_MS = 500;
const BEAT_EVERY_MS = 10_000;
const BORN = Math.trunc(performance.timeOrigin);

interface Holder {
  readonly token: string;
  readonly dataset: string;
  readonly host: string;
  readonly pid: number;
  /** When the process began, since numbers of processes come again. */
  readonly born: number;
  readonly startedAt: string;
  readonly beat: number;
}

/** The right to change data sets in the graph. One import has it at a time, whichever process it runs in. */
export class ImportLease {
  readonly #graph: Graph;
  readonly #token: string;
  #timer: NodeJS.Timeout | null = null;

  private constructor(graph: Graph, token: string) {
    this.#graph = graph;
    this.#token = token;
    this.#beatLater();
  }

  /**
   * Gets the right, from a dead import too. Where another import lives, waits for its end if `wait` says so; else throws
   * `StoreError` CONFLICT, after as long as it takes to see that it lives.
   */
  static async acquire(graph: Graph, dataSet: string, { wait }: { readonly wait: boolean }): Promise<ImportLease> {
    const token = randomUUID();
    let seen = { token: '', beat: 0, since: 0 };
    for (;;) {
      const holder = await holderOf(graph);
      const sameSign = holder?.token === seen.token && holder.beat === seen.beat;
      const silentFor = sameSign ? performance.now() - seen.since : 0;
      if (holder === null || isDead(holder, graph.engine) || silentFor > SILENCE_MS) {
        if (await take(graph, token, dataSet, holder)) return new ImportLease(graph, token);
        continue;
      }
      const showsLife = seen.token === holder.token && seen.beat !== holder.beat;
      if (!wait && (showsLife || isHere(holder))) throw underWay(holder);
      if (!sameSign) seen = { token: holder.token, beat: holder.beat, since: performance.now() };
      await pause(LOOK_EVERY_MS);
    }
  }

  /** Part of every transaction of an import, so that one that was taken for dead cannot write beside its successor. */
  async hold(transaction: BookTransaction): Promise<void> {
    const kept = await transaction.run('graph/keep-import', { token: this.#token });
    if (kept.length === 0)
      throw new StoreError('CONFLICT', 'another import took over from this one, which seemed to be dead; import again');
  }

  async release(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#graph.write((transaction) => transaction.run('graph/end-import', { token: this.#token }));
  }

  #beatLater(): void {
    this.#timer = setTimeout(() => {
      this.#graph
        .write((transaction) => transaction.run('graph/keep-import', { token: this.#token }))
        // A store that is away now is noticed by the import itself.
        .catch(() => undefined)
        .finally(() => {
          if (this.#timer !== null) this.#beatLater();
        });
    }, BEAT_EVERY_MS).unref();
  }
}

async function holderOf(graph: Graph): Promise<Holder | null> {
  const [row] = await graph.ask('graph/import-under-way');
  return row === undefined ? null : (row as unknown as Holder);
}

async function take(graph: Graph, token: string, dataset: string, from: Holder | null): Promise<boolean> {
  return graph.write(async (transaction) => {
    await transaction.run('graph/lock');
    const [row] = await transaction.run('graph/import-under-way');
    if ((row?.token ?? null) !== (from?.token ?? null)) return false;
    const startedAt = new Date().toISOString();
    await transaction.run('graph/begin-import', { token, dataset, host: hostname(), pid: process.pid, born: BORN, startedAt });
    return true;
  });
}

const isHere = (holder: Holder) => holder.host === hostname();

/** Whether its process is known to have ended. */
function isDead(holder: Holder, engine: GraphEngine): boolean {
  if (isHere(holder) && holder.pid === process.pid) return holder.born !== BORN;
  if (engine.exclusive) return true;
  if (!isHere(holder)) return false;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function underWay({ dataset, host, pid, startedAt }: Holder): StoreError {
  return new StoreError(
    'CONFLICT',
    `an import of "${dataset}" is under way since ${startedAt} (process ${pid} on ${host}); wait for its end and import again. One that died is taken over by itself`,
  );
}
