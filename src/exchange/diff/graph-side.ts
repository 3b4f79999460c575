import { StoreError } from '../../domain/errors.js';
import type { Graph } from '../../graph/graph.js';
import { loadedDataSets } from '../../store/data-set/data-sets.js';
import { revisionOf } from '../../store/summary.js';
import { recordsOf } from '../whole/graph-records.js';
import type { Side } from './side.js';

/** All that a graph holds. */
export async function graphSide(graph: Graph): Promise<Side> {
  const revision = await revisionOf(graph);
  return {
    dataSets: (await loadedDataSets(graph)).map(({ id }) => id),
    records: (dataSet) => recordsOf(graph, dataSet),
    mustBeUnchanged: async () => {
      if ((await revisionOf(graph)) !== revision)
        throw new StoreError('CONFLICT', 'the graph changed while it was compared; do it again when no import is under way');
    },
  };
}
