import { mkdir, realpath, rename } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { BadInputError, KembarError, StoreError } from '../../domain/errors.js';
import type { GraphEngine } from '../../graph/engine.js';
import { Graph } from '../../graph/graph.js';
import { openEngine, openFileToRead } from '../../graph/open-engine.js';
import { unfinishedBeside } from '../unfinished.js';
import { type GraphFileSummary, openGraphFile, summaryOf } from './graph-file.js';
import { isThere, keepBeside, putInPlace } from './put-in-place.js';

export interface RestoreOptions {
  /** Whether a graph that holds something may be replaced. It is kept beside. */
  readonly force: boolean;
  /** Looks at everything and changes nothing. */
  readonly dryRun: boolean;
}

export interface Restored {
  /** What the backup holds. */
  readonly holds: GraphFileSummary;
  /** What is in the place of the backup: `nothing`, an empty graph, or something that is kept. */
  readonly replaced: 'nothing' | 'an empty graph' | 'a graph' | 'a damaged or foreign file';
  /** Where what was replaced is kept; null: it is not, or not yet. */
  readonly kept: string | null;
}

/**
 * Puts a backup in the place of an embedded graph that nobody has open. Throws `KembarError`, and the graph is then as
 * it was; so it is after a kill or a power cut, or else it is the backup already.
 */
export async function restoreBackup(backup: string, graphFile: string, { force, dryRun }: RestoreOptions): Promise<Restored> {
  const from = await openGraphFile(resolve(backup));
  let held: Held | null = null;
  try {
    const holds = await summaryOf(from);
    const there = await isThere(graphFile);
    if (there && (await realpath(graphFile)) === (await realpath(backup)))
      throw new BadInputError(`${backup} is the graph itself; GRAPH_URL names what is replaced`);
    held = there ? await hold(graphFile, { settles: !dryRun }) : null;
    if (!there) await mustHaveNoLog(graphFile);
    const replaced = held?.what ?? 'nothing';
    const keeps = held !== null && held.what !== 'an empty graph';
    if (keeps && !force)
      throw new BadInputError(
        `${held?.what} is at ${graphFile}${held?.tells ?? ''}; --force puts the backup in its place and keeps it beside under another name`,
      );
    if (dryRun) return { holds, replaced, kept: null };
    await mkdir(dirname(graphFile), { recursive: true });
    return await unfinishedBeside(graphFile, async (unfinished) => {
      await from.engine.copyTo?.(unfinished);
      const kept = keeps ? await keep(graphFile) : null;
      await putInPlace(unfinished, graphFile, { replaces: there });
      return { holds, replaced, kept };
    });
  } finally {
    await held?.engine?.close();
    await from.engine.close();
  }
}

interface Held {
  readonly what: Restored['replaced'];
  /** What is in it, for people. */
  readonly tells: string;
  /** Holds the lock of the file until it is closed, and writes nothing. Null: nobody can have it open. */
  readonly engine: GraphEngine | null;
}

/** Takes the lock of the graph that is to be replaced, and looks at what it is. */
async function hold(graphFile: string, { settles }: { readonly settles: boolean }): Promise<Held> {
  const log = `${graphFile}.wal`;
  try {
    // What a killed process left in the log comes into the file, so that the file alone is all of the graph.
    if (settles && (await isThere(log))) await (await openEngine({ url: `embedded:${graphFile}` })).close();
    const engine = await openFileToRead(graphFile);
    try {
      if (settles && (await isThere(log)))
        throw new StoreError('GRAPH_IN_USE', `the graph file ${graphFile} was opened by another process just now`);
      return { ...(await lookAt(engine)), engine };
    } catch (error) {
      await engine.close();
      throw error;
    }
  } catch (error) {
    if (!(error instanceof KembarError) || error.code !== 'NOT_A_KEMBAR_GRAPH') throw inUse(error);
    return { what: 'a damaged or foreign file', tells: '', engine: null };
  }
}

async function lookAt(engine: GraphEngine): Promise<Pick<Held, 'what' | 'tells'>> {
  const graph = new Graph(engine, undefined, { deadlineMs: 600_000 });
  const { revision, dataSets, counts } = await summaryOf(graph);
  const [[{ empty } = { empty: true }], [state]] = await Promise.all([graph.ask('graph/is-empty'), graph.ask('graph/state')]);
  if (state === undefined) return { what: empty === true ? 'an empty graph' : 'a damaged or foreign file', tells: '' };
  if (dataSets.length === 0 && Object.keys(counts).length === 0) return { what: 'an empty graph', tells: '' };
  return { what: 'a graph', tells: `, revision ${revision} with ${dataSets.map(({ id }) => id).join(', ') || 'no data set'}` };
}

/** Gives what is to be replaced another name as well, and takes a log away that the backup must not have beside it. */
async function keep(graphFile: string): Promise<string> {
  const kept = `${graphFile}.before-restore-${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}`;
  await keepBeside(graphFile, kept).catch((error) => {
    throw new BadInputError(`the graph cannot be kept as ${kept}: ${(error as Error).message}`, error);
  });
  if (await isThere(`${graphFile}.wal`)) await rename(`${graphFile}.wal`, `${kept}.wal`);
  return kept;
}

async function mustHaveNoLog(graphFile: string): Promise<void> {
  if (await isThere(`${graphFile}.wal`))
    throw new BadInputError(`there is no graph at ${graphFile}, but ${graphFile}.wal, the log of one; move it away first`);
}

function inUse(error: unknown): unknown {
  if (!(error instanceof KembarError) || error.code !== 'GRAPH_IN_USE') return error;
  return new StoreError('GRAPH_IN_USE', `${error.message}; a graph is replaced only while nobody has it open`, error);
}
