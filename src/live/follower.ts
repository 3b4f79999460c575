import { FellBehindError } from '../domain/errors.js';
import type { NotedRevision } from '../store/history/revisions.js';
import type { Told } from './told.js';

/** What somebody who follows the history is told of one thing in a revision. */
export interface Delivered<T> {
  readonly told: Told;
  readonly what: T;
  /** The number after which to go on, so that nothing is missed: that of the revision when all of it was told, else the one before. */
  readonly resumeAfter: number;
}

/** What of a revision somebody is told; nothing where it does not concern them. Is called for every revision, so it must be quick. */
export type Choose<T> = (told: Told) => readonly T[];

/** How many revisions of the past are read at once. */
const SOME = 20;

export interface FollowerOptions {
  /** How much may wait to be read. The last revision that came may go beyond it, since it is told whole. */
  readonly most: number;
  /** Reads the facts of revisions that came before the follower. Resolves late rather than not; null: there is no use in waiting. */
  readonly read: (revisions: readonly NotedRevision[]) => Promise<readonly Told[] | null>;
  readonly onEnd: () => void;
}

/**
 * Somebody who is told of revisions, in their order and each once: first those of the past that they missed, then those that
 * come. What comes waits in a queue with a bound. Who lets it fill up is told nothing more but where to go on, so that
 * nobody who is slow costs memory, or holds up others.
 */
export class Follower<T> implements AsyncIterableIterator<Delivered<T>> {
  readonly #choose: Choose<T>;
  readonly #options: FollowerOptions;
  /** Revisions of the past that are still to be read. */
  #past: NotedRevision[] = [];
  /** What was read of the past and is still to be told. */
  #read: Delivered<T>[] = [];
  #queue: Delivered<T>[] = [];
  #resumeAfter = 0;
  #fault: Error | null = null;
  #hasBegun = false;
  #ended = false;
  #wake: () => void = () => undefined;

  constructor(choose: Choose<T>, options: FollowerOptions) {
    this.#choose = choose;
    this.#options = options;
  }

  /** Begins after a revision: with those of the past up to `now`, then with what came since and comes. */
  begin(after: number, past: readonly NotedRevision[], now: number): void {
    this.#past = [...past];
    this.#queue = this.#queue.filter(({ told }) => told.revision.number > now);
    this.#resumeAfter = after;
    if (this.#fault !== null) this.#fault = new FellBehindError(after);
    this.#hasBegun = true;
  }

  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  /** Tells of a revision that has just come. */
  push(told: Told): void {
    if (this.#ended || this.#fault !== null) return;
    const chosen = this.#chosen(told);
    if (chosen.length === 0) return;
    if (this.#queue.length >= this.#options.most) {
      this.#queue = [];
      this.#past = [];
      this.#read = [];
      this.#fault = new FellBehindError(this.#resumeAfter);
      this.#options.onEnd();
    } else this.#queue.push(...chosen);
    this.#wake();
  }

  async next(): Promise<IteratorResult<Delivered<T>>> {
    for (;;) {
      if (this.#fault !== null) throw this.#thrown(this.#fault);
      if (this.#ended) return { done: true, value: undefined };
      const one = this.#read.shift() ?? (this.#past.length === 0 ? this.#queue.shift() : undefined);
      if (one !== undefined) {
        this.#resumeAfter = one.resumeAfter;
        return { done: false, value: one };
      }
      if (this.#past.length > 0) await this.#readPast();
      else
        await new Promise<void>((wake) => {
          this.#wake = wake;
        });
    }
  }

  /** Ends it, also while something is waited for. */
  async return(): Promise<IteratorResult<Delivered<T>>> {
    this.end();
    return { done: true, value: undefined };
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#queue = [];
    this.#past = [];
    this.#options.onEnd();
    this.#wake();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #readPast(): Promise<void> {
    const some = this.#past.slice(0, SOME);
    const told = await this.#options.read(some);
    if (told === null) return this.end();
    // It may have ended meanwhile.
    this.#past = this.#past.slice(SOME);
    this.#read = told.flatMap((one) => this.#chosen(one));
  }

  #chosen(told: Told): Delivered<T>[] {
    const { number } = told.revision;
    return this.#choose(told).map((what, index, all) => ({ told, what, resumeAfter: index === all.length - 1 ? number : number - 1 }));
  }

  /** A fault is told once; after it there is nothing. */
  #thrown(fault: Error): Error {
    this.#fault = null;
    this.#ended = true;
    return fault;
  }
}
