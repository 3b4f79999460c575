import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { BadInputError } from '../domain/errors.js';

/** What a file holds. Throws `BadInputError` where it cannot be read. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const part of createReadStream(file)) hash.update(part as Buffer);
  } catch (error) {
    throw new BadInputError(`${file} cannot be read: ${(error as Error).message}`, error);
  }
  return hash.digest('hex');
}

/**
 * What is read of a file that was looked at before: its rows are not under that header, and its parties not those that were
 * found, once somebody saved it. Throws `BadInputError` where it holds something else by now.
 */
export async function* whileUnchanged<T>(file: string, sha256: string, read: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* read;
  } catch (error) {
    await mustBeUnchanged(file, sha256);
    throw error;
  }
  await mustBeUnchanged(file, sha256);
}

async function mustBeUnchanged(file: string, sha256: string): Promise<void> {
  if ((await sha256Of(file)) !== sha256) throw new BadInputError(`${file} was changed while the import read it; import it again`);
}
