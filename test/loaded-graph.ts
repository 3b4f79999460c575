import type { AssembledDataSet } from '../src/exchange/dataset/shipped.js';
import type { GraphEngine } from '../src/graph/engine.js';
import { Graph } from '../src/graph/graph.js';
import { loadedDataSets } from '../src/store/data-set/data-sets.js';
import { replaceDataSet } from '../src/store/data-set/replace-data-set.js';
import { prepareGraph } from '../src/store/prepare.js';
import { revisionOf } from '../src/store/summary.js';
import type { EngineUnderTest } from './engines.js';

/** Neo4j plans each statement once, which takes seconds on a machine that is busy with other suites. */
const PATIENCE_MS = 120_000;

const patient = (engine: GraphEngine) => new Graph(engine, undefined, { deadlineMs: PATIENCE_MS });

/**
 * A graph that holds one data set and nothing else. A store that is shared by several suites and holds
 * exactly that already is taken as it is; a suite that writes has to raise the revision, as every write does.
 */
export async function openLoaded(
  underTest: EngineUnderTest,
  dataSet: AssembledDataSet,
  wrap = (engine: GraphEngine) => engine,
): Promise<Graph> {
  const holdsIt = async (engine: GraphEngine) => {
    const graph = patient(engine);
    if ((await revisionOf(graph)) !== 1) return false;
    const loaded = await loadedDataSets(graph);
    return loaded.length === 1 && loaded[0]?.fingerprint === dataSet.fingerprint;
  };
  const engine = await underTest.open(holdsIt);
  const graph = patient(wrap(engine));
  if (await holdsIt(engine)) return graph;
  await prepareGraph(graph);
  await replaceDataSet(graph, { id: 'shipped', ...dataSet });
  return graph;
}
