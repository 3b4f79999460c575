import { createWriteStream } from 'node:fs';
import { access, constants, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BadInputError } from '../../domain/errors.js';
import { unfinishedBeside } from '../../exchange/unfinished.js';
import { belongsToGraph } from '../../graph/belongs-to-graph.js';

export type Parts = AsyncIterable<string | Uint8Array>;

/** Refuses a place where no file can be written, before anything is asked. Throws `BadInputError`. */
export async function mustBeWritable(file: string): Promise<void> {
  try {
    const there = await stat(file).catch(nullWhereNothingIs);
    if (there?.isDirectory()) throw unwritable(file, 'it is a folder');
    if (there?.isFile() === false) throw unwritable(file, 'it is no ordinary file; without --output the standard output is written');
    if (await belongsToGraph(file)) throw unwritable(file, 'it is a graph, or part of one; name another file');
    await access(dirname(file), constants.W_OK);
  } catch (error) {
    throw isOfFiles(error) ? unwritable(file, reasonOf(error, file), error) : error;
  }
}

/**
 * Writes a text to a file, or to the standard output. A file is there when all of it is, and not before: it is written
 * under another name beside its place, and what was there stays until then. Throws `BadInputError` where it cannot be.
 */
export async function writeOutput(parts: Parts, file: string | null): Promise<void> {
  if (file === null) return toStandardOutput(parts);
  try {
    await unfinishedBeside(file, async (unfinished) => {
      await pipeline(Readable.from(parts), createWriteStream(unfinished, { flags: 'wx' }));
      await rename(unfinished, file);
    });
  } catch (error) {
    throw isOfFiles(error) ? unwritable(file, reasonOf(error, file), error) : error;
  }
}

/** Whoever reads may stop reading, as `head` does: that is no failure. */
async function toStandardOutput(parts: Parts): Promise<void> {
  try {
    await pipeline(Readable.from(parts), process.stdout, { end: false });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EPIPE' && code !== 'ERR_STREAM_DESTROYED') throw error;
  }
}

function nullWhereNothingIs(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

function unwritable(file: string, reason: string, cause?: unknown): BadInputError {
  return new BadInputError(`${file} cannot be written: ${reason}`, cause);
}

function reasonOf({ code = '' }: NodeJS.ErrnoException, file: string): string {
  const folder = dirname(file);
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: `there is no folder ${folder}`,
    ENOTDIR: `${folder} is no folder`,
    EACCES: `nothing may be written in ${folder}`,
    EPERM: `nothing may be written in ${folder}`,
    EROFS: `${folder} can only be read`,
    ENOSPC: 'there is no space left',
    ENAMETOOLONG: 'its name is too long',
  };
  return reasons[code] ?? `the system says ${code}`;
}

function isOfFiles(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';
}
