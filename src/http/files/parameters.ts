import type { GivenTexts } from '../../api/tables/inputs.js';
import { BadInputError } from '../../domain/errors.js';

/** How a file is asked for, beside its question. No operation has a variable of such a name. */
export const FILE_OPTIONS = ['path', 'unwind', 'bare'] as const;
export type FileOption = (typeof FILE_OPTIONS)[number];

/** The parameters of an address: options of a file, and the rest. Throws `BadInputError`. */
export function parametersOf(
  query: unknown,
  accepted: readonly FileOption[],
): { options: Readonly<Partial<Record<FileOption, string>>>; texts: GivenTexts } {
  const texts = Object.fromEntries(
    Object.entries(query as Readonly<Record<string, string | string[]>>).map(([name, given]) => [
      name,
      Array.isArray(given) ? given : [given],
    ]),
  );
  const options: Partial<Record<FileOption, string>> = {};
  for (const name of accepted) {
    const [text, ...more] = texts[name] ?? [];
    if (more.length > 0) throw new BadInputError(`${name} is given ${more.length + 1} times. Accepted is one.`);
    if (text !== undefined) options[name] = text;
    delete texts[name];
  }
  return { options, texts };
}

/** Whether a file is to hold nothing but its rows. Throws `BadInputError`. */
export function isBare(text: string | undefined): boolean {
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  throw new BadInputError(`bare is "${text}". Accepted are true and false.`);
}
