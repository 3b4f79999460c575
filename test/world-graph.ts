import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assembleDataSet, SHIPPED, SHIPPED_DATA } from '../src/exchange/dataset/shipped.js';
import { type ImportedTwinnings, importTwinnings, WORLD } from '../src/exchange/import/twinnings/import-twinnings.js';
import type { TwinningFiles } from '../src/exchange/import/twinnings/twinning-tables.js';
import type { GraphEngine } from '../src/graph/engine.js';
import { Graph } from '../src/graph/graph.js';
import { loadedDataSets } from '../src/store/data-set/data-sets.js';
import { replaceDataSet } from '../src/store/data-set/replace-data-set.js';
import { prepareGraph } from '../src/store/prepare.js';
import { revisionOf } from '../src/store/summary.js';
import type { EngineUnderTest } from './engines.js';

/** The files of the world, which are larger than what a repository should hold, or why there are none: `describe.skipIf('absent' in worldFiles())`. */
export function worldFiles(): Required<TwinningFiles> | { readonly absent: string } {
  const folder = process.env.KEMBAR_WORLD;
  if (!folder) return { absent: 'KEMBAR_WORLD does not name the folder of its files' };
  const files = {
    places: join(folder, 'world-places.tsv'),
    twinnings: join(folder, 'world-twinnings.tsv'),
    subdivisions: join(folder, 'admin1-iso-crosswalk.tsv'),
  };
  const missing = Object.values(files).filter((file) => !existsSync(file));
  if (missing.length === 0) return files;
  throw new Error(`KEMBAR_WORLD is ${folder}, where there is no ${missing.join(', ')}`);
}

/** The data set of the world, standing on the shipped one. */
export async function assembleWorld(): Promise<{ shipped: Awaited<ReturnType<typeof assembleDataSet>>; world: ImportedTwinnings }> {
  const files = worldFiles();
  if ('absent' in files) throw new Error(files.absent);
  const shipped = await assembleDataSet(SHIPPED_DATA);
  return { shipped, world: await importTwinnings(files, shipped) };
}

/** Loading takes half a minute or more, and so does whatever asks the world for much on a busy machine. */
const PATIENCE_MS = 300_000;

/**
 * A graph that holds the shipped data and the world. A store that is shared by several suites and holds exactly that
 * already is taken as it is; a suite that writes has to raise the revision, as every write does.
 */
export async function openWorld(underTest: EngineUnderTest, wrap = (engine: GraphEngine) => engine): Promise<Graph> {
  const { shipped, world } = await assembleWorld();
  const patient = (engine: GraphEngine) => new Graph(engine, undefined, { deadlineMs: PATIENCE_MS });
  const holdsIt = async (engine: GraphEngine) => {
    const graph = patient(engine);
    if ((await revisionOf(graph)) !== 2) return false;
    const loaded = (await loadedDataSets(graph)).map(({ fingerprint }) => fingerprint);
    return loaded.length === 2 && loaded.includes(shipped.fingerprint) && loaded.includes(world.fingerprint);
  };
  const engine = await underTest.open(holdsIt);
  const graph = patient(wrap(engine));
  if (await holdsIt(engine)) return graph;
  await prepareGraph(graph);
  await replaceDataSet(graph, { id: SHIPPED, ...shipped });
  await replaceDataSet(graph, { id: WORLD, ...world });
  return graph;
}
