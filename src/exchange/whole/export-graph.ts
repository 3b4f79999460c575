import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { BadInputError, StoreError } from '../../domain/errors.js';
import type { Graph } from '../../graph/graph.js';
import { type LoadedDataSet, loadedDataSets } from '../../store/data-set/data-sets.js';
import { revisionOf } from '../../store/summary.js';
import type { TypedRecord } from '../dataset/to-records.js';
import { toJsonLines } from '../format/json-lines.js';
import { unfinishedBeside } from '../unfinished.js';
import { recordsOf } from './graph-records.js';
import { HISTORY, historyLines } from './history-file.js';
import { MANIFEST, type Manifest } from './manifest.js';

/**
 * Writes all that a graph holds into a new folder: the records of each data set as JSON Lines, the history, and a
 * manifest. The folder is there when all of it is. Throws `BadInputError` where it is there already, and `StoreError` CONFLICT when the graph
 * changes meanwhile.
 */
export async function exportGraph(
  graph: Graph,
  folder: string,
  { software, onProgress }: { readonly software: string; readonly onProgress: (records: number) => void },
): Promise<Manifest> {
  return unfinishedBeside(folder, async (unfinished) => {
    await mkdir(unfinished).catch((error) => {
      throw new BadInputError(`${folder} cannot be written: ${(error as Error).message}`, error);
    });
    const revision = (await revisionOf(graph)) ?? 0;
    const dataSets: Manifest['dataSets'] = [];
    let done = 0;
    for (const dataSet of inOrder(await loadedDataSets(graph))) {
      if (!dataSet.complete)
        throw new StoreError('CONFLICT', `the load of "${dataSet.id}" was cut off; import it again, then everything can be exported`);
      const file = `${dataSet.id}.jsonl.gz`;
      const counted = counting(recordsOf(graph, dataSet.id), (records) => onProgress(done + records));
      const sha256 = await writeLines(join(unfinished, file), toJsonLines(counted.records));
      done += counted.count();
      const { id, fingerprint, ground, nodes, relationships } = dataSet;
      dataSets.push({ id, fingerprint, ground, file, sha256, records: counted.count(), nodes, relationships });
    }
    if (((await revisionOf(graph)) ?? 0) !== revision)
      throw new StoreError('CONFLICT', 'the graph changed while it was exported; do it again when no import is under way');
    const history = await writeHistoryFile(graph, unfinished);
    const manifest: Manifest = { format: 1, software, revision, dataSets, ...(history === null ? {} : { history }) };
    await writeFile(join(unfinished, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    await rename(unfinished, folder).catch((error) => {
      throw new BadInputError(`${folder} cannot be written: a folder or file of that name is there`, error);
    });
    return manifest;
  });
}

/** Data sets that stand on no other one first. */
function inOrder(dataSets: readonly LoadedDataSet[]): LoadedDataSet[] {
  return dataSets.toSorted((a, b) => Number(a.ground !== null) - Number(b.ground !== null) || (a.loadedAt < b.loadedAt ? -1 : 1));
}

function counting(records: AsyncIterable<TypedRecord>, onCount: (count: number) => void) {
  let count = 0;
  async function* counted() {
    for await (const record of records) {
      count += 1;
      if (count % 1_000 === 0) onCount(count);
      yield record;
    }
  }
  return { records: counted(), count: () => count };
}

/** Null: there is no history, and no file. */
async function writeHistoryFile(graph: Graph, folder: string): Promise<NonNullable<Manifest['history']> | null> {
  const [row] = await graph.ask('graph/count-nodes', {}, { label: 'Revision' });
  const revisions = row?.total as number;
  return revisions === 0 ? null : { file: HISTORY, sha256: await writeLines(join(folder, HISTORY), historyLines(graph)), revisions };
}

async function writeLines(file: string, lines: AsyncIterable<string>): Promise<string> {
  const hash = createHash('sha256');
  const hashed = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(Readable.from(lines), createGzip(), hashed, createWriteStream(file, { flags: 'wx' }));
  return hash.digest('hex');
}
