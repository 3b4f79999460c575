import type { WriteOptions } from '../../graph/engine.js';
import type { BookTransaction, Graph } from '../../graph/graph.js';
import type { Ref, Unit, UnitRelationship } from '../../graph/unit.js';
import { RetiredByHand } from '../curation/curated.js';
import { type ImportNotes, TransactionNotes } from '../history/import-notes.js';
import { revisionOf } from '../summary.js';
import { giveWay, leaveTombstones } from '../tombstone/left-behind.js';
import { type ChangedUnit, detailId, writeUnits } from '../unit/write-units.js';
import { type Change, ChangeCounts } from './changes.js';
import { compareUnits, thereAlready } from './compare-units.js';
import { holdsVersion, mustStandOn } from './data-sets.js';
import { ImportLease } from './import-lease.js';
import { LateRelationships, writeLate } from './late-relationships.js';
import { type Removal, removeSome } from './removal.js';
import { findStale, type StaleThings } from './stale-things.js';
import { WritesInOrder } from './writes-in-order.js';

/** A version of a data set. */
export interface DataSetVersion {
  readonly id: string;
  /** Equal for equal units, on equal ground. */
  readonly fingerprint: string;
  /** What tells the versions of the data sets that it stands on (`groundOf`); null: it stands on none. */
  readonly ground?: string | null;
  /** How much it is, where these units are not all of it. */
  readonly size?: { readonly nodes: number; readonly relationships: number };
  /** What a unit refers to comes before it where it can. */
  readonly units: Iterable<Unit> | AsyncIterable<Unit>;
}

export interface ReplaceOptions {
  /** Whether to wait for the end of another import; else it is refused with CONFLICT. */
  readonly wait?: boolean;
  /** Whether things of other data sets may become things of this one. */
  readonly takesOver?: boolean;
  /** Whether what this version does not have stays. */
  readonly keepsRest?: boolean;
  /** Finds out what would change and writes nothing. */
  readonly dryRun?: boolean;
  readonly onProgress?: (units: number) => void;
  readonly onChange?: (change: Change) => void;
  /** Whether more of this version is to come: until then it is marked like one that was cut off. */
  readonly isPart?: boolean;
  /** Takes what leads to data sets that come only afterwards; without it, nothing may, and all that it stands on is there. */
  readonly late?: LateRelationships;
  /** How the history tells of it. Without, it does not: for what is put back with a history of its own. */
  readonly notes?: ImportNotes;
  /** The revisions with which units are marked that have such a history: by the id of the thing, or of what is added to it. */
  readonly marks?: ReadonlyMap<string, number>;
  /** How many nodes and relationships a transaction holds, about. */
  readonly rowsPerTransaction?: number;
}

/** How many units are compared at once; fewer where transactions are to be small, since they end between looks. */
const UNITS_PER_LOOK = 1_000;
const ROWS_PER_UNIT = 4;
/** What fits the heap of a small Neo4j; more than most changes have, so that these are one transaction. */
const ROWS_PER_TRANSACTION = 50_000;
/** What goes with a thing that is removed, about: its parts and relationships, and the tombstone that comes. */
const ROWS_PER_REMOVED = 10;

/**
 * Puts a version of a data set into the graph in place of the one before: what changed is written, what is gone is
 * removed but for a tombstone of its id, and what others added stays. Every unit is written as a whole. A change of
 * moderate size is one transaction; a larger one is several, and when it is cut off, doing it again completes it.
 * Writes nothing when the graph holds all of it already. Throws `StoreError`, and `GroundChangedError` before anything is
 * written.
 */
export async function replaceDataSet(graph: Graph, version: DataSetVersion, options: ReplaceOptions = {}): Promise<ChangeCounts> {
  if (await holdsVersion(graph, version)) return new ChangeCounts();
  if (options.dryRun === true) return new Replacement(graph, version, options, null).compare();
  const lease = await ImportLease.acquire(graph, version.id, { wait: options.wait === true });
  try {
    // Another process may have loaded the same while this one waited for its turn.
    if (await holdsVersion(graph, version)) return new ChangeCounts();
    if (version.ground != null && options.late === undefined) await mustStandOn(graph, version.id, version.ground);
    return await new Replacement(graph, version, options, lease).run();
  } finally {
    await lease.release();
  }
}

class Replacement {
  readonly #graph: Graph;
  readonly #version: DataSetVersion;
  readonly #options: ReplaceOptions;
  readonly #lease: ImportLease | null;
  readonly #counts = new ChangeCounts();
  /** What this version has. */
  readonly #things = new Set<string>();
  readonly #details = new Set<string>();
  #size = { nodes: 0, relationships: 0 };
  #pending: ChangedUnit[] = [];
  #pendingRows = 0;
  #changesFacts = false;
  /** The revision that its last transaction so far makes. Nobody else makes any while it has the right to change data sets. */
  #revision = 0;
  /** Read once: whoever retires by hand waits for the end of an import. */
  #retired: RetiredByHand | null = null;
  readonly #writes: WritesInOrder;
  readonly #late: LateRelationships;

