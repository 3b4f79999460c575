import { toUnits } from '../../../src/exchange/dataset/to-units.js';
import { readDataTexts } from '../../../src/exchange/format/read-files.js';
import type { GraphEngine } from '../../../src/graph/engine.js';
import { Graph } from '../../../src/graph/graph.js';
import { openEngine } from '../../../src/graph/open-engine.js';
import { replaceDataSet } from '../../../src/store/data-set/replace-data-set.js';
import { prepareGraph } from '../../../src/store/prepare.js';
import { SMALL_DATA } from '../small-data.js';

/** Opens a graph file as every process does, and closes it afterwards. */
export async function withGraph<T>(file: string, work: (graph: Graph, engine: GraphEngine) => Promise<T>): Promise<T> {
  const engine = await openEngine({ url: `embedded:${file}` });
  try {
    return await work(new Graph(engine), engine);
  } finally {
    await engine.close();
  }
}

/** Makes a graph of the small data set. */
export function makeGraph(file: string): Promise<void> {
  return withGraph(file, async (graph) => {
    await prepareGraph(graph);
    const { data } = readDataTexts([{ file: 'small.yaml', text: SMALL_DATA }]);
    await replaceDataSet(graph, { id: 'small', fingerprint: '', units: toUnits(data, { dataSet: 'small' }) });
  });
}
