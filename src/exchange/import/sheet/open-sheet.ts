import { BadInputError, DataInvalidError } from '../../../domain/errors.js';
import type { OnReject } from '../../reject.js';
import type { ToldOfFile } from '../import-source.js';
import type { Statement } from '../statement.js';
import { openTable } from '../table/open-table.js';
import type { Table } from '../table/table.js';
import { columnsOf, recognised } from './columns.js';
import type { Field } from './fields.js';
import { NO_MAPPING, type SheetMapping } from './mapping.js';
import { statementOf } from './row-statement.js';
import type { Reading } from './row-steps.js';
import { RowValues } from './row-values.js';
import { rowsOfTable } from './rows-of-table.js';
import { readValue } from './values.js';

/** A table of agreements that somebody keeps by hand. */
export interface Sheet {
  readonly file: string;
  /** Of the bytes of the file. */
  readonly sha256: string;
  /** What the mapping tells of it as a source, for rows that name none. */
  readonly told: ToldOfFile;
  /** Which column was taken for what. */
  readonly columns: ReadonlyMap<Field, string>;
  /** The line, or row, that names the columns. */
  readonly headerLine: number;
  /** Columns that say nothing that is read. */
  readonly leftAside: readonly string[];
  /** Lines that are none of the table, such as sums and signatures, once its statements were gone through. */
  readonly aside: readonly number[];
  /** Lines of the rows that do not say themselves which date is that of which step, once the statements were gone through. */
  readonly readings: ReadonlyMap<Reading, readonly number[]>;
  /**
   * Reads the rows one after another, each time anew. What is wrong in a row goes to `onReject`, each thing of it, and
   * then the row says no more than who its parties are. Throws `DataInvalidError` where the file breaks off.
   */
  statements(onReject: OnReject): AsyncIterable<Statement>;
}

/**
 * Opens a sheet of agreements: CSV, TSV or .xlsx. Its columns and words are recognised in Indonesian and English, and a
 * mapping tells the others. Throws `BadInputError` and `DataInvalidError` for what is wrong with it as a whole.
 */
export async function openSheet(file: string, mapping: SheetMapping = NO_MAPPING): Promise<Sheet> {
  const { table, of: columns, leftAside } = await underHeader(file, mapping);
  const { lastLine = Number.POSITIVE_INFINITY } = mapping;
  if (lastLine <= table.headerLine)
    throw new BadInputError(
      `${file}: the mapping says that the table ends in line ${lastLine}, and its columns are named in line ${table.headerLine}`,
    );
  let aside: number[] = [];
  let readings: ReadonlyMap<Reading, readonly number[]> = new Map();
  const told = toldOf(mapping);
  const statedOn = mapping.statedOn ?? (/^[\d-]+$/.test(told.published ?? '') ? told.published : undefined) ?? null;
  async function* rows(onReject: OnReject) {
    for await (const row of table.rows(onReject, [...columns.values()])) {
      const values = new RowValues(file, row, columns, mapping, onReject);
      if (!values.isBlank) yield values;
    }
  }
  return {
    file,
    sha256: table.sha256,
    told,
    columns,
    headerLine: table.headerLine,
    leftAside,
    get aside() {
      return aside;
    },
    get readings() {
      return readings;
    },
    async *statements(onReject) {
      const besides: number[] = [];
      const read = new Map<Reading, number[]>();
      for await (const row of rowsOfTable(rows(onReject), (line) => besides.push(line))) {
        const ofRow: Reading[] = [];
        const statement = statementOf(file, row.line, row, { statedOn, onReading: (reading) => ofRow.push(reading) });
        if (statement === null) continue;
        if (!statement.isLeftOut) for (const reading of ofRow) linesOf(read, reading).push(row.line);
        yield statement;
      }
      aside = besides;
      readings = read;
    },
  };
}

function linesOf(read: Map<Reading, number[]>, reading: Reading): number[] {
  const lines = read.get(reading) ?? [];
  read.set(reading, lines);
  return lines;
}

/** Above the line that names the columns there may be a title, but not much more. */
const OTHER_HEADER_LINES = [2, 3, 4, 5, 6, 7, 8, 9, 10];

/**
 * The table under the first line that names both parties, unless the mapping tells which line it is. Where none does, what
 * is told is what the line lacks that comes closest.
 */
async function underHeader(file: string, mapping: SheetMapping) {
  if (mapping.headerLine !== undefined) return opened(await openTable(file, mapping), mapping);
  let closest: { readonly columns: number; readonly fault: unknown } | null = null;
  for (const line of [undefined, ...OTHER_HEADER_LINES]) {
    let columns = 0;
    try {
      const table = await openTable(file, { ...mapping, headerLine: line });
      columns = recognised(table.columns);
      return opened(table, mapping);
    } catch (fault) {
      if (!isOfHeader(fault)) throw fault;
      if (closest === null || columns > closest.columns) closest = { columns, fault };
    }
  }
  throw closest?.fault;
}

function opened(table: Table, mapping: SheetMapping) {
  return { table, ...columnsOf(table, mapping) };
}

function isOfHeader(error: unknown): boolean {
  return error instanceof BadInputError || error instanceof DataInvalidError;
}

function toldOf({ source, dateOrder }: SheetMapping): ToldOfFile {
  if (source === undefined) return {};
  return { ...source, published: source.published === undefined ? undefined : readValue('sourcePublished', source.published, dateOrder) };
}
