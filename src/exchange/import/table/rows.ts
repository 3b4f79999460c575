import { LOST_CHARACTER, LOST_REASON, LOST_REMEDY } from '../../lost-characters.js';
import { type OnReject, shownValue } from '../../reject.js';
import { columnLetters, type Header } from './header.js';
import { type Cell, isBlank, LONGEST_CELL, type RawRow, type RawTable, type TableRow } from './table.js';

interface Reading {
  readonly file: string;
  readonly onReject: OnReject;
  readonly columns?: readonly string[] | undefined;
  readonly lastLine?: number | undefined;
}

/** The rows under a header, blank ones left out. Cells that lack at the end of a row are empty; ones too many refuse it. */
export async function* rowsUnder(header: Header, raw: RawTable, reading: Reading): AsyncGenerator<TableRow> {
  const wanted = header.columns.flatMap((name, place) =>
    name !== '' && (reading.columns?.includes(name) ?? true) ? [{ name, place }] : [],
  );
  for await (const row of raw.rows()) {
    if (row.line > (reading.lastLine ?? Number.POSITIVE_INFINITY)) return;
    if (row.line <= header.line || isBlank(row)) continue;
    const cells = cellsOf(row, header, wanted, reading);
    if (cells !== null) yield { line: row.line, cells };
  }
}

type Wanted = readonly { readonly name: string; readonly place: number }[];

function cellsOf(
  { line, cells, fault }: RawRow,
  { columns }: Header,
  wanted: Wanted,
  { file, onReject }: Reading,
): Map<string, string> | null {
  let sound = true;
  const reject = (field: string, value: string, reason: string, remedy: string) => {
    sound = false;
    onReject({ file, line, field, value: shownValue(value), reason, remedy });
  };
  if (fault !== undefined) {
    reject('', fault.shown, fault.reason, fault.remedy);
    return null;
  }
  const surplus = cells.findIndex((cell, place) => place >= columns.length && (typeof cell !== 'string' || cell.trim() !== ''));
  if (surplus >= 0) {
    const reason = `column ${columnLetters(surplus)} has no name, since the header names ${columns.length} columns`;
    reject('', textOf(cells[surplus]), reason, 'put cells that hold the delimiter into quotes, or name the column in the header');
    return null;
  }
  const texts = new Map<string, string>();
  for (const { name, place } of wanted) {
    const cell = cells[place] ?? '';
    if (typeof cell !== 'string') reject(name, cell.shown, cell.reason, cell.remedy);
    else if (cell.length > LONGEST_CELL) {
      const reason = `the cell has ${cell.length} characters`;
      reject(name, cell, reason, `at most ${LONGEST_CELL} are accepted: shorten it, or look for a quote that is left open`);
    } else if (LOST_CHARACTER.test(cell)) reject(name, cell, LOST_REASON, LOST_REMEDY);
    else texts.set(name, cell);
  }
  return sound ? texts : null;
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'object' ? cell.shown : (cell ?? '');
}
