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
}

/** Every unit in a graph, in an order of its own: what two graphs are compared by. */
export async function factsOf(graph: Graph): Promise<Fact[]> {
  const facts: Fact[] = [];
  const take = ({ unit, dataSet, hash }: HeldUnit) =>
    facts.push({ dataSet, of: unit.of.id, owns: unit.owns, hash: hashOf(unit), noted: hash });
  for (const label of Object.keys(RECORD_TYPE_OF) as NodeLabel[]) for await (const one of readThings(graph, label)) take(one);
  for (const { id } of await loadedDataSets(graph)) for await (const one of readDetails(graph, id)) take(one);
  return facts.sort((a, b) => (`${a.dataSet} ${a.of}` < `${b.dataSet} ${b.of}` ? -1 : 1));
}
