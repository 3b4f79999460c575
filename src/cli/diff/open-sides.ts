import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BadInputError, type KembarError, StoreError } from '../../domain/errors.js';
import { openGraphFile } from '../../exchange/backup/graph-file.js';
import { exportSide, importedSide, recordsSide } from '../../exchange/diff/file-sides.js';
import { graphSide } from '../../exchange/diff/graph-side.js';
import type { Side } from '../../exchange/diff/side.js';
import { isRecordFile, RecordFiles } from '../../exchange/format/record-files.js';
import { importGraph } from '../../exchange/whole/import-graph.js';
import { MANIFEST, type Manifest, readManifest } from '../../exchange/whole/manifest.js';
import { Graph } from '../../graph/graph.js';
import { embeddedFile, openEngine } from '../../graph/open-engine.js';
import { readSettings } from '../../settings.js';
import { prepareGraph } from '../../store/prepare.js';
import { openForReading } from '../graph/open-for-reading.js';
import { PATIENCE_MS, patient } from '../graph/patience.js';
import { nameOf } from '../import/import-kembar.js';

/** What `kembar diff` was given as one of its two sides. */
type Given =
  | { readonly kind: 'graph'; readonly graph: Graph; readonly close: () => Promise<void> }
  | { readonly kind: 'export'; readonly folder: string; readonly manifest: Manifest }
  | { readonly kind: 'records'; readonly path: string; readonly files: RecordFiles };

export interface OpenSides {
  readonly before: Side;
  readonly after: Side;
  close(): Promise<void>;
}

/**
 * Opens what two names stand for. Records beside a graph are taken as an import into that graph would take them, and
 * compared with one data set of it: the one that `as` names, else the one that the import would give them.
 */
export async function openSides(first: string, second: string, as: string | null): Promise<OpenSides> {
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const one of closing.splice(0)) await one();
  };
  const opened = async (name: string) => {
    const one = await given(name);
    if (one.kind === 'graph') closing.push(one.close);
    return one;
  };
  try {
    const [a, b] = [await opened(first), await opened(second)];
    if (a.kind !== 'records' && b.kind !== 'records') {
      if (as !== null) throw new BadInputError('--as names the data set that records are, and neither side is records');
      return { before: await wholeSide(a), after: await wholeSide(b), close };
    }
    if (a.kind === 'records' && b.kind === 'records') {
      return { before: recordsSide(a.files, as ?? 'records'), after: recordsSide(b.files, as ?? 'records'), close };
    }
    const [records, other] = a.kind === 'records' ? [a, b] : [b as typeof a & { kind: 'records' }, a];
    const dataSet = as ?? nameOf(records.path);
    const graph = await graphOf(other as Exclude<Given, { kind: 'records' }>, closing);
    const whole = await graphSide(graph);
    if (!whole.dataSets.includes(dataSet))
      throw new BadInputError(
        `there is no data set "${dataSet}" to compare ${records.path} with; --as names one of ${whole.dataSets.join(', ')}`,
      );
    const imported = await importedSide(records.path, dataSet, graph);
    const only = { ...whole, dataSets: [dataSet] };
    return records === a ? { before: imported, after: only, close } : { before: only, after: imported, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function given(name: string): Promise<Given> {
  if (name === 'graph') return { kind: 'graph', ...(await graphOfSettings()) };
  if (!existsSync(name)) throw new BadInputError(`${name} is not there; ${ACCEPTED}`);
  if (existsSync(join(name, MANIFEST))) return { kind: 'export', folder: name, manifest: await readManifest(name) };
  if (statSync(name).isDirectory() || isRecordFile(name)) return { kind: 'records', path: name, files: await RecordFiles.find([name]) };
  return { kind: 'graph', ...(await graphInFile(name)) };
}

const ACCEPTED =
  "accepted are the word graph, a graph file, a folder that kembar export --all wrote, and files or folders of Kembar's own format";

async function graphOfSettings() {
  const settings = readSettings(process.env);
  const file = embeddedFile(settings.graph.url);
  if (file !== null && file !== '') return graphInFile(file);
  const { context, close } = await openForReading(patient(settings));
  return { graph: context.graph, close };
}

async function graphInFile(file: string) {
  const graph = await openGraphFile(file).catch((error: KembarError) => {
    if (error.code !== 'GRAPH_IN_USE') throw error;
    throw new StoreError('GRAPH_IN_USE', `${error.message}, or compare a copy of it, which kembar backup makes meanwhile`, error);
  });
  return { graph, close: () => graph.engine.close() };
}

async function wholeSide(one: Exclude<Given, { kind: 'records' }>): Promise<Side> {
  return one.kind === 'graph' ? graphSide(one.graph) : exportSide(one.folder, one.manifest);
}

/** An export as a graph in memory, since records stand on what a graph holds. */
async function graphOf(one: Exclude<Given, { kind: 'records' }>, closing: (() => Promise<void>)[]): Promise<Graph> {
  if (one.kind === 'graph') return one.graph;
  const graph = new Graph(await openEngine({ url: 'embedded:' }), undefined, { deadlineMs: PATIENCE_MS });
  closing.push(() => graph.engine.close());
  await prepareGraph(graph);
  await importGraph(graph, one.folder);
  return graph;
}
