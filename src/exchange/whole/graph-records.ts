import type { Graph } from '../../graph/graph.js';
import { readDetails, readThings } from '../../store/unit/read-units.js';
import { RECORD_TYPE_OF, type ThingLabel, type TypedRecord, toRecord } from '../dataset/to-records.js';

/** All that a data set says, as records. */
export async function* recordsOf(graph: Graph, dataSet: string): AsyncGenerator<TypedRecord> {
  for (const label of Object.keys(RECORD_TYPE_OF) as ThingLabel[]) {
    for await (const { unit } of readThings(graph, label, dataSet)) yield toRecord(unit);
  }
  for await (const { unit } of readDetails(graph, dataSet)) yield toRecord(unit);
}
