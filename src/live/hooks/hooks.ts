import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { BadInputError, StoreError } from '../../domain/errors.js';
import { ChangingFile } from '../../exchange/format/changing-file.js';
import type { Graph } from '../../graph/graph.js';
import { enclosedPlaces } from '../../store/enclosed-places.js';
import { changeHookMark, type HookMark, hookMarks } from '../../store/hooks/hook-marks.js';
import type { Feed } from '../feed.js';
import type { Follower } from '../follower.js';
import { advanced, Courier, type CourierOptions, type HookLog } from './courier.js';
import { type Hook, type HookEntries, readHookEntries } from './hook-entries.js';

/** How long a message that is under way may take when no other follows. */
const PATIENCE_MS = 5_000;
/** How often a process shows that it lives, and looks at the file and at what others hold, while a right to deliver lasts. */
const LOOKS = 3;
const NO_HOOKS: HookEntries = { version: '', hooks: [] };

export interface HooksOptions extends Omit<CourierOptions, 'graph' | 'settled' | 'log'> {
  /** A process that shows no sign of life for this long has no right to deliver any more. */
  readonly leaseMs: number;
  readonly log: HookLog;
  /** Where secrets are that the file only names. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Tells the hooks of a file of what changes. Of several processes on one graph, one has the right to deliver to a hook; the
 * others watch whether it lives, each by its own clock, and one of them takes over when it does not. A file that is gone or
 * wrong while the server runs stops all deliveries until it is mended: whom it meant to leave out is not known, and nothing is
 * lost meanwhile.
 */
export class Hooks {
  readonly #file: ChangingFile<HookEntries>;
  readonly #graph: Graph;
  readonly #feed: Feed;
  readonly #options: HooksOptions;
  readonly #me = randomUUID();
  readonly #running = new Map<string, { readonly courier: Courier; readonly over: Promise<void> }>();
  /** The last sign of life of those who hold a hook, and since when there has been no other. */
  readonly #signs = new Map<string, { readonly sign: string; readonly since: number }>();
  /** Hooks that have ended here by the file as it is; those of other machines may say something else. */
  readonly #ended = new Set<string>();
  #version: string | null = null;
  #follower: Follower<never> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #inTrouble = false;
  #isBroken = false;
  #stopped = false;

  private constructor(file: string, graph: Graph, feed: Feed, options: HooksOptions) {
    this.#file = new ChangingFile(file, (text) => readHookEntries(file, text, options.environment));
    this.#graph = graph;
    this.#feed = feed;
    this.#options = options;
  }

  /** Throws `BadInputError` for a file that cannot be read, or is wrong. Nothing is delivered before `start`. */
  static async open(file: string, graph: Graph, feed: Feed, options: HooksOptions): Promise<Hooks> {
    const hooks = new Hooks(file, graph, feed, options);
    try {
      await hooks.#file.now();
    } catch (error) {
      if (error instanceof BadInputError) throw error;
      throw new BadInputError(`HOOKS_FILE ${file} cannot be read: ${(error as Error).message}`, error);
    }
    return hooks;
  }

  /** To be called once the graph is prepared. */
  start(): void {
    if (!this.#stopped) this.#looking = this.#lookAndAgain();
  }

  /** Ends what is under way, and lets other processes take over at once. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    const stopAll = async () => {
      await Promise.all([...this.#running.values()].map(({ courier }) => courier.stop(PATIENCE_MS)));
    };
    // A look may wait for an import of another process, and nobody waits for that.
    await Promise.all([stopAll(), Promise.race([this.#looking, pause(PATIENCE_MS, undefined, { ref: false })])]);
    this.#follower?.end();
    await stopAll();
    await Promise.all([...this.#running.values()].map(({ over }) => over));
  }

  async #lookAndAgain(): Promise<void> {
    try {
      await this.#look();
      this.#inTrouble = false;
    } catch (error) {
      this.#tellOf(error);
    }
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#looking = this.#lookAndAgain();
    }, this.#options.leaseMs / LOOKS).unref();
  }

  async #look(): Promise<void> {
    const entries = await this.#entries();
    this.#keepTo(entries);
    if (entries.hooks.length === 0) {
      this.#follower?.end();
      this.#follower = null;
      return;
    }
    await this.#showLife();
    await this.#follow();
    await this.#takeUp(entries);
  }

  /** What the file says; no hooks where it cannot be read. */
  async #entries(): Promise<HookEntries> {
    try {
      const entries = await this.#file.now();
      this.#isBroken = false;
      return entries;
    } catch (error) {
      if (!this.#isBroken) this.#options.log.error({ err: error }, `no hook is told of anything until ${this.#file.path} is mended`);
      this.#isBroken = true;
      return NO_HOOKS;
    }
  }

  /** Goes on by what the file says now. */
  #keepTo({ version, hooks }: HookEntries): void {
    if (version === this.#version) return;
    this.#version = version;
    this.#ended.clear();
    for (const [name, { courier }] of this.#running) {
      const hook = hooks.find((one) => one.name === name);
      if (hook === undefined) void courier.stop(PATIENCE_MS);
      else courier.renew(hook, version);
    }
  }

  /** Is told when something has come. Nothing is chosen of it: each hook reads the history from where it is. */
  async #follow(): Promise<void> {
    this.#follower ??= await this.#feed.follow<never>(() => {
      for (const { courier } of this.#running.values()) courier.wake();
      return [];
    });
    if (this.#stopped) this.#follower.end();
  }

