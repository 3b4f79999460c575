import { JSONParser } from '@streamparser/json';
import { z } from 'zod';
import { DataInvalidError } from '../../../domain/errors.js';
import { type Cell, checkVariables, type ResultRow, type Variables } from './result-row.js';

/** Results that end before they should. What came before may have been given already. */
export class BrokenResults extends Error {
  /** Whether the service says that it ran out of time: it has answered 200 by then, and can only break the answer. */
  readonly timedOut: boolean;
  readonly rows: number;
  constructor(rows: number, timedOut: boolean, cause: unknown) {
    super(`the results break off after ${rows} rows`, { cause });
    this.timedOut = timedOut;
    this.rows = rows;
  }
}

const TERM = z.object({ value: z.string(), 'xml:lang': z.string().optional() });

/** How a row stands in each of the two shapes, and where. */
const SHAPES = {
  /** SPARQL 1.1 results, which query.wikidata.org offers as verbose JSON. */
  object: { paths: ['$.head.vars', '$.results.bindings.*'], row: z.record(z.string(), TERM) },
  /** The plain JSON of query.wikidata.org: values without their types. */
  array: {
    paths: ['$.*'],
    row: z.record(
      z.string(),
      z.string().transform((value) => ({ value })),
    ),
  },
} as const;

const LINE_FEED = 10;
const SPACES: ReadonlySet<number> = new Set([9, LINE_FEED, 13, 32]);
const MARK = [0xef, 0xbb, 0xbf];
/** Of what follows a break, so much is looked at for its cause. */
const LONGEST_TAIL = 256 * 1024;

/**
 * Rows of SPARQL results in JSON, as they arrive; a row is held no longer than it takes to use it. Throws
 * `DataInvalidError` when it is JSON of another kind, and `BrokenResults` when it is no JSON to the end.
 */
export async function* readJson(bytes: AsyncIterable<Uint8Array>, file: string, variables: Variables): AsyncGenerator<ResultRow> {
  const chunks = bytes[Symbol.asyncIterator]();
  const start = await firstBytes(chunks);
  const { paths, row: shape } = SHAPES[start[0] === '['.charCodeAt(0) ? 'array' : 'object'];
  const parser = new JSONParser({ paths: [...paths], keepStack: false });
  const wrong = (line: number | null, message: string) => new DataInvalidError([{ file, line, field: '', message }]);
  const found: ResultRow[] = [];
  let headSeen = false;
  let line = 0;
  parser.onValue = ({ value, key }) => {
    if (key === 'vars') {
      const names = z.array(z.string()).safeParse(value);
      if (!names.success) throw wrong(null, 'head.vars is no list of names');
      checkVariables(file, null, names.data, variables);
      headSeen = true;
      return;
    }
    line += 1;
    const row = shape.safeParse(value);
    if (!row.success) throw wrong(line, 'a row is an object with a value for each variable, and this one is not');
    if (!headSeen) checkVariables(file, line, Object.keys(row.data), variables);
    headSeen = true;
    found.push({ line, cells: cellsOf(row.data, variables) });
  };
  try {
    let chunk = start;
    for (;;) {
      try {
        parser.write(chunk);
      } catch (error) {
        if (error instanceof DataInvalidError) throw error;
        yield* found.splice(0);
        throw new BrokenResults(line, tellsOfTimeout(await textFrom(chunk, chunks)), error);
      }
      yield* found.splice(0);
      const next = await chunks.next();
      if (next.done) break;
      chunk = next.value;
    }
    if (start.length === 0 || !parser.isEnded) throw new BrokenResults(line, false, null);
    if (!headSeen && shape === SHAPES.object.row) throw wrong(null, 'it has neither head.vars nor results, so it is no SPARQL result');
  } finally {
    await chunks.return?.();
  }
}

function cellsOf(row: Readonly<Record<string, { value: string; 'xml:lang'?: string }>>, { read }: Variables): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const name of read) {
    const term = row[name];
    if (term !== undefined && term.value !== '') cells.set(name, { value: term.value, language: term['xml:lang'] ?? null });
  }
  return cells;
}

/** Bytes from the first one on that is neither a byte order mark nor white space; none: there are no others. */
async function firstBytes(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let start: Uint8Array = new Uint8Array();
  for (;;) {
    const next = await chunks.next();
    if (!next.done) start = Buffer.concat([start, next.value]);
    if (start.length < MARK.length && !next.done) continue;
    const from = start.findIndex((byte, index) => byte !== MARK[index] && !SPACES.has(byte));
    if (from >= 0) return start.subarray(from);
    if (next.done) return new Uint8Array();
  }
}

async function textFrom(chunk: Uint8Array, chunks: AsyncIterator<Uint8Array>): Promise<string> {
  const parts = [chunk];
  let length = chunk.length;
  while (length < LONGEST_TAIL) {
    const next = await chunks.next().catch(() => null);
    if (next === null || next.done) break;
    parts.push(next.value);
    length += next.value.length;
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Whether a text is what the query service says when a query has taken too long. */
export function tellsOfTimeout(text: string): boolean {
  return /TimeoutException|deadline is expired|timed out/i.test(text);
}
