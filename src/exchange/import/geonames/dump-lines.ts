import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { openPromise } from 'yauzl';
import { BadInputError, DataInvalidError } from '../../../domain/errors.js';

/** Lines of a file that follow one another. */
interface Lines {
  /** Number of the first of them, from 1. */
  readonly first: number;
  readonly texts: readonly string[];
}

/** A line of more characters than this is none of a dump. */
const LONGEST_LINE = 1024 * 1024;

/**
 * Goes through the lines of a file of GeoNames, as it is or as the .zip that it is downloaded in, without holding more than
 * a piece of it; empty lines are left out. What is not UTF-8 becomes U+FFFD. Gives the SHA-256 of the file's bytes, or of
 * what is in the zip. Throws `BadInputError` and `DataInvalidError`.
 */
export async function eachDumpLine(file: string, take: (text: string, line: number) => void): Promise<string> {
  const lines = dumpLines(file);
  for (let piece = await lines.next(); ; piece = await lines.next()) {
    if (piece.done) return piece.value;
    const { first, texts } = piece.value;
    texts.forEach((text, index) => {
      if (text !== '') take(text, first + index);
    });
  }
}

/** The lines, and at the end the hash. */
async function* dumpLines(file: string): AsyncGenerator<Lines, string> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8');
  let first = 1;
  let rest = '';
  for await (const bytes of bytesOf(file)) {
    hash.update(bytes);
    const texts = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = texts.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw invalid(file, first + texts.length, `the line has more than ${LONGEST_LINE} characters`);
    if (texts.length > 0) yield { first, texts: texts.map(withoutReturn) };
    first += texts.length;
  }
  rest += decoder.decode();
  if (rest !== '') yield { first, texts: [withoutReturn(rest)] };
  return hash.digest('hex');
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  try {
    yield* (await isZip(file)) ? unzipped(file) : createReadStream(file, { highWaterMark: 1024 * 1024 });
  } catch (error) {
    if (error instanceof BadInputError || error instanceof DataInvalidError) throw error;
    throw new BadInputError(`${file} cannot be read: ${(error as Error).message}`, error);
  }
}

async function isZip(file: string): Promise<boolean> {
  await using handle = await open(file);
  const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
  return buffer.toString('latin1') === 'PK\x03\x04';
}

/** The text in a zip: the one that is named as the zip is, or the only one beside a readme. */
async function* unzipped(file: string): AsyncGenerator<Buffer> {
  const zip = await openPromise(file, { autoClose: false });
  try {
    const entries = [];
    for await (const entry of zip.eachEntry()) if (/\.txt$/i.test(entry.fileName)) entries.push(entry);
    const named = entries.filter(
      ({ fileName }) =>
        fileName.toLowerCase() ===
        basename(file)
          .toLowerCase()
          .replace(/\.zip$/, '.txt'),
    );
    const others = entries.filter(({ fileName }) => !/readme/i.test(fileName));
    const [entry] = named.length === 1 ? named : others.length === 1 ? others : [];
    if (entry === undefined) {
      const found = entries.map(({ fileName }) => fileName).join(', ') || 'none';
      throw invalid(file, null, `the zip has to hold one .txt of GeoNames beside a readme; it holds ${found}: unpack it and give the file`);
    }
    yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
  } finally {
    zip.close();
  }
}

function invalid(file: string, line: number | null, message: string): DataInvalidError {
  return new DataInvalidError([{ file, line, field: '', message }]);
}
