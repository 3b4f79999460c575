import { keyOfId } from '../../domain/ontology.js';
import type { RecordType, RetiredRecord } from '../format/records.js';
import { type Path, SINGULAR } from './references.js';

/** What is known of an id that is retired. */
export interface Retired {
  /** The id that took its place; null: none did. */
  readonly successor: string | null;
  readonly reason: string;
}

export function idOfRetired({ kind, key }: Pick<RetiredRecord, 'kind' | 'key'>): string {
  return `${kind}:${key}`;
}

export function successorOf({ kind, successor }: RetiredRecord): string | null {
  return successor === undefined ? null : `${kind}:${successor}`;
}

/** The type of the records that a retired key was of. */
export function typeOfRetired({ kind }: Pick<RetiredRecord, 'kind'>): RecordType {
  return `${kind}s`;
}

/** The id of a record of a type that has keys of its own. */
export function idOfRecord(type: RecordType, key: string): string {
  return `${SINGULAR[type]}:${key}`;
}

/** Ids that are retired, and what took their places. */
export class Retirements {
  readonly #retired: Map<string, Retired>;
  /** Where ids are looked up that are not among these. */
  readonly #beyond: Retirements | null;

  constructor(retired = new Map<string, Retired>(), beyond: Retirements | null = null) {
    this.#retired = retired;
    this.#beyond = beyond;
  }

  static of(records: Iterable<RetiredRecord>): Retirements {
    const retirements = new Retirements();
    for (const record of records) retirements.add(record);
    return retirements;
  }

  add(record: RetiredRecord): void {
    this.#retired.set(idOfRetired(record), { successor: successorOf(record), reason: record.reason });
  }

  delete(record: RetiredRecord): void {
    this.#retired.delete(idOfRetired(record));
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  get(id: string): Retired | undefined {
    return this.#retired.get(id) ?? this.#beyond?.get(id);
  }

  /** The ids that are retired. */
  *ids(): Generator<string> {
    yield* this.#retired.keys();
    if (this.#beyond !== null) yield* this.#beyond.ids();
  }

  /** These, and others of ids that are not among them. */
  and(others: Retirements): Retirements {
    return new Retirements(this.#retired, others);
  }

  /** Whether the successors of an id lead back to it. */
  isInCircle(id: string): boolean {
    const seen = new Set<string>();
    for (let at = this.#next(id); at !== null && !seen.has(at); at = this.#next(at)) {
      if (at === id) return true;
      seen.add(at);
    }
    return false;
  }

  /** The id that is not retired and to which the successors of one lead; null: they lead to none. */
  end(id: string): string | null {
    const seen = new Set<string>();
    let at: string | null = id;
    while (at !== null && this.has(at)) {
      if (seen.has(at)) return null;
      seen.add(at);
      at = this.#next(at);
    }
    return at;
  }

  #next(id: string): string | null {
    return this.get(id)?.successor ?? null;
  }
}

/** What is wrong with a record of a retired key, beside its citations. */
export function* retirementFaults(
  record: RetiredRecord,
  has: (type: RecordType, key: string) => boolean,
  retirements: Retirements,
): Generator<[Path, string]> {
  const { kind, key, successor } = record;
  const type = typeOfRetired(record);
  if (has(type, key)) yield [['key'], `the ${kind} "${key}" is there, so it is not retired`];
  if (successor === undefined) return;
  if (!has(type, successor) && !retirements.has(`${kind}:${successor}`)) {
    yield [['successor'], `there is no ${kind} "${successor}", and none that is retired`];
  } else if (retirements.isInCircle(idOfRetired(record))) {
    yield [['successor'], `what took the place of the ${kind} "${key}" leads back to it`];
  }
}

/** Why there is no record of a key, and what to write instead, where the key is retired; else null. */
export function goneBy(type: RecordType, key: string, retirements: Retirements): { reason: string; remedy: string } | null {
  const id = idOfRecord(type, key);
  const retired = retirements.get(id);
  if (retired === undefined) return null;
  const end = retirements.end(id);
  if (end === null)
    return { reason: `the ${SINGULAR[type]} "${key}" is retired: ${retired.reason}`, remedy: 'leave it out; nothing took its place' };
  const successor = keyOfId(end);
  return { reason: `the ${SINGULAR[type]} "${key}" was merged into "${successor}"`, remedy: `write "${successor}"` };
}
