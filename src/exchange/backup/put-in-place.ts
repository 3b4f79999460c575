import { copyFile, link, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BadInputError } from '../../domain/errors.js';

/** Whether something has that name. */
export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Gives a finished file its name, so that a power cut leaves either what was there before or all of it. */
export async function putInPlace(finished: string, file: string, { replaces }: { readonly replaces: boolean }): Promise<void> {
  await settle(finished);
  if (replaces) await rename(finished, file);
  else {
    await keepBeside(finished, file).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EEXIST' ? new BadInputError(`${file} is there already; --force replaces it`, error) : error;
    });
    await rm(finished);
  }
  await settle(dirname(file));
}

/** Gives a file a second name, at which nothing may be yet; where the file system knows no such thing, a copy has it. */
export async function keepBeside(file: string, name: string): Promise<void> {
  try {
    await link(file, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || (await isThere(name))) throw error;
    await copyFile(file, name);
    await settle(name);
  }
}

/** Waits until a file, or the names in a folder, are on the disk. */
async function settle(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some systems have no such thing for folders.
    if (!['EPERM', 'EINVAL', 'EISDIR', 'EBADF'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    await handle.close();
  }
}
