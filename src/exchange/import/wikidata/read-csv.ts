import { pipeline, Readable } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import { DataInvalidError } from '../../../domain/errors.js';
import { type Cell, checkVariables, type ResultRow, type Variables } from './result-row.js';

/**
 * Rows of SPARQL results in CSV, as they arrive. CSV has no types and no languages: what is an address and what a text
 * follows from how it is written. Throws `DataInvalidError` when it is something else.
 */
export async function* readCsv(bytes: AsyncIterable<Uint8Array>, file: string, variables: Variables): AsyncGenerator<ResultRow> {
  const options = { record_delimiter: ['\r\n', '\n'], bom: true, info: true, skip_empty_lines: true };
  // What goes wrong reaches the loop through the last of them.
  const records = pipeline(Readable.from(bytes), parse(options), () => {});
  let header: readonly string[] | null = null;
  try {
    for await (const { record, info } of records as AsyncIterable<{ record: string[]; info: Info }>) {
      if (header === null) {
        checkVariables(file, info.lines, record, variables);
        header = record;
        continue;
      }
      const cells = new Map<string, Cell>();
      for (const name of variables.read) {
        const value = record[header.indexOf(name)] ?? '';
        if (value !== '') cells.set(name, { value, language: null });
      }
      yield { line: info.lines, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as { lines?: number }).lines ?? null;
    throw new DataInvalidError([{ file, line, field: '', message: `not comma-separated values: ${error.message}` }]);
  }
  if (header === null) checkVariables(file, null, [], variables);
}
