import { idOf, type NodeLabel } from '../../../domain/ontology.js';
import type { Asking } from '../../../graph/graph.js';
import { statedTombstones, type Tombstone, tombstonesOf } from '../../../store/tombstone/tombstones.js';
import { readThingsById } from '../../../store/unit/read-units.js';
import { inParts } from '../../../store/unit/write-units.js';
import { type Retired, Retirements } from '../../dataset/retirements.js';
import { RECORD_TYPE_OF, toRecord } from '../../dataset/to-records.js';
import type { AgreementRecord, PlaceRecord, RecordType, SourceRecord } from '../../format/records.js';
import type { RecordGround } from './record-ground.js';

const LABEL_OF = new Map<RecordType, NodeLabel>(
  (Object.entries(RECORD_TYPE_OF) as [NodeLabel, RecordType][]).map(([label, type]) => [type, label]),
);

/** What a graph has of data sets other than one. */
export class GraphGround implements RecordGround {
  readonly #graph: Asking;
  readonly #besides: string;

  constructor(graph: Asking, { besides }: { readonly besides: string }) {
    this.#graph = graph;
    this.#besides = besides;
  }

  async holders(type: RecordType, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const label = LABEL_OF.get(type);
    const holders = new Map<string, string>();
    if (label === undefined) return holders;
    const keyById = new Map(keys.map((key) => [idOf(label, key), key]));
    for (const part of inParts([...keyById.keys()])) {
      for (const { id, dataset } of await this.#graph.ask('write/known', { ids: part }, { label })) {
        if (dataset !== this.#besides) holders.set(keyById.get(id as string) ?? '', dataset as string);
      }
    }
    return holders;
  }

  async retired(ids: readonly string[]): Promise<Retirements> {
    const retired = new Map<string, Retired>();
    for (let wanted = [...new Set(ids)]; wanted.length > 0; ) {
      const found: Tombstone[] = [];
      for (const part of inParts(wanted)) found.push(...(await tombstonesOf(this.#graph, part)).filter((one) => one !== null));
      for (const one of found) if (one.leftBehind || one.dataSet !== this.#besides) retired.set(one.retired, one);
      wanted = [...new Set(found.flatMap(({ successor }) => (successor === null || retired.has(successor) ? [] : [successor])))];
    }
    return new Retirements(retired);
  }

  async statedRetirements(): Promise<ReadonlySet<string>> {
    const stated = new Set<string>();
    for (const { retired, dataSet } of await statedTombstones(this.#graph)) if (dataSet !== this.#besides) stated.add(retired);
    return stated;
  }

  places(keys: readonly string[]): Promise<readonly PlaceRecord[]> {
    return this.#withWhatLeadsOn<PlaceRecord>('Place', keys, ({ partOf }) => partOf);
  }

  async sources(keys: readonly string[]): Promise<readonly SourceRecord[]> {
    const sources: SourceRecord[] = [];
    for await (const record of this.#records<SourceRecord>('Source', keys)) sources.push(record);
    return sources;
  }

  umbrellas(keys: readonly string[]): Promise<readonly AgreementRecord[]> {
    return this.#withWhatLeadsOn<AgreementRecord>('Agreement', keys, ({ umbrella }) => umbrella);
  }

  async agreements(keys: readonly string[]): Promise<readonly AgreementRecord[]> {
    const agreements: AgreementRecord[] = [];
    for await (const record of this.#records<AgreementRecord>('Agreement', keys)) agreements.push(record);
    return agreements;
  }

  /** The things of some keys and those that they lead on to, as far as other data sets have them. */
  async #withWhatLeadsOn<T extends { readonly key: string }>(
    label: NodeLabel,
    keys: readonly string[],
    next: (record: T) => string | undefined,
  ): Promise<T[]> {
    const found: T[] = [];
    const asked = new Set<string>();
    for (let wanted = [...new Set(keys)]; wanted.length > 0; ) {
      for (const key of wanted) asked.add(key);
      const onwards = new Set<string>();
      for await (const record of this.#records<T>(label, wanted)) {
        found.push(record);
        const key = next(record);
        if (key !== undefined && !asked.has(key)) onwards.add(key);
      }
      wanted = [...onwards];
    }
    return found;
  }

  async *#records<T>(label: NodeLabel, keys: readonly string[]): AsyncGenerator<T> {
    const ids = keys.map((key) => idOf(label, key));
    for await (const { unit, dataSet } of readThingsById(this.#graph, label, ids)) {
      if (dataSet !== this.#besides) yield toRecord(unit).record as T;
    }
  }
}
