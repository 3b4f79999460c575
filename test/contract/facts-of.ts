import type { NodeLabel } from '../../src/domain/ontology.js';
import { RECORD_TYPE_OF } from '../../src/exchange/dataset/to-records.js';
import type { Graph } from '../../src/graph/graph.js';
import { loadedDataSets } from '../../src/store/data-set/data-sets.js';
import { type HeldUnit, readDetails, readThings } from '../../src/store/unit/read-units.js';
import { hashOf } from '../../src/store/unit/unit-hash.js';

export interface Fact {
  readonly dataSet: string;
  /** Id of the thing that it is about. */
  readonly of: string;
  readonly owns: boolean;
  /** Hash of what the graph holds now. */
  readonly hash: string;
  /** Hash that was noted when it was written. */
  readonly noted: string | null;
  /** Latitude, longitude and population of a place, whichever data set says them. */
  readonly shown?: readonly (number | null)[];
}

/** Every unit in a graph, in an order of its own: what two graphs are compared by. */
export async function factsOf(graph: Graph): Promise<Fact[]> {
  const facts: Fact[] = [];
  const places = await graph.engine.read('MATCH (p:Place) RETURN p.id AS id, [p.latitude, p.longitude, p.population] AS shown');
  const shown = new Map(places.map((row) => [row.id, row.shown as (number | null)[]]));
  const take = ({ unit, dataSet, hash }: HeldUnit) => {
    const ofPlace = shown.get(unit.of.id);
    facts.push({ dataSet, of: unit.of.id, owns: unit.owns, hash: hashOf(unit), noted: hash, ...(ofPlace && { shown: ofPlace }) });
  };
  for (const label of Object.keys(RECORD_TYPE_OF) as NodeLabel[]) for await (const one of readThings(graph, label)) take(one);
  for (const { id } of await loadedDataSets(graph)) for await (const one of readDetails(graph, id)) take(one);
  return facts.sort((a, b) => (`${a.dataSet} ${a.of}` < `${b.dataSet} ${b.of}` ? -1 : 1));
}
