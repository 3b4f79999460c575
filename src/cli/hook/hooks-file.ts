import { readFile } from 'node:fs/promises';
import { BadInputError } from '../../domain/errors.js';
import { type HookEntries, readHookEntries } from '../../live/hooks/hook-entries.js';

/** What the file says that `--file` names, else that of the setting HOOKS_FILE. Throws `BadInputError`. */
export async function hooksOf(named: string | undefined): Promise<HookEntries> {
  const file = named ?? (process.env.HOOKS_FILE || null);
  if (file === null) throw new BadInputError('which file names the hooks? Name it with --file, or in the setting HOOKS_FILE.');
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new BadInputError(`${file} cannot be read: ${error.message}`, error);
  });
  return readHookEntries(file, text, process.env);
}
