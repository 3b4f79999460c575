import { realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { BadInputError, KembarError } from '../../domain/errors.js';
import { standsBesideGraph } from '../../graph/belongs-to-graph.js';
import { askForCopy } from '../../graph/copies/ask-for-copy.js';
import { openFileToRead } from '../../graph/open-engine.js';
import { unfinishedBeside } from '../unfinished.js';
import { type GraphFileSummary, openGraphFile, summaryOf } from './graph-file.js';
import { isThere, putInPlace } from './put-in-place.js';

/**
 * Writes a copy of an embedded graph as it is at one moment, also while another process of the same user has it open:
 * that process then makes the copy. The file is there when all of it is and it was opened and looked at. Throws
 * `KembarError`.
 */
export async function writeBackup(graphFile: string, output: string, { force }: { readonly force: boolean }): Promise<GraphFileSummary> {
  const file = resolve(output);
  if (!(await isThere(graphFile))) throw new BadInputError(`there is no graph at ${graphFile}; GRAPH_URL names the one that is copied`);
  await mustBeFree(file, graphFile, force);
  return unfinishedBeside(file, async (unfinished) => {
    await copy(graphFile, unfinished);
    const graph = await openGraphFile(unfinished);
    const summary = await summaryOf(graph).finally(() => graph.engine.close());
    await putInPlace(unfinished, file, { replaces: force });
    return summary;
  });
}

async function copy(graphFile: string, to: string): Promise<void> {
  const engine = await openFileToRead(graphFile).catch((error: KembarError) => {
    if (error.code === 'GRAPH_IN_USE') return null;
    throw error;
  });
  if (engine === null) return askForCopy(graphFile, to);
  try {
    await engine.copyTo?.(to);
  } finally {
    await engine.close();
  }
}

async function mustBeFree(file: string, graphFile: string, force: boolean): Promise<void> {
  if (!(await isThere(dirname(file)))) throw new BadInputError(`${file} cannot be written: there is no folder ${dirname(file)}`);
  if (await standsBesideGraph(file))
    throw new BadInputError(`${file} is where the graph beside it keeps what belongs to it; name another file`);
  if (!(await isThere(file))) return;
  if (!(await stat(file)).isFile()) throw new BadInputError(`${file} is no file that could be replaced; name another one`);
  if ((await realpath(file)) === (await realpath(graphFile))) throw new BadInputError(`${file} is the graph itself; name another file`);
  if (!force) throw new BadInputError(`${file} is there already; --force replaces it`);
  await mustNotBeInUse(file);
}

/** A graph file must not be replaced under a process that has it open: that one would write its log beside the new one. */
async function mustNotBeInUse(file: string): Promise<void> {
  const inUse = new BadInputError(`${file} is the graph of another process, or of one that was killed; name another file`);
  if (await isThere(`${file}.wal`)) throw inUse;
  await openFileToRead(file).then(
    (engine) => engine.close(),
    (error) => {
      if (error instanceof KembarError && error.code === 'GRAPH_IN_USE') throw inUse;
    },
  );
}