  async #showLife(): Promise<void> {
    if (this.#graph.engine.exclusive) return;
    await Promise.all(
      [...this.#running].map(async ([name, { courier }]) => {
        const noted = await changeHookMark(this.#graph, name, (now) => (now?.holder === this.#me ? { ...now, beat: now.beat + 1 } : null));
        // Another process took this one for dead.
        if (noted === null) void courier.stop(0);
      }),
    );
  }

  /** Begins to deliver to the hooks that nobody delivers to. */
  async #takeUp({ version, hooks }: HookEntries): Promise<void> {
    const settled = this.#feed.seen;
    const idle = hooks.filter(({ name }) => !this.#running.has(name) && !this.#ended.has(name));
    if (idle.length === 0 || settled === null) return;
    const marks = await hookMarks(
      this.#graph,
      idle.map(({ name }) => name),
    );
    for (const hook of idle) {
      const seen = marks.get(hook.name) ?? null;
      if (this.#stopped || (seen?.ended && seen.version === version) || !this.#isFree(hook.name, seen)) continue;
      const taken = await changeHookMark(this.#graph, hook.name, (now) =>
        now?.holder === seen?.holder && now?.beat === seen?.beat ? this.#taken(hook, now, version, settled) : null,
      );
      if (taken !== null) await this.#begin(hook, taken);
    }
  }

  /** Whether nobody delivers, or who did has shown no sign of life for long. Nobody else can be on an engine for one process. */
  #isFree(name: string, mark: HookMark | null): boolean {
    if (mark === null || mark.holder === null || mark.holder === this.#me || this.#graph.engine.exclusive) return true;
    const sign = `${mark.holder} ${mark.beat}`;
    const last = this.#signs.get(name);
    if (last?.sign === sign) return performance.now() - last.since > this.#options.leaseMs;
    this.#signs.set(name, { sign, since: performance.now() });
    return false;
  }

  /** A hook that is new begins with what comes from now on, unless the file says after which revision. */
  #taken(hook: Hook, now: HookMark | null, version: string, settled: number): HookMark {
    const fresh = { failures: 0, retryAt: null, version, ended: false };
    const held = { holder: this.#me, beat: (now?.beat ?? 0) + 1 };
    if (now === null) return { id: hook.name, revision: Math.min(hook.after ?? settled, settled), part: 0, ...fresh, ...held };
    return now.version === version ? { ...now, ...held } : { ...advanced(now, hook, settled), ...fresh, ...held };
  }

  async #begin(hook: Hook, mark: HookMark): Promise<void> {
    const { within } = hook.filter;
    if (within !== null && (await enclosedPlaces(this.#graph, [within])).length === 0)
      this.#options.log.warn({ hook: hook.name, within }, 'a hook is about a place that is not in the graph');
    const courier = new Courier(hook, mark, { ...this.#options, graph: this.#graph, settled: () => this.#feed.seen });
    this.#running.set(hook.name, { courier, over: this.#letGoAfter(hook.name, courier) });
  }

  async #letGoAfter(name: string, courier: Courier): Promise<void> {
    await courier.done;
    if (courier.mark.ended && courier.mark.version === this.#version) this.#ended.add(name);
    // Where the store is away, others find out that this one shows no sign of life.
    await changeHookMark(this.#graph, name, (now) => (now?.holder === this.#me ? { ...now, holder: null } : null)).catch(() => undefined);
    this.#running.delete(name);
  }

  /** What cannot be done now is done with the next look. Trouble that stays is told of once. */
  #tellOf(error: unknown): void {
    if (this.#inTrouble || this.#stopped) return;
    this.#inTrouble = true;
    if (error instanceof StoreError) this.#options.log.warn({ err: error }, 'hooks wait until the store answers');
    else this.#options.log.error({ err: error }, 'looking after hooks met a defect');
  }
}
