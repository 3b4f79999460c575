import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { DataInvalidError, KembarError } from '../../../../domain/errors.js';
import type { RawTable } from '../table.js';
import { readDayFormats } from './day-formats.js';
import { readMergedCells, withMerged } from './merged-cells.js';
import { PackageParts } from './package-parts.js';
import { readSharedStrings } from './shared-strings.js';
import { type CellContext, sheetRows } from './sheet-cells.js';
import { readWorkbook, sheetOf } from './workbook.js';
import { readXml } from './xml.js';

/**
 * Opens a sheet of an Excel workbook: the one of the name, or the first one that is not hidden. Hidden rows and columns
 * are read as the others are.
 */
export async function openWorkbookSheet(file: string, name: string | undefined): Promise<RawTable> {
  const sha256 = await digestOf(file);
  await using parts = await PackageParts.open(file);
  return await readable(file, async () => {
    const workbook = await readWorkbook(file, parts);
    const sheet = sheetOf(file, workbook, name);
    const { part } = sheet;
    const context: CellContext = {
      sharedStrings: workbook.sharedStrings === null ? [] : await readSharedStrings(parts.text(workbook.sharedStrings)),
      dayFormats: workbook.styles === null ? [] : await readDayFormats(parts.text(workbook.styles)),
      from1904: workbook.from1904,
    };
    const merged = await readMergedCells(parts.text(part));
    return {
      sha256,
      sheet: {
        name: sheet.name,
        others: workbook.sheets.filter((one) => one !== sheet && !one.hidden).map((one) => one.name),
      },
      async *rows() {
        await using reopened = await PackageParts.open(file);
        yield* withMerged(readXml(reopened.text(part), sheetRows(context)), merged);
      },
    };
  });
}

/** Of faults in the XML it is enough to know that there are some: nobody mends a workbook by hand. */
async function readable<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof KembarError) throw error;
    const message = `the workbook is damaged: ${(error as Error).message}. Open it in a spreadsheet and save it anew`;
    throw new DataInvalidError([{ file, line: null, field: '', message }]);
  }
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(file)) hash.update(bytes);
  return hash.digest('hex');
}