  constructor(graph: Graph, version: DataSetVersion, options: ReplaceOptions, lease: ImportLease | null) {
    this.#graph = graph;
    this.#version = version;
    this.#options = options;
    this.#lease = lease;
    this.#writes = new WritesInOrder(graph.engine.writesAtOnce);
    this.#late = options.late ?? new LateRelationships();
  }

  async compare(): Promise<ChangeCounts> {
    for await (const units of this.#looks()) for (const one of await this.#changed(units)) this.#tell(one);
    const { things, details } = await this.#stale();
    for (const [label, ids] of things) {
      for (const id of ids) this.#report({ kind: 'removed', of: { label, id }, isDetail: false });
    }
    for (const { of } of details) this.#report({ kind: 'removed', of, isDetail: true });
    return this.#counts;
  }

  async run(): Promise<ChangeCounts> {
    try {
      return await this.#replace();
    } finally {
      await this.#writes.settled();
    }
  }

  async #replace(): Promise<ChangeCounts> {
    const most = this.#options.rowsPerTransaction ?? ROWS_PER_TRANSACTION;
    this.#revision = (await revisionOf(this.#graph)) ?? 0;
    for await (const units of this.#looks()) {
      // Between looks all that was seen is written or pending.
      if (this.#pendingRows >= most) await this.#flush();
      for (const one of await this.#changed(units)) {
        this.#pending.push(one);
        this.#pendingRows += one.unit.rows;
      }
    }
    await this.#writes.done();
    const stale = await this.#stale();
    const late = await this.#latePending();
    const ready = await this.#late.ready(this.#graph, new Set(this.#pending.flatMap(({ unit }) => unit.nodes.map(({ id }) => id))));
    if (this.#options.late === undefined) this.#late.mustBeAmong(ready);
    this.#changesFacts ||= this.#pending.length + ready.length + stale.things.size + stale.details.length > 0;
    const room = Math.floor(Math.max(0, most - this.#pendingRows) / ROWS_PER_REMOVED);
    let left = await this.#remove({ ...stale, free: [] }, room, {
      first: async (transaction, notes) => {
        await giveWay(transaction, this.#pending);
        await this.#write(transaction, this.#pending, late, notes);
        await writeLate(transaction, ready);
      },
      told: () => {
        this.#late.remove(ready);
        for (const one of this.#pending) this.#tell(one);
      },
    });
    while (left !== null) left = await this.#remove(left, Math.ceil(most / ROWS_PER_REMOVED));
    return this.#counts;
  }

  /** Removes some of what is to be removed, in one transaction with what comes first. Gives what is left of it. */
  async #remove(
    removal: Removal,
    most: number,
    {
      first = async () => undefined,
      told = () => undefined,
    }: { first?: (transaction: BookTransaction, notes: TransactionNotes | null) => Promise<void>; told?: () => void } = {},
  ): Promise<Removal | null> {
    return this.#transaction(async (transaction, { hold, now, notes }) => {
      await hold();
      await first(transaction, notes);
      const { details, things, kept, left } = await removeSome(transaction, this.#version.id, removal, most, async (going) =>
        notes?.willRemove(going),
      );
      await leaveTombstones(transaction, this.#version.id, things, now);
      const done = () => {
        told();
        for (const of of things) this.#report({ kind: 'removed', of, isDetail: false });
        for (const { by, ...of } of kept) this.#report({ kind: 'kept', of, isDetail: false, reason: `"${by}" refers to it` });
        for (const { of } of details) this.#report({ kind: 'removed', of, isDetail: true });
        return left;
      };
      return { isLast: left === null, done };
    });
  }

  /** The units, some at a time, as they come. */
  async *#looks(): AsyncGenerator<Unit[]> {
    const most = Math.min(UNITS_PER_LOOK, Math.ceil((this.#options.rowsPerTransaction ?? ROWS_PER_TRANSACTION) / ROWS_PER_UNIT));
    let units: Unit[] = [];
    let done = 0;
    for await (const unit of this.#version.units) {
      units.push(unit);
      this.#size = {
        nodes: this.#size.nodes + unit.nodes.length,
        relationships: this.#size.relationships + unit.relationships.length,
      };
      if (units.length < most) continue;
      yield units;
      done += units.length;
      this.#options.onProgress?.(done);
      units = [];
    }
    if (units.length > 0) yield units;
    this.#options.onProgress?.(done + units.length);
  }

  /** Those of a look that are to be written. Only from here on they are among what is there, or comes with what is pending. */
  async #changed(units: readonly Unit[]): Promise<readonly ChangedUnit[]> {
    this.#retired ??= await RetiredByHand.in(this.#graph);
    const { takesOver = false } = this.#options;
    const { changed, kept } = await compareUnits(this.#graph, this.#version.id, units, { takesOver, retired: this.#retired });
    const stays = new Set(kept.map(({ unit }) => unit.of.id));
    for (const unit of units) {
      if (stays.has(unit.of.id)) continue;
      if (unit.owns) this.#things.add(unit.of.id);
      else this.#details.add(detailId(this.#version.id, unit.of.id));
    }
    for (const { unit, reason } of kept) this.#report({ kind: 'kept', of: unit.of, isDetail: !unit.owns, reason });
    return changed;
  }

  async #stale(): Promise<StaleThings> {
    if (this.#options.keepsRest === true) return { things: new Map(), details: [] };
    return findStale(this.#graph, this.#version.id, { things: this.#things, details: this.#details });
  }

  /** Begins to write what is pending. */
  async #flush(): Promise<void> {
    const late = await this.#latePending();
    const pending = this.#pending;
    this.#pending = [];
    this.#pendingRows = 0;
    this.#changesFacts = true;
    await this.#writes.begin((turn) =>
      this.#transaction(
        async (transaction, { hold, notes }) => {
          await this.#write(transaction, pending, late, notes, async () => {
            await turn;
            await hold();
            await giveWay(transaction, pending);
          });
          const done = () => {
            for (const one of pending) this.#tell(one);
          };
          return { isLast: false, done };
        },
        { beside: true },
      ),
    );
  }

  async #write(
    transaction: BookTransaction,
    changed: readonly ChangedUnit[],
    late: ReadonlySet<UnitRelationship>,
    notes: TransactionNotes | null,
    turn: () => Promise<void> = async () => undefined,
  ): Promise<void> {
    const { id } = this.#version;
    const { marks } = this.#options;
    notes?.expect(changed);
    await writeUnits(transaction, id, changed, late, {
      turn: async () => {
        await turn();
        await notes?.willWrite(changed);
      },
      knownSince: (one) => notes?.knownSince(one) ?? marks?.get(one.unit.owns ? one.unit.of.id : detailId(id, one.unit.of.id)) ?? null,
    });
  }

  /** Of the pending relationships those with an end that is not there yet; they are kept for later. */
  async #latePending(): Promise<Set<UnitRelationship>> {
    const own = new Set(this.#pending.flatMap(({ unit }) => unit.nodes.map(({ id }) => id)));
    const isOwn = ({ id }: Ref) => own.has(id) || this.#things.has(id);
    const elsewhere = this.#pending.flatMap(({ unit }) =>
      unit.relationships.flatMap(({ from, to }) => [from, to].filter((end) => !isOwn(end))),
    );
    const there = await thereAlready(this.#graph, elsewhere);
    const isThere = (end: Ref) => isOwn(end) || there.has(end.id);
    const late = new Set<UnitRelationship>();
    for (const changed of this.#pending) {
      const relationships = changed.unit.relationships.filter(({ from, to }) => !isThere(from) || !isThere(to));
      if (relationships.length === 0) continue;
      this.#late.add({ dataSet: this.#version.id, changed, relationships });
      for (const one of relationships) late.add(one);
    }
    return late;
  }

  /**
   * One transaction of this import. `work` says when it begins to touch what others may touch too (`hold`), and tells
   * whether it is the last. What it gives as `done` is done once it is committed.
   */
  async #transaction<T>(
    work: (
      transaction: BookTransaction,
      during: { hold(): Promise<void>; readonly now: string; readonly notes: TransactionNotes | null },
    ) => Promise<{ readonly isLast: boolean; readonly done: () => T }>,
    options: WriteOptions = {},
  ): Promise<T> {
    const size = this.#version.size ?? this.#size;
    if (this.#changesFacts) this.#revision += 1;
    const revision = this.#revision;
    const after = await this.#graph.write(async (transaction) => {
      const now = new Date().toISOString();
      const { id, fingerprint, ground = null } = this.#version;
      const notes = this.#options.notes === undefined ? null : new TransactionNotes(transaction, id, this.#options.notes, revision);
      const { isLast, done } = await work(transaction, { hold: async () => this.#lease?.hold(transaction), now, notes });
      const complete = isLast && this.#options.isPart !== true;
      await transaction.run('graph/save-data-set', { id, fingerprint, ground, complete, loadedAt: now, ...size });
      if (this.#changesFacts) {
        const [raised] = await transaction.run('graph/raise-revision', { changedAt: now });
        await notes?.save(raised?.revision as number, now, fingerprint);
      }
      return done;
    }, options);
    return after();
  }

  #tell({ unit, heldBy }: ChangedUnit): void {
    this.#report({ kind: heldBy === null ? 'created' : 'changed', of: unit.of, isDetail: !unit.owns });
  }

  #report(change: Change): void {
    this.#counts.add(change);
    this.#options.onChange?.(change);
  }
}
