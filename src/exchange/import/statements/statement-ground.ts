import { idOf, keyOfId } from '../../../domain/ontology.js';
import type { Graph } from '../../../graph/graph.js';
import { loadedDataSets } from '../../../store/data-set/data-sets.js';
import { statedTombstones } from '../../../store/tombstone/tombstones.js';
import { readDetails, readThings } from '../../../store/unit/read-units.js';
import { inParts } from '../../../store/unit/write-units.js';
import { completePlaces } from '../../dataset/place-tree.js';
import { Retirements } from '../../dataset/retirements.js';
import { toRecord } from '../../dataset/to-records.js';
import type { AgreementRecord, PlaceDetailRecord, PlaceRecord, RecordType, SectorRecord, SourceRecord } from '../../format/records.js';
import { GraphGround } from '../kembar/graph-ground.js';
import type { MergingGround } from '../merging/merging-ground.js';

/** What a graph has of data sets other than one, for statements that may speak of it. */
export class StatementGround implements MergingGround {
  readonly #graph: Graph;
  readonly #besides: string;
  readonly #records: GraphGround;

  constructor(graph: Graph, { besides }: { readonly besides: string }) {
    this.#graph = graph;
    this.#besides = besides;
    this.#records = new GraphGround(graph, { besides });
  }

  /** Every place as its own record has it. */
  async allPlaces(): Promise<PlaceRecord[]> {
    return this.#all<PlaceRecord>('Place');
  }

  /** Every agreement as its own record has it. */
  async allAgreements(): Promise<AgreementRecord[]> {
    return this.#all<AgreementRecord>('Agreement');
  }

  /** Places with the names, codes and locations that other data sets know of them. */
  async completed(places: readonly PlaceRecord[]): Promise<PlaceRecord[]> {
    const placeDetails: PlaceDetailRecord[] = [];
    for (const { id } of await loadedDataSets(this.#graph)) {
      if (id === this.#besides) continue;
      for await (const { unit } of readDetails(this.#graph, id)) {
        const { type, record } = toRecord(unit);
        if (type === 'placeDetails') placeDetails.push(record);
      }
    }
    return completePlaces({ places, placeDetails });
  }

  async agreementsJoining(pairs: readonly (readonly [string, string])[]): Promise<readonly AgreementRecord[]> {
    const ids = new Set<string>();
    for (const part of inParts(pairs)) {
      const asked = part.map(([a, b]) => ({ a: idOf('Place', a), b: idOf('Place', b) }));
      for (const { id } of await this.#graph.ask('unit/agreements-joining', { pairs: asked })) ids.add(id as string);
    }
    return this.agreements([...ids].map((id) => keyOfId(id)));
  }

  holders(type: RecordType, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.#records.holders(type, keys);
  }

  agreements(keys: readonly string[]): Promise<readonly AgreementRecord[]> {
    return this.#records.agreements(keys);
  }

  places(keys: readonly string[]): Promise<readonly PlaceRecord[]> {
    return this.#records.places(keys);
  }

  async sourcesAt(addresses: readonly string[]): Promise<readonly SourceRecord[]> {
    const keys: string[] = [];
    for (const part of inParts(addresses)) {
      for (const { id } of await this.#graph.ask('unit/sources-at', { addresses: part })) {
        keys.push(keyOfId(id as string));
      }
    }
    return this.#records.sources(keys);
  }

  sectors(): Promise<SectorRecord[]> {
    return this.#all<SectorRecord>('Sector');
  }

  async statedRetirements(): Promise<Retirements> {
    const stated = (await statedTombstones(this.#graph)).filter(({ dataSet }) => dataSet !== this.#besides);
    return new Retirements(new Map(stated.map((one) => [one.retired, one])));
  }

  async #all<T>(label: 'Place' | 'Sector' | 'Agreement'): Promise<T[]> {
    const records: T[] = [];
    for await (const { unit, dataSet } of readThings(this.#graph, label)) {
      if (dataSet !== this.#besides) records.push(toRecord(unit).record as T);
    }
    return records;
  }
}
