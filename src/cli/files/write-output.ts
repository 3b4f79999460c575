import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BadInputError } from '../../domain/errors.js';

export type Parts = AsyncIterable<string | Uint8Array>;

/**
 * Writes a text to a file, or to the standard output. A file is there when all of it is, and not before: it is written
 * under another name beside its place, and what was there stays until then. Throws `BadInputError` where the file cannot be.
 */
export async function writeOutput(parts: Parts, file: string | null): Promise<void> {
  if (file === null) return toStandardOutput(parts);
  const unfinished = `${file}.${process.pid}.unfinished`;
  try {
    await pipeline(Readable.from(parts), createWriteStream(unfinished, { flags: 'wx' }));
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    if (!isOfFiles(error)) throw error;
    throw new BadInputError(`${file} cannot be written: ${error.message}`, error);
  }
}

/** Whoever reads may stop reading, as `head` does: that is no failure. */
async function toStandardOutput(parts: Parts): Promise<void> {
  process.stdout.on('error', () => undefined);
  try {
    await pipeline(Readable.from(parts), process.stdout, { end: false });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EPIPE' && code !== 'ERR_STREAM_DESTROYED') throw error;
  }
}

function isOfFiles(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';
}
