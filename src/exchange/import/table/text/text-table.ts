import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { BadInputError, DataInvalidError } from '../../../../domain/errors.js';
import type { CellFault, RawRow, RawTable, TableOptions } from '../table.js';
import { type Delimiter, findDelimiter, readDelimiter, sepOf } from './delimiter.js';
import { decoded, type Encoding, encodingOf, examineText, lineEnds } from './encoding.js';

/** Opens delimited text. A byte order mark tells UTF-16; else it has to be UTF-8. */
export async function openText(file: string, opening: Buffer, options: TableOptions): Promise<RawTable> {
  const told = options.delimiter === undefined ? null : readDelimiter(options.delimiter);
  const encoding = encodingOf(opening);
  const { sha256, beginning } = await examineText(file, encoding);
  const sep = sepOf(/^.*(?:\r\n?|\n)?/.exec(beginning)?.[0] ?? '');
  const delimiter = told ?? sep ?? findDelimiter(file, beginning, options.headerLine);
  return {
    sha256,
    async *rows() {
      for await (const row of textRows(file, encoding, delimiter)) if (sep === null || row.line > 1) yield row;
    },
  };
}

/** A row of more bytes than this is a quote that somebody left open. */
const LARGEST_ROW = 4 * 1024 * 1024;

async function* textRows(file: string, encoding: Encoding, delimiter: Delimiter): AsyncGenerator<RawRow> {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // A quote inside a cell that does not begin with one, as in: Kota "kembar".
    relax_quotes: true,
    max_record_size: LARGEST_ROW,
  });
  // What fails reaches the rows as well, where it is told.
  pipeline(decoded(file, encoding), parser).catch(() => {});
  let line = 1;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      yield { line, cells, fault: strayQuoteIn(cells) };
      // csv-parse counts a line end of Windows inside quotes as two.
      line += cells.reduce((sum, cell) => sum + lineEnds(cell), 1);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw new BadInputError(`${file} cannot be read: ${(error as Error).message}`, error);
    throw new DataInvalidError([{ file, line, field: '', message: explain(error) }]);
  }
}

/**
 * A quote that is never closed reaches to the next one, however many rows further on. The parser then keeps it, so that
 * the cell begins with a quote and has several lines.
 */
function strayQuoteIn(cells: readonly string[]): CellFault | undefined {
  const cell = cells.find((text) => text.startsWith('"') && lineEnds(text) > 0);
  if (cell === undefined) return undefined;
  return {
    shown: cell,
    reason: `a cell begins with a quote and goes on over ${lineEnds(cell) + 1} lines, as where a quote is left open`,
    remedy: 'close the quote, or take it away; a cell that does begin with a quote has to be in one line',
  };
}

function explain({ code, message }: CsvError): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return 'a quote is opened in the row that begins here and never closed: close it, or write a quote inside a cell twice';
  if (code === 'CSV_MAX_RECORD_SIZE')
    return `the row that begins here is larger than ${LARGEST_ROW} bytes: probably a quote is opened in it and never closed`;
  return `not delimited text: ${message}`;
}
