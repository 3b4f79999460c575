import { group } from 'd3-array';
import { keyOfId, labelOf } from '../domain/ontology.js';
import { SINGULAR } from '../exchange/dataset/references.js';
import { idOfRecord, idOfRetired } from '../exchange/dataset/retirements.js';
import { RECORD_TYPE_OF, type ThingLabel, type TypedRecord, toRecord } from '../exchange/dataset/to-records.js';
import type { DataSet, RecordType } from '../exchange/format/records.js';
import type { Asking } from '../graph/graph.js';
import type { Unit } from '../graph/unit.js';
import { CURATION } from '../store/curation/curated.js';
import { tombstoneId } from '../store/tombstone/tombstone-unit.js';
import { tombstonesOf } from '../store/tombstone/tombstones.js';
import { readDetailsOf, readThingsById } from '../store/unit/read-units.js';
import { detailId } from '../store/unit/write-units.js';
import { refuse } from './faults.js';

/** A record as the graph has it. */
export interface HeldRecord {
  readonly record: TypedRecord;
  readonly unit: Unit;
  /** The data set whose record it is. */
  readonly dataSet: string;
  /** The revision that brought it, where that noted no change of it. */
  readonly knownSince: number | null;
}

/** What is to become of a thing. */
export interface Proposal {
  /** Null: it is to go. */
  readonly record: TypedRecord | null;
  /** The data set whose it will be. */
  readonly by: string;
}

/** The id under which a record is kept: that of its thing, or of what a data set adds to the thing of another one. */
function idOfTyped({ type, record }: TypedRecord, by: string): string {
  if (type === 'placeDetails') return detailId(by, idOfRecord('places', record.key));
  if (type === 'agreementDetails') return detailId(by, idOfRecord('agreements', record.key));
  return type === 'retired' ? tombstoneId(idOfRetired(record)) : idOfRecord(type, record.key);
}

/** The thing that a detail adds to, by the id of the detail; null for what is no such id. */
function thingOfDetail(id: string): string | null {
  return /^detail:[^/]+\/(.+)$/.exec(id)?.[1] ?? null;
}

/** What an edit reads, and what it is going to write: records as they are, and as they will be. */
export class Desk {
  readonly asking: Asking;
  /** Each is read once, however many ask for it at the same time. */
  readonly #held = new Map<string, Promise<HeldRecord | null>>();
  readonly #proposed = new Map<string, Proposal>();
  readonly #created = new Set<string>();

  constructor(asking: Asking) {
    this.asking = asking;
  }

  /** The records of things as the graph has them, by id; things that are not there are left out. */
  async held(ids: Iterable<string>): Promise<ReadonlyMap<string, HeldRecord>> {
    const wanted = [...new Set(ids)];
    const unread = wanted.filter((id) => !this.#held.has(id));
    if (unread.length > 0) {
      const reading = this.#read(unread);
      for (const id of unread)
        this.#held.set(
          id,
          reading.then((read) => read.get(id) ?? null),
        );
    }
    const held = await Promise.all(wanted.map(async (id) => [id, (await this.#held.get(id)) ?? null] as const));
    return new Map(held.filter((one): one is [string, HeldRecord] => one[1] !== null));
  }

  async #read(ids: readonly string[]): Promise<ReadonlyMap<string, HeldRecord>> {
    const read = new Map<string, HeldRecord>();
    const wanted = new Set(ids);
    const detailed = ids.flatMap((id) => thingOfDetail(id) ?? []);
    if (detailed.length > 0) {
      for await (const { unit, dataSet, knownSince } of readDetailsOf(this.asking, detailed)) {
        const id = detailId(dataSet, unit.of.id);
        if (wanted.has(id)) read.set(id, { record: toRecord(unit), unit, dataSet, knownSince });
      }
    }
    for (const [label, ofLabel] of group(ids, (id) => labelOf(id))) {
      if (!isThing(label)) continue;
      for await (const { unit, dataSet, knownSince } of readThingsById(this.asking, label, ofLabel)) {
        read.set(unit.of.id, { record: toRecord(unit), unit, dataSet, knownSince });
      }
    }
    return read;
  }

  /** A record as it will be, or as it is; undefined where there is none. */
  async find<T extends RecordType>(type: T, key: string): Promise<DataSet[T][number] | undefined> {
    const id = idOfRecord(type, key);
    const proposed = this.#proposed.get(id);
    if (proposed !== undefined) return proposed.record?.record as DataSet[T][number] | undefined;
    return this.findHeld(type, key);
  }

  /** A record as the graph has it, whatever is proposed; undefined where there is none. */
  async findHeld<T extends RecordType>(type: T, key: string): Promise<DataSet[T][number] | undefined> {
    const id = idOfRecord(type, key);
    return (await this.held([id])).get(id)?.record.record as DataSet[T][number] | undefined;
  }

  /** The record of a thing that an edit names by its id. Refuses what is no such id, not there, or retired. */
  async require<T extends RecordType>(type: T, id: string, field: string): Promise<DataSet[T][number]> {
    const label = labelOf(id);
    if (!isThing(label) || RECORD_TYPE_OF[label] !== type) {
      refuse('INVALID', `"${id}" is no id of type ${SINGULAR[type]}; accepted are ids such as ${SINGULAR[type]}:…`, field);
    }
    const record = await this.find(type, keyOfId(id));
    return record ?? this.missing(id, field);
  }

  /** Refuses an edit that names something that is not there, and says what took its place where it is retired. */
  async missing(id: string, field: string): Promise<never> {
    const [tombstone] = await tombstonesOf(this.asking, [id]);
    if (tombstone == null) return refuse('NOT_FOUND', `there is no "${id}"`, field);
    const instead = tombstone.successor === null ? 'nothing took its place' : `"${tombstone.successor}" took its place`;
    return refuse('RETIRED', `"${id}" is retired: ${tombstone.reason} ${instead}`, field);
  }

  /** A record is to be so. `by`: the data set whose it will be. */
  propose(record: TypedRecord, by: string = CURATION): void {
    this.#proposed.set(idOfTyped(record, by), { record, by });
  }

  /** Proposes a thing that must be new, unless it is there and says the same. */
  create(record: TypedRecord): void {
    this.#created.add(idOfTyped(record, CURATION));
    this.propose(record);
  }

  isCreated(id: string): boolean {
    return this.#created.has(id);
  }

  /** The thing of an id is to go. */
  remove(id: string): void {
    this.#proposed.set(id, { record: null, by: CURATION });
  }

  isRemoved(id: string): boolean {
    return this.#proposed.get(id)?.record === null;
  }

  /** What is to be, by id. */
  get proposed(): ReadonlyMap<string, Proposal> {
    return this.#proposed;
  }

  /** The records that are to be. */
  get records(): TypedRecord[] {
    return [...this.#proposed.values()].flatMap(({ record }) => record ?? []);
  }
}

function isThing(label: string | null): label is ThingLabel {
  return label !== null && label in RECORD_TYPE_OF;
}
