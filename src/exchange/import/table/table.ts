import type { OnReject } from '../../reject.js';

/** A file whose rows are under named columns, whatever its format. */
export interface Table {
  /** Path of the file as it was given. */
  readonly file: string;
  /** Names of the columns in their order; columns without a name are left aside. */
  readonly columns: readonly string[];
  /** The line, or row of the sheet, that names them. */
  readonly headerLine: number;
  /** Of the bytes of the file. */
  readonly sha256: string;
  /** Undefined: the file is text, and has no sheets. */
  readonly sheet?: SheetOfWorkbook | undefined;
  /**
   * Reads the rows one after another, each time anew. A row that cannot be read goes to `onReject` and the rest goes
   * on. Only the columns asked for are read: what is wrong in others is nobody's concern. Throws `DataInvalidError`
   * where the file breaks off, and `BadInputError` where it was
   * changed since it was opened.
   */
  rows(onReject: OnReject, columns?: readonly string[]): AsyncIterable<TableRow>;
}

export interface TableRow {
  /** Line on which the row begins, or number of the row in its sheet, from 1. */
  readonly line: number;
  /** Text of the cells by column, as it stands; a cell that is not there is empty. */
  readonly cells: ReadonlyMap<string, string>;
}

export interface TableOptions {
  /** What stands between cells of a text file; else the header tells. */
  readonly delimiter?: string | undefined;
  /** Name of a sheet of a workbook; else the first one that is not hidden. */
  readonly sheet?: string | undefined;
  /** Line or row that names the columns; else the first one that is not blank. */
  readonly headerLine?: number | undefined;
  /** Last line or row of the table; else the last of the file. */
  readonly lastLine?: number | undefined;
}

/** What stands in a cell: its text, or why it has none. */
export type Cell = string | CellFault;

export interface CellFault {
  /** What the cell shows. */
  readonly shown: string;
  readonly reason: string;
  readonly remedy: string;
}

export interface RawRow {
  readonly line: number;
  readonly cells: readonly Cell[];
  /** Why its cells cannot be told apart. */
  readonly fault?: CellFault | undefined;
}

/** Which sheet of a workbook a table is. */
export interface SheetOfWorkbook {
  readonly name: string;
  /** Names of the other sheets that can be seen. */
  readonly others: readonly string[];
}

/** Rows of a file before it is known which of them names the columns. */
export interface RawTable {
  readonly sha256: string;
  readonly sheet?: SheetOfWorkbook;
  rows(): AsyncIterable<RawRow>;
}

/** The most characters that a cell may have, which is what Excel can hold. */
export const LONGEST_CELL = 32_767;

export function isBlank({ cells }: RawRow): boolean {
  return cells.every((cell) => typeof cell === 'string' && cell.trim() === '');
}
