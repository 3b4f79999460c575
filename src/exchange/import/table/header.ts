import { DataInvalidError } from '../../../domain/errors.js';
import { isBlank, type RawRow, type RawTable } from './table.js';

export interface Header {
  readonly line: number;
  /** Names of the columns by their place, without the unnamed ones at the end; empty: a column that has no name. */
  readonly columns: readonly string[];
}

/** More columns than a table that people keep has. */
const MOST_COLUMNS = 1000;

/** Finds the row that names the columns. Throws `DataInvalidError` when there is none, or when it names two alike. */
export async function readHeader(file: string, raw: RawTable, headerLine: number | undefined): Promise<Header> {
  const refuse = (line: number | null, field: string, message: string): never => {
    throw new DataInvalidError([{ file, line, field, message }]);
  };
  const row = await headerRow(raw, headerLine);
  if (row === null) {
    return headerLine === undefined
      ? refuse(null, '', 'the file is empty; its first line has to name the columns')
      : refuse(headerLine, '', `there is no such line or it is blank; it was said to name the columns`);
  }
  const names = row.cells.map((cell) => (typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim() : ''));
  const columns = names.slice(0, names.findLastIndex((name) => name !== '') + 1);
  if (columns.length === 0) refuse(row.line, '', 'the line names no column');
  if (columns.length > MOST_COLUMNS) refuse(row.line, '', `the line names ${columns.length} columns; at most ${MOST_COLUMNS} are accepted`);
  const places = new Map<string, number>();
  columns.forEach((name, place) => {
    const earlier = places.get(name);
    if (name !== '' && earlier !== undefined) {
      refuse(row.line, name, `columns ${columnLetters(earlier)} and ${columnLetters(place)} both have this name: give each its own`);
    }
    places.set(name, place);
  });
  return { line: row.line, columns };
}

async function headerRow(raw: RawTable, headerLine: number | undefined): Promise<RawRow | null> {
  for await (const row of raw.rows()) {
    if (headerLine !== undefined && row.line > headerLine) return null;
    if ((headerLine === undefined || row.line === headerLine) && !isBlank(row)) return row;
  }
  return null;
}

/** The letters by which spreadsheets show a column, counted from 0: A, B, ..., Z, AA. */
export function columnLetters(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : `${columnLetters(Math.floor(place / 26) - 1)}${letter}`;
}
