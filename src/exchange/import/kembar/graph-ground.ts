import { idOf, type NodeLabel } from '../../../domain/ontology.js';
import type { Graph } from '../../../graph/graph.js';
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
  readonly #graph: Graph;
  readonly #besides: string;

  constructor(graph: Graph, { besides }: { readonly besides: string }) {
    this.#graph = graph;
    this.#besides = besides;
  }

  async known(type: RecordType, keys: readonly string[]): Promise<ReadonlySet<string>> {
    const label = LABEL_OF.get(type);
    const found = new Set<string>();
    if (label === undefined) return found;
    const keyById = new Map(keys.map((key) => [idOf(label, key), key]));
    for (const part of inParts([...keyById.keys()])) {
      for (const { id, dataset } of await this.#graph.ask('write/known', { ids: part }, { label })) {
        if (dataset !== this.#besides) found.add(keyById.get(id as string) ?? '');
      }
    }
    return found;
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

  async places(keys: readonly string[]): Promise<readonly PlaceRecord[]> {
    const places = new Map<string, PlaceRecord>();
    for (let wanted = [...new Set(keys)]; wanted.length > 0; ) {
      for await (const record of this.#records<PlaceRecord>('Place', wanted)) places.set(record.key, record);
      wanted = [...new Set([...places.values()].flatMap(({ partOf }) => (partOf === undefined || places.has(partOf) ? [] : [partOf])))];
    }
    return [...places.values()];
  }

  async sources(keys: readonly string[]): Promise<readonly SourceRecord[]> {
    const sources: SourceRecord[] = [];
    for await (const record of this.#records<SourceRecord>('Source', keys)) sources.push(record);
    return sources;
  }

  async agreements(keys: readonly string[]): Promise<readonly AgreementRecord[]> {
    const agreements: AgreementRecord[] = [];
    for await (const record of this.#records<AgreementRecord>('Agreement', keys)) agreements.push(record);
    return agreements;
  }

  async *#records<T>(label: NodeLabel, keys: readonly string[]): AsyncGenerator<T> {
    const ids = keys.map((key) => idOf(label, key));
    for await (const { unit, dataSet } of readThingsById(this.#graph, label, ids)) {
      if (dataSet !== this.#besides) yield toRecord(unit).record as T;
    }
  }
}
