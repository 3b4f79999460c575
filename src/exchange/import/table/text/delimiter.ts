import { BadInputError } from '../../../../domain/errors.js';

/** What is accepted between the cells of a text. */
const DELIMITERS = { '\t': 'tab', ';': 'semicolon', ',': 'comma', '|': 'vertical bar' } as const;
export type Delimiter = keyof typeof DELIMITERS;

/** Reads a delimiter that was given: the character, or its name. Throws `BadInputError`. */
export function readDelimiter(given: string): Delimiter {
  const found = Object.entries(DELIMITERS).find(
    ([character, name]) => given === character || given.toLowerCase() === name || given === ESCAPED[character],
  );
  if (found) return found[0] as Delimiter;
  const accepted = Object.values(DELIMITERS).join(', ');
  throw new BadInputError(`there is no delimiter “${given}”; accepted are ${accepted}, or the character itself`);
}

const ESCAPED: Readonly<Record<string, string>> = { '\t': '\\t' };

/** The line that Excel takes for the delimiter of the file, and no row. */
const SEP_LINE = /^sep=([\t;,|])\r?\n?$/i;

export function sepOf(line: string): Delimiter | null {
  return (SEP_LINE.exec(line)?.[1] as Delimiter | undefined) ?? null;
}

/**
 * The delimiter of a text: the one that its header has most often, outside of quotes. Throws `BadInputError` where two
 * are equally often in it, since neither is more likely. A header without any is the name of a single column.
 */
export function findDelimiter(file: string, beginning: string, headerLine: number | undefined): Delimiter {
  const header = headerOf(beginning, headerLine).replace(/"[^"]*"?/g, '');
  const counts = (Object.keys(DELIMITERS) as Delimiter[])
    .map((delimiter) => ({ delimiter, count: header.split(delimiter).length - 1 }))
    .sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  if (first === undefined || first.count === 0) return ',';
  if (first.count === second?.count) {
    const [one, other] = [DELIMITERS[first.delimiter], DELIMITERS[second.delimiter]];
    throw new BadInputError(`the header of ${file} has as many of ${one} as of ${other}: say which delimiter it is`);
  }
  return first.delimiter;
}

/** The header of a text, which goes on after a line end inside quotes. */
function headerOf(beginning: string, headerLine: number | undefined): string {
  const lines = beginning.split(/\r\n?|\n/);
  const first = headerLine === undefined ? lines.findIndex((line) => line.trim() !== '' && sepOf(line) === null) : headerLine - 1;
  let header = lines[first] ?? '';
  for (let next = first + 1; isOpen(header) && next < lines.length; next += 1) header += `\n${lines[next]}`;
  return header;
}

function isOpen(text: string): boolean {
  return text.split('"').length % 2 === 0;
}
