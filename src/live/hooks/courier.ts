import { StoreError } from '../../domain/errors.js';
import type { Graph } from '../../graph/graph.js';
import { revisionsBetween } from '../../store/history/revisions.js';
import { changeHookMark, type HookMark } from '../../store/hooks/hook-marks.js';
import { toldOf } from '../told.js';
import type { Hook } from './hook-entries.js';
import { type Due, dueOf, messageOf } from './message.js';
import { type Retries, waitAfter } from './schedule.js';
import { type Outcome, send } from './send.js';

/** How many revisions are read at once. Only what a hook is to be told of them stays in memory. */
const SOME = 10;
/** A timer for longer fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export interface CourierOptions extends Retries {
  readonly graph: Graph;
  /** Up to which revision everything can be read; null: it is not known now. */
  readonly settled: () => number | null;
  /** How long an answer may take. */
  readonly timeoutMs: number;
  /** How long to wait for a store that is away. */
  readonly pollMs: number;
  readonly log: HookLog;
}

/** Where is told what became of messages. */
export interface HookLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/**
 * Delivers to one hook what it is to be told, in the order of the revisions and one message after the other. It reads the
 * history from where the hook has come to, which is noted in the graph after each message, and forgets what it read while it
 * waits to try again. So a hook that does not answer costs nothing, and whoever takes over goes on where this one was.
 */
export class Courier {
  /** Resolves when it delivers no more: it was stopped, the hook has ended, or another process has taken over. */
  readonly done: Promise<void>;
  readonly #options: CourierOptions;
  readonly #holder: string | null;
  #hook: Hook;
  /** How far the hook has come, which this process alone knows while it delivers. */
  #mark: HookMark;
  /** The last revision that the graph knows to be delivered. */
  #noted: number;
  #stopped = false;
  #inTrouble = false;
  /** Whether the graph may not know what this process does. */
  #isUnnoted = false;
  /** Whether it waits for a time that has to pass, and nothing that comes ends that. */
  #isTimed = false;
  #request: AbortController | null = null;
  #wake: () => void = () => undefined;

  constructor(hook: Hook, mark: HookMark, options: CourierOptions) {
    this.#hook = hook;
    this.#mark = mark;
    this.#noted = mark.revision;
    this.#holder = mark.holder;
    this.#options = options;
    this.done = this.#run();
  }

  /** What is noted of the hook, as this process knows it. */
  get mark(): HookMark {
    return this.#mark;
  }

