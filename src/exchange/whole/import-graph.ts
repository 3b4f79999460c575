import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { BadInputError, DataInvalidError, type DataProblem } from '../../domain/errors.js';
import type { Graph } from '../../graph/graph.js';
import type { Unit } from '../../graph/unit.js';
import { loadedDataSets } from '../../store/data-set/data-sets.js';
import { LateRelationships } from '../../store/data-set/late-relationships.js';
import { replaceDataSet } from '../../store/data-set/replace-data-set.js';
import { PlaceTree } from '../dataset/place-tree.js';
import { RecordFiles } from '../format/record-files.js';
import { readRecords } from '../import/kembar/check-records.js';
import type { CheckedRecords } from '../import/kembar/checked-records.js';
import { GraphGround } from '../import/kembar/graph-ground.js';
import { detailUnits, placesOf, thingUnits } from '../import/kembar/record-units.js';
import { importHistory } from './history-file.js';
import { type Manifest, readManifest } from './manifest.js';

/**
 * Puts all that `exportGraph` wrote into a graph that holds nothing yet, or that an earlier run of this left unfinished.
 * Throws `BadInputError` where the graph holds something else, and `DataInvalidError` where a file is not what was written.
 */
export async function importGraph(
  graph: Graph,
  folder: string,
  { onProgress = () => undefined }: { readonly onProgress?: (records: number) => void } = {},
): Promise<Manifest> {
  const manifest = await readManifest(folder);
  await mustBeEmptyOrUnfinished(graph, manifest);
  let marks: ReadonlyMap<string, number> = new Map();
  if (manifest.history !== undefined) {
    const file = join(folder, manifest.history.file);
    await mustBeAsWritten(file, manifest.history.sha256);
    // First, since it is what the last data set makes complete that is not done again.
    marks = await importHistory(graph, file);
  }
  const parts = await Promise.all(manifest.dataSets.map((dataSet) => partOf(folder, dataSet)));
  const tree = new PlaceTree(
    parts.flatMap(({ records }) => placesOf(records)),
    { readableSlugs: false },
  );
  const late = new LateRelationships();
  let done = 0;
  const write = async (dataSet: Manifest['dataSets'][number], units: () => AsyncGenerator<Unit>, { isPart }: { isPart: boolean }) => {
    const { id, fingerprint, ground, nodes, relationships } = dataSet;
    const before = done;
    await replaceDataSet(
      graph,
      { id, fingerprint, ground, size: { nodes, relationships }, units: { [Symbol.asyncIterator]: units } },
      { keepsRest: true, isPart, late, marks, onProgress: (records) => onProgress(before + records) },
    );
    done += dataSet.records;
  };
  // Things of all data sets come before what these say of the things of others, since they may stand on one another. Until
  // then none is complete, so that a run that does this again looks at all of them.
  for (const { dataSet, files, records } of parts) {
    await write(dataSet, () => thingUnits(files, records, tree), { isPart: true });
  }
  for (const { dataSet, records } of parts) {
    const ground = new GraphGround(graph, { besides: dataSet.id });
    await write(dataSet, () => detailUnits(records, { dataSet: dataSet.id, tree, ground }), { isPart: false });
  }
  late.mustBeAmong([]);
  return manifest;
}

/** What an earlier run left has the fingerprints of the manifest, and one data set at least is not complete. */
async function mustBeEmptyOrUnfinished(graph: Graph, manifest: Manifest): Promise<void> {
  const fingerprints = new Map(manifest.dataSets.map(({ id, fingerprint }) => [id, fingerprint]));
  const held = await loadedDataSets(graph);
  const other = held.find(({ id, fingerprint }) => fingerprints.get(id) !== fingerprint);
  const first = other ?? (held.every(({ complete }) => complete) ? held[0] : undefined);
  if (first === undefined) return;
  throw new BadInputError(
    `the graph holds "${first.id}" already; a whole graph goes into an empty one. Set GRAPH_URL to another one, and LOAD_DATA=false`,
  );
}

interface Part {
  readonly dataSet: Manifest['dataSets'][number];
  readonly files: RecordFiles;
  readonly records: CheckedRecords;
}

async function mustBeAsWritten(file: string, sha256: string): Promise<void> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  if (hash.digest('hex') === sha256) return;
  throw new DataInvalidError([
    { file, line: null, field: '', message: 'the file is not the one that was written; its SHA-256 is another' },
  ]);
}

async function partOf(folder: string, dataSet: Manifest['dataSets'][number]): Promise<Part> {
  const file = join(folder, dataSet.file);
  const files = await RecordFiles.find([file]);
  await mustBeAsWritten(file, dataSet.sha256);
  const problems: DataProblem[] = [];
  const records = await readRecords(files, ({ line, field, reason }) => problems.push({ file, line, field, message: reason }));
  if (problems.length > 0) throw new DataInvalidError(problems);
  return { dataSet, files, records };
}
