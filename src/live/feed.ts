import { BadInputError, StoreError } from '../domain/errors.js';
import type { Graph } from '../graph/graph.js';
import { type NotedRevision, revisionsBetween } from '../store/history/revisions.js';
import { revisionOf } from '../store/summary.js';
import { type Choose, Follower } from './follower.js';
import { toldOf } from './told.js';

/** How many revisions of the past somebody may have missed to be told of them. */
export const MOST_MISSED = 1_000;
/** How many revisions are read at once. */
const SOME = 50;

export interface FeedOptions {
  /** How often it is looked whether other processes changed the graph, and whether a store that was away is back. */
  readonly pollMs: number;
  /** How much may wait for one who follows. */
  readonly queue: number;
  readonly log: FeedLog;
}

/** Where is told why the history cannot be followed. */
export interface FeedLog {
  error(details: object, message: string): void;
  warn(details: object, message: string): void;
}

const SILENT: FeedLog = { error: () => undefined, warn: () => undefined };

/**
 * Tells whoever follows of every revision of the history after it was committed, those of other processes included: in the
 * order of the numbers, each once. One feed serves all followers of a process, and reads what a revision changed once for all
 * of them. While nobody follows it does nothing.
 *
 * Numbers may be missing. None can come late: an edit raises the number and commits while it holds a node that all edits and
 * imports wait at, so that whoever has that node sees every revision up to the number.
 */
export class Feed {
  readonly #graph: Graph;
  readonly #options: FeedOptions;
  readonly #followers = new Set<Follower<unknown>>();
  /** The last number that was told of; null: it is not known yet. */
  #seen: number | null = null;
  #looking: Promise<void> | null = null;
  /** Whether something was committed since the last look began. */
  #stale = false;
  #isAway = false;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(graph: Graph, options: Partial<FeedOptions> = {}) {
    this.#graph = graph;
    this.#options = { pollMs: 1_000, queue: 256, log: SILENT, ...options };
  }

  /** How many are told of what comes. */
  get followers(): number {
    return [...this.#followers].filter((follower) => follower.hasBegun).length;
  }

  /** The last revision that was told of, up to which everything can be read; null: it is not known, as long as nobody follows. */
  get seen(): number | null {
    return this.#seen;
  }

  /** To be called when an edit of this process has been committed: it is told at once. */
  committed(): void {
    if (this.#followers.size > 0) this.#look().catch((error) => this.#later(error));
  }

  /**
   * Follows the history from now on, or from after a revision. Throws `BadInputError` for a revision that there is not yet, or
   * after which too much came, and `StoreError`.
   */
  async follow<T>(choose: Choose<T>, after: number | null = null): Promise<Follower<T>> {
    const follower: Follower<T> = new Follower(choose, {
      most: this.#options.queue,
      read: (revisions) => this.#patiently(() => toldOf(this.#graph, revisions)),
      onEnd: () => this.#leave(follower as Follower<unknown>),
    });
    this.#followers.add(follower as Follower<unknown>);
    try {
      await this.#look();
      const now = this.#seen ?? 0;
      const past = after === null ? [] : await this.#since(after, now);
      follower.begin(after ?? now, past, now);
      this.#arm();
      return follower;
    } catch (error) {
      follower.end();
      throw error;
    }
  }

  /** Ends what is told to everybody. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const follower of this.#followers) follower.end();
  }

  async #since(after: number, now: number): Promise<NotedRevision[]> {
    if (after < 0 || after > now) throw new BadInputError(`after ${after} is no revision that the graph has had. Accepted is 0 to ${now}.`);
    const missed = await revisionsBetween(this.#graph, after, now, MOST_MISSED + 1);
    if (missed.length <= MOST_MISSED) return missed;
    throw new BadInputError(
      `more than ${MOST_MISSED} revisions came after ${after}; read them as revisions, and subscribe after the last that you read`,
    );
  }

  #leave(follower: Follower<unknown>): void {
    this.#followers.delete(follower);
    if (this.#followers.size > 0) return;
    clearTimeout(this.#timer);
    this.#seen = null;
  }

  /** Looks for what is new. Who asks while it is being looked gets what a look finds that begins after that. */
  async #look(): Promise<void> {
    this.#stale = true;
    this.#looking ??= this.#lookUntilFresh().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #lookUntilFresh(): Promise<void> {
    while (this.#stale && !this.#closed) {
      this.#stale = false;
      await this.#advance();
    }
    this.#isAway = false;
  }

  async #advance(): Promise<void> {
    let until = (await revisionOf(this.#graph)) ?? 0;
    if (until === this.#seen) return;
    if (!this.#graph.engine.exclusive) until = await this.#settled();
    // Nobody has been told of anything yet, or the graph is an older one that was restored.
    if (this.#seen === null || until < this.#seen) {
      this.#seen = until;
      return;
    }
    let seen = this.#seen;
    while (seen < until) {
      const some = await revisionsBetween(this.#graph, seen, until, SOME);
      const told = await toldOf(this.#graph, some);
      if (this.#followers.size === 0) return;
      for (const one of told) for (const follower of this.#followers) follower.push(one);
      seen = some.length < SOME ? until : (some.at(-1)?.number ?? until);
      this.#seen = seen;
    }
  }

  /**
   * The revision of a graph that others write, when all of it can be read. Neo4j lets others see parts of a transaction while
   * it is being committed; but its locks last until the end.
   */
  #settled(): Promise<number> {
    return this.#graph.write(async (transaction) => {
      await transaction.run('graph/lock-import');
      const [state] = await transaction.ask('graph/state');
      return (state?.revision as number | undefined) ?? 0;
    });
  }

  /** Sees to it that it is looked again, where changes can come from elsewhere. */
  #arm(always = false): void {
    if (this.#closed || this.#followers.size === 0 || (this.#graph.engine.exclusive && !always)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#look().then(
        () => this.#arm(),
        (error) => this.#later(error),
      );
    }, this.#options.pollMs).unref();
  }

  /** What could not be looked for now is looked for later. A store that stays away is told of once. */
  #later(error: unknown): void {
    if (error instanceof StoreError) {
      if (!this.#isAway) this.#options.log.warn({ err: error }, 'the history cannot be followed until the store answers');
      this.#isAway = true;
    } else this.#options.log.error({ err: error }, 'following the history met a defect');
    this.#arm(true);
  }

  /** Does something again and again until the store answers. Null: the feed was closed. */
  async #patiently<T>(work: () => Promise<T>): Promise<T | null> {
    while (!this.#closed) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        await new Promise((resolve) => setTimeout(resolve, this.#options.pollMs).unref());
      }
    }
    return null;
  }
}
