import type { z } from 'zod';
import { DataInvalidError, type DataProblem } from '../../../domain/errors.js';
import { explain } from '../../format/issues.js';
import { type OnReject, shownValue } from '../../reject.js';
import { openTable } from './open-table.js';

/** What a row says, with the line on which it begins. */
export interface ReadRow<T> {
  readonly line: number;
  readonly value: T;
}

export interface ReadRows<T> {
  /** Path of the file as it was given. */
  readonly file: string;
  readonly rows: readonly ReadRow<T>[];
  /** Changes whenever a byte of the file changes. */
  readonly sha256: string;
}

const REMEDY = 'mend the row as --help says of its columns; it was left out';

/** A file with more problems than this is of another kind, and the rest of it tells nothing new. */
const MOST_PROBLEMS = 100;

/**
 * Reads a whole table with the columns of a schema, in any order; other columns are left aside. Rows that are wrong are
 * left out and told to `onReject`; without it they are an error, as what is wrong with the file as a whole always is.
 * Throws `BadInputError`, and `DataInvalidError` with what is wrong in which line and field.
 */
export async function readRows<Row extends z.ZodObject>(
  file: string,
  row: Row,
  onReject: OnReject | null = null,
): Promise<ReadRows<z.output<Row>>> {
  const columns = Object.keys(row.shape);
  const table = await openTable(file);
  const missing = columns.filter((name) => !table.columns.includes(name));
  if (missing.length > 0) {
    const message = `the line names the columns ${table.columns.join(', ')}, and has no ${missing.join(', ')}`;
    throw new DataInvalidError([{ file, line: table.headerLine, field: '', message }]);
  }
  const problems: DataProblem[] = [];
  const asProblem: OnReject = ({ line, field, reason }) => {
    problems.push({ file, line, field, message: reason });
    if (problems.length === MOST_PROBLEMS) throw new DataInvalidError(problems);
  };
  const leaveOut = onReject ?? asProblem;
  const rows: ReadRow<z.output<Row>>[] = [];
  for await (const { line, cells } of table.rows(leaveOut, columns)) {
    const parsed = row.safeParse(Object.fromEntries(cells));
    if (parsed.success) rows.push({ line, value: parsed.data });
    for (const issue of parsed.error?.issues ?? []) {
      const field = String(issue.path[0] ?? '');
      leaveOut({ file, line, field, value: shownValue(cells.get(field) ?? ''), reason: explain(issue), remedy: REMEDY });
    }
  }
  if (problems.length > 0) throw new DataInvalidError(problems);
  return { file, rows, sha256: table.sha256 };
}
