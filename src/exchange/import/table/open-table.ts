import { open, stat } from 'node:fs/promises';
import { BadInputError } from '../../../domain/errors.js';
import { whileUnchanged } from '../../unchanged-file.js';
import { readHeader } from './header.js';
import { rowsUnder } from './rows.js';
import type { Table, TableOptions } from './table.js';
import { openText } from './text/text-table.js';
import { openWorkbookSheet } from './xlsx/sheet-table.js';

/**
 * Opens a table: comma-separated, tab-separated or otherwise delimited text, or a sheet of an Excel workbook (.xlsx).
 * What it is, its bytes tell and not its name. The file is gone through once, so that what is wrong with it as a whole
 * is known before any row is read. Throws `BadInputError` for what is no table or cannot be read, and
 * `DataInvalidError` for a table that is damaged or names no columns.
 */
export async function openTable(file: string, options: TableOptions = {}): Promise<Table> {
  const opening = await openingOf(file);
  const raw = await rawTable(file, opening, options);
  const header = await readHeader(file, raw, options.headerLine);
  return {
    file,
    columns: header.columns.filter((name) => name !== ''),
    headerLine: header.line,
    sha256: raw.sha256,
    sheet: raw.sheet,
    rows: (onReject, columns) =>
      whileUnchanged(file, raw.sha256, rowsUnder(header, raw, { file, onReject, columns, lastLine: options.lastLine })),
  };
}

function rawTable(file: string, opening: Buffer, options: TableOptions) {
  if (opening.subarray(0, 4).equals(ZIP)) {
    if (options.delimiter !== undefined) throw new BadInputError(`${file} is a workbook, whose cells have no delimiter: leave it out`);
    return openWorkbookSheet(file, options.sheet);
  }
  if (opening.equals(OLE)) {
    throw new BadInputError(
      `${file} is an Excel workbook of the old format (.xls), or one that is protected by a password: save it as .xlsx without a password, or as CSV UTF-8`,
    );
  }
  if (opening.subarray(0, 5).equals(PDF)) throw new BadInputError(`${file} is a PDF, and no table; accepted is ${ACCEPTED}`);
  if (options.sheet !== undefined) throw new BadInputError(`${file} is text and has no sheets: leave out the sheet ${options.sheet}`);
  return openText(file, opening, options);
}

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const PDF = Buffer.from('%PDF-', 'latin1');
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** The first bytes of a file, as many as tell what it is. */
async function openingOf(file: string): Promise<Buffer> {
  try {
    const found = await stat(file);
    if (!found.isFile())
      throw new BadInputError(`${file} is ${found.isDirectory() ? 'a folder' : 'no file'}; a table is accepted: ${ACCEPTED}`);
    await using handle = await open(file);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    if (error instanceof BadInputError) throw error;
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'is not there' : `cannot be read: ${(error as Error).message}`;
    throw new BadInputError(`${file} ${why}; a table is accepted: ${ACCEPTED}`, error);
  }
}

const ACCEPTED = 'CSV, TSV or other delimited text in UTF-8, or an Excel workbook (.xlsx)';