  /** To be called when there may be something new. */
  wake(): void {
    if (!this.#isTimed) this.#wake();
  }

  /** Goes on by what another version of the file says, and tries at once what had failed. */
  renew(hook: Hook, version: string): void {
    this.#hook = hook;
    this.#mark = { ...advanced(this.#mark, hook, this.#options.settled()), version, failures: 0, retryAt: null, ended: false };
    this.#wake();
  }

  /** Begins no other message. One that is under way may end within some time, and is cut off then. */
  async stop(patienceMs: number): Promise<void> {
    this.#stopped = true;
    this.#wake();
    const timer = setTimeout(() => this.#request?.abort(), patienceMs);
    await this.done;
    clearTimeout(timer);
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        await this.#deliverSome();
        this.#inTrouble = false;
      } catch (error) {
        this.#tellOf(error);
        await this.#wait(this.#options.pollMs);
      }
    }
    // Whoever takes over tells nothing again that has arrived. Where the store is away, it may.
    if (this.#isUnnoted) await this.#note({}).catch(() => undefined);
  }

  /** Delivers what is due of the next revisions, or waits until something may be. */
  async #deliverSome(): Promise<void> {
    if (this.#isUnnoted) await this.#note({});
    const { revision: after, retryAt } = this.#mark;
    const early = retryAt === null ? 0 : Date.parse(retryAt) - Date.now();
    if (early > 0) return this.#wait(early);
    const until = this.#options.settled();
    if (until === null || until <= after) return this.#wait();
    const hook = this.#hook;
    const revisions = await revisionsBetween(this.#options.graph, after, until, SOME);
    const told = await toldOf(this.#options.graph, revisions);
    const plan = told.map((one) => ({ number: one.revision.number, due: dueOf(one, hook.filter) }));
    for (const { number, due } of plan) if (!(await this.#deliverAll(hook, number, due))) return;
    const last = revisions.length < SOME ? until : (revisions.at(-1)?.number ?? until);
    // What failed before may be due no more, as by another filter.
    if (last > this.#noted && hook === this.#hook) await this.#note({ revision: last, part: 0, failures: 0, retryAt: null });
  }

  /** Whether everything of a revision has been delivered. */
  async #deliverAll(hook: Hook, number: number, due: readonly Due[]): Promise<boolean> {
    for (const one of due.filter(({ position }) => position >= this.#mark.part)) {
      if (this.#stopped || hook !== this.#hook) return false;
      const outcome = await this.#send(hook, one);
      if (outcome === null) return false;
      if (outcome.what !== 'delivered') {
        await this.#failed(outcome, number);
        return false;
      }
      this.#options.log.info({ hook: hook.name, revision: number, status: outcome.status }, 'a hook was told');
      // Another version of the file may have moved it on meanwhile.
      if (hook !== this.#hook && this.#mark.revision >= number) return false;
      const reached = one === due.at(-1) ? { revision: number, part: 0 } : { part: one.position + 1 };
      if (!(await this.#note({ ...reached, failures: 0, retryAt: null }))) return false;
    }
    if (hook !== this.#hook) return false;
    // A revision that does not concern the hook is noted with what comes after it.
    this.#mark = { ...this.#mark, revision: number, part: 0 };
    return true;
  }

  /** Null: it was cut off, or what failed is of no account since the file is another one by now. */
  async #send(hook: Hook, due: Due): Promise<Outcome | null> {
    const message = await messageOf(this.#options.graph, due);
    if (this.#stopped) return null;
    this.#request = new AbortController();
    const outcome = await send(hook, message, this.#options.timeoutMs, this.#request);
    this.#request = null;
    if (outcome.what !== 'delivered' && hook !== this.#hook) return null;
    return this.#stopped && outcome.what === 'failed' ? null : outcome;
  }

  async #failed(outcome: Exclude<Outcome, { what: 'delivered' }>, revision: number): Promise<void> {
    const failures = this.#mark.failures + 1;
    const about = { hook: this.#hook.name, revision, status: outcome.status, attempt: failures };
    const wait = outcome.what === 'gone' ? null : waitAfter(failures, this.#options, { askedMs: outcome.askedMs });
    if (wait === null) {
      const why = outcome.what === 'gone' ? 'its receiver wants no more (410)' : 'it was tried often enough in vain';
      this.#options.log.error(about, `a hook has ended until the file of hooks changes: ${why}`);
      this.#stopped = true;
      await this.#note({ failures, retryAt: null, ended: true, holder: null });
      return;
    }
    const retryAt = new Date(Date.now() + wait).toISOString();
    const reason = outcome.what === 'failed' ? outcome.reason : null;
    this.#options.log.warn({ ...about, reason, retryAt }, 'a hook was not told, and is tried again');
    await this.#note({ failures, retryAt });
  }

  /** Notes how far the hook has come; not where another process has taken over, and then this one stops. */
  async #note(change: Partial<HookMark>): Promise<boolean> {
    this.#mark = { ...this.#mark, ...change };
    this.#isUnnoted = true;
    const mark = this.#mark;
    const noted = await changeHookMark(this.#options.graph, this.#hook.name, (now) =>
      now?.holder === this.#holder ? { ...mark, beat: now.beat } : null,
    );
    this.#isUnnoted = false;
    if (noted === null) this.#stopped = true;
    else this.#noted = noted.revision;
    return noted !== null;
  }

  /** What cannot be done now is done later. Trouble that stays is told of once. */
  #tellOf(error: unknown): void {
    if (this.#inTrouble) return;
    this.#inTrouble = true;
    const about = { hook: this.#hook.name, err: error };
    if (error instanceof StoreError) this.#options.log.warn(about, 'a hook waits until the store answers');
    else this.#options.log.error(about, 'delivering to a hook met a defect');
  }

  /** Waits until it is woken, or for a time at most. */
  async #wait(ms: number | null = null): Promise<void> {
    if (this.#stopped) return;
    let timer: NodeJS.Timeout | undefined;
    this.#isTimed = ms !== null;
    await new Promise<void>((wake) => {
      this.#wake = wake;
      if (ms !== null) timer = setTimeout(wake, Math.min(ms, LONGEST_TIMER_MS)).unref();
    });
    this.#isTimed = false;
    clearTimeout(timer);
  }
}

/** What is noted of a hook, moved on to the revision after which it is to be told. Never back, nor to what has not come yet. */
export function advanced<M extends Pick<HookMark, 'revision' | 'part'>>(
  mark: M,
  { after }: Pick<Hook, 'after'>,
  settled: number | null,
): M {
  const revision = Math.min(after ?? mark.revision, settled ?? mark.revision);
  return revision > mark.revision ? { ...mark, revision, part: 0 } : mark;
}
