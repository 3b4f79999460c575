import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { CsvError, type Info, parse } from 'csv-parse';
import type { z } from 'zod';
import { BadInputError, DataInvalidError, type DataProblem } from '../../../domain/errors.js';
import { explain } from '../../format/issues.js';
import { type OnReject, shownValue } from '../../reject.js';

/** A row that was read, with the line that it ends on. */
export interface TableRow<T> {
  readonly line: number;
  readonly value: T;
}

export interface Table<T> {
  /** Path of the file as it was given. */
  readonly file: string;
  readonly rows: readonly TableRow<T>[];
  /** Changes whenever a byte of the file changes. */
  readonly sha256: string;
}

const ROW_REMEDY = 'mend the row as --help says of its columns; it was left out';

/** A file with more problems than this is of another kind, and the rest of it tells nothing new. */
const MOST_PROBLEMS = 100;

/**
 * Reads a file of tab-separated values whose first line names the columns, in any order; other columns are
 * left aside. Rows that are wrong are left out and told to `onReject`; without it they are an error, as what is wrong
 * with the file as a whole always is. Throws `DataInvalidError` with what is wrong in which line and field.
 */
export async function readTsv<Row extends z.ZodObject>(
  file: string,
  row: Row,
  onReject: OnReject | null = null,
): Promise<Table<z.output<Row>>> {
  const columns = Object.keys(row.shape);
  const rows: TableRow<z.output<Row>>[] = [];
  const problems: DataProblem[] = [];
  const report = (line: number | null, field: string, message: string) => problems.push({ file, line, field, message });
  const leaveOut = (line: number, field: string, value: string, reason: string) => {
    if (onReject === null) report(line, field, reason);
    else onReject({ file, line, field, value: shownValue(value), reason, remedy: ROW_REMEDY });
  };
  const hash = createHash('sha256');
  let header: readonly string[] | null = null;

  const take = (cells: readonly string[], line: number) => {
    if (header === null) {
      header = cells;
      const missing = columns.filter((name) => !cells.includes(name));
      if (missing.length > 0) report(line, '', `the first line names the columns, and has no ${missing.join(', ')}`);
      for (const name of columns) if (cells.indexOf(name) !== cells.lastIndexOf(name)) report(line, name, 'the column is there twice');
      return;
    }
    if (cells.length !== header.length) {
      leaveOut(line, '', cells.join('\t'), `the row has ${cells.length} fields, the first line has ${header.length}`);
      return;
    }
    const names = header;
    const written = Object.fromEntries(columns.map((name) => [name, cells[names.indexOf(name)] ?? '']));
    const parsed = row.safeParse(written);
    if (parsed.success) rows.push({ line, value: parsed.data });
    else {
      for (const issue of parsed.error.issues) {
        const field = String(issue.path[0] ?? '');
        leaveOut(line, field, written[field] ?? '', explain(issue));
      }
    }
  };

  try {
    await pipeline(
      createReadStream(file),
      async function* (bytes: AsyncIterable<Buffer>) {
        for await (const chunk of bytes) {
          hash.update(chunk);
          yield chunk;
        }
      },
      parse({ delimiter: '\t', record_delimiter: ['\r\n', '\n'], bom: true, info: true, relax_column_count: true, skip_empty_lines: true }),
      async (records: AsyncIterable<{ record: string[]; info: Info }>) => {
        for await (const { record, info } of records) {
          if (record.some((cell) => cell.includes('\uFFFD'))) leaveOut(info.lines, '', record.join('\t'), 'the line is not UTF-8');
          else take(record, info.lines);
          // Without its columns no row of the file can be read.
          if (problems.length >= MOST_PROBLEMS || (rows.length === 0 && info.records === 1 && problems.length > 0)) {
            throw new DataInvalidError(problems);
          }
        }
      },
    );
  } catch (error) {
    if (error instanceof DataInvalidError) throw error;
    if (error instanceof CsvError) {
      report((error as { lines?: number }).lines ?? null, '', `not tab-separated values: ${error.message}`);
      throw new DataInvalidError(problems);
    }
    throw new BadInputError(`${file} cannot be read: ${(error as Error).message}`, error);
  }
  if (header === null) report(null, '', `the file is empty; its first line names the columns ${columns.join(', ')}`);
  if (problems.length > 0) throw new DataInvalidError(problems);
  return { file, rows, sha256: hash.digest('hex') };
}
