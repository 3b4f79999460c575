import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { BadInputError, DataInvalidError } from '../../../../domain/errors.js';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding that the first bytes of a text tell. */
export function encodingOf(opening: Buffer): Encoding {
  if (opening[0] === 0xff && opening[1] === 0xfe) return 'utf-16le';
  return opening[0] === 0xfe && opening[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** The text of a file in pieces, without its byte order mark; what cannot be decoded is U+FFFD. */
export async function* decoded(file: string, encoding: Encoding, onBytes?: (bytes: Buffer) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of createReadStream(file)) {
    onBytes?.(bytes);
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder.decode();
}

export interface ExaminedText {
  readonly sha256: string;
  /** Its beginning, in which the header is. */
  readonly beginning: string;
}

const BEGINNING = 65_536;

/**
 * Goes through a file and refuses what is not text. One character that is not UTF-8 refuses the whole file: it was
 * written in another encoding, and rows that happen to have no such letter would be taken while others are not.
 */
export async function examineText(file: string, encoding: Encoding): Promise<ExaminedText> {
  const hash = createHash('sha256');
  let beginning = '';
  // A line end that falls apart between two pieces is counted twice, which only the message of a refusal shows.
  let line = 1;
  try {
    for await (const text of decoded(file, encoding, (bytes) => hash.update(bytes))) {
      const at = text.search(NOT_TEXT);
      if (at >= 0) {
        refuse(
          file,
          line + lineEnds(text.slice(0, at)),
          text[at] === '\0' ? NUL : WRONG_ENCODING,
          text.slice(Math.max(0, at - 20), at + 20),
        );
      }
      line += lineEnds(text);
      if (beginning.length < BEGINNING) beginning += text.slice(0, BEGINNING - beginning.length);
    }
  } catch (error) {
    if (error instanceof DataInvalidError) throw error;
    throw new BadInputError(`${file} cannot be read: ${(error as Error).message}`, error);
  }
  if (/^\s*<[!?a-z]/i.test(beginning)) {
    throw new BadInputError(
      `${file} is a web page or other markup, whatever its name: open it in a spreadsheet and save it as .xlsx or CSV UTF-8`,
    );
  }
  return { sha256: hash.digest('hex'), beginning };
}

const NOT_TEXT = /[\0\uFFFD]/;
const NUL = 'there is a NUL character, which no text has: save the file as CSV UTF-8 (or as UTF-16 with a byte order mark)';
const WRONG_ENCODING = 'the file is not UTF-8: save it as UTF-8, which Excel calls “CSV UTF-8 (comma delimited)”';

/** How many lines end in a text: by LF, CR, or both. */
export function lineEnds(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}

function refuse(file: string, line: number, message: string, around: string): never {
  const shown = around.split(/[\r\n]/).reduce((longest, part) => (/[\0\uFFFD]/.test(part) ? part : longest), '');
  throw new DataInvalidError([{ file, line, field: '', message: `${message}. It is near “${shown.replaceAll('\0', '␀').trim()}”` }]);
}
