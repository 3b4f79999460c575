import { group } from 'd3-array';
import { DefectError } from '../../domain/errors.js';
import type { NodeLabel } from '../../domain/ontology.js';
import type { BookTransaction } from '../../graph/graph.js';
import type { Ref, Unit } from '../../graph/unit.js';
import { type HeldUnit, readDetailsOf, readThingsById } from '../unit/read-units.js';
import { hashOf } from '../unit/unit-hash.js';
import type { ChangedUnit } from '../unit/write-units.js';
import { type Change, type Imported, MOST_TOLD, saveRevision } from './revisions.js';

/** How the history tells of an import. */
export interface ImportNotes {
  /** Who imports, and in which role. */
  readonly actor: string;
  readonly role: string;
  readonly operation: 'import' | 'remove';
  /** Name and version of the program. */
  readonly tool: string;
  /** Ids of what it rests on: the import as a source, which tells the files. */
  readonly sources: readonly string[];
  /** What a unit says, as a record. */
  readonly recordOf: (unit: Unit) => { readonly type: string; readonly record: object };
}

/**
 * What one transaction of an import changes, noted in that same transaction as a revision of its own. What it changes and
 * removes has its record before; of what it creates in bulk each thing only bears the number of the revision.
 */
export class TransactionNotes {
  readonly #transaction: BookTransaction;
  readonly #dataSet: string;
  readonly #notes: ImportNotes;
  readonly #number: number;
  readonly #changes: Change[] = [];
  readonly #counts = { created: 0, changed: 0, removed: 0 };
  /** The marks of what is written anew and says the same. */
  readonly #kept = new Map<Unit, number | null>();
  #isBulk = false;

  constructor(transaction: BookTransaction, dataSet: string, notes: ImportNotes, number: number) {
    this.#transaction = transaction;
    this.#dataSet = dataSet;
    this.#notes = notes;
    this.#number = number;
  }

  /** To be called with all that is going to be written, before any of it is. */
  expect(changed: readonly ChangedUnit[]): void {
    this.#isBulk = changed.filter(isNew).length > MOST_TOLD;
  }

  /** What a unit is to be marked with, once it is known what was there before. */
  knownSince(one: ChangedUnit): number | null {
    if (isNew(one)) return this.#isBulk ? this.#number : null;
    return this.#kept.get(one.unit) ?? null;
  }

  /** Reads what units are about to take the place of. */
  async willWrite(changed: readonly ChangedUnit[]): Promise<void> {
    const there = changed.filter((one) => !isNew(one));
    const owned = there.flatMap(({ unit }) => (unit.owns ? [unit.of] : []));
    const added = there.flatMap(({ unit }) => (unit.owns ? [] : [unit.of.id]));
    const before = new Map<string, HeldUnit>();
    for (const held of await this.#owned(owned)) before.set(held.unit.of.id, held);
    const beforeAdded = new Map((await this.#added(added)).filter(this.#isOwn).map((held) => [held.unit.of.id, held]));
    for (const one of changed) {
      const held = (one.unit.owns ? before : beforeAdded).get(one.unit.of.id);
      if (held === undefined) {
        this.#counts.created += 1;
        if (!this.#isBulk) this.#changes.push(this.#change(null, one.unit));
        continue;
      }
      const change = this.#change(held, one.unit);
      // What was cut off, or lost its hash, is written again and need not say anything else.
      const isSame = change.before === change.after || hashOf(held.unit) === one.hash;
      if (isSame && this.#isOwn(held)) this.#kept.set(one.unit, held.knownSince);
      else {
        this.#counts.changed += 1;
        this.#changes.push(change);
      }
    }
  }

  /** Reads what is about to be removed: things with what all data sets add to them, and what this one adds to things of others. */
  async willRemove({ things, added }: { readonly things: readonly Ref[]; readonly added: readonly string[] }): Promise<void> {
    const owned = await this.#owned(things);
    const ofThings = await this.#added(things.map(({ id }) => id));
    const own = (await this.#added(added)).filter(this.#isOwn);
    for (const held of [...own, ...ofThings, ...owned]) this.#changes.push(this.#change(held, null));
    this.#counts.removed += things.length + own.length;
  }

  /** Notes the revision, where anything changed. `number`: the one that the graph has got. */
  async save(number: number, at: string, fingerprint: string): Promise<void> {
    if (number !== this.#number) throw new DefectError(`this import makes revision ${this.#number}, but the graph has come to ${number}`);
    if (Object.values(this.#counts).every((count) => count === 0)) return;
    const { actor, role, operation, sources, tool } = this.#notes;
    const imported: Imported = { dataSet: this.#dataSet, tool, fingerprint, ...this.#counts };
    const by = { actor, role, operation, sources, reason: null, overrides: null, undoes: null };
    const revision = { number, at, ...by, subject: this.#dataSet, imported: JSON.stringify(imported) };
    await saveRevision(this.#transaction, revision, this.#changes, null);
  }

  readonly #isOwn = ({ dataSet }: HeldUnit) => dataSet === this.#dataSet;

  async #owned(things: readonly Ref[]): Promise<HeldUnit[]> {
    const held: HeldUnit[] = [];
    for (const [label, ofLabel] of group(things, (one): NodeLabel => one.label)) {
      const ids = ofLabel.map(({ id }) => id);
      for await (const one of readThingsById(this.#transaction, label, ids)) held.push(one);
    }
    return held;
  }

  async #added(ids: readonly string[]): Promise<HeldUnit[]> {
    const held: HeldUnit[] = [];
    for await (const one of readDetailsOf(this.#transaction, ids)) held.push(one);
    return held;
  }

  #change(before: HeldUnit | null, after: Unit | null): Change {
    const { recordOf } = this.#notes;
    const [was, is] = [before && recordOf(before.unit), after && recordOf(after)];
    return {
      of: (after ?? before?.unit)?.of.id ?? '',
      type: (is ?? was)?.type ?? '',
      before: was && JSON.stringify(was.record),
      beforeBy: before?.dataSet ?? null,
      after: is && JSON.stringify(is.record),
      afterBy: is && this.#dataSet,
      since: before?.knownSince ?? null,
    };
  }
}

function isNew({ heldBy }: ChangedUnit): boolean {
  return heldBy === null;
}
