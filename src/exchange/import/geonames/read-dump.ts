import { DataInvalidError } from '../../../domain/errors.js';
import type { OnReject } from '../../reject.js';
import { eachDumpLine } from './dump-lines.js';
import { COLUMNS, type Geoname, geonameOf, type Selection } from './geoname.js';

export interface DumpReading {
  /** Rows of the file. */
  readonly rows: number;
  readonly sha256: string;
}

/** Reads the rows of a dump one after another. Throws `DataInvalidError` for a file that is none. */
export async function readDump(file: string, selection: Selection, onReject: OnReject, take: (row: Geoname) => void): Promise<DumpReading> {
  let rows = 0;
  const sha256 = await eachDumpLine(file, (text, line) => {
    if (line === 1 && isHeader(file, text)) return;
    rows += 1;
    const row = geonameOf(file, line, text, selection, onReject);
    if (row !== null) take(row);
  });
  if (rows === 0) throw new DataInvalidError([{ file, line: null, field: '', message: 'the file is empty' }]);
  return { rows, sha256 };
}

/** Whether the first line names the columns, as some copies have it. */
function isHeader(file: string, text: string): boolean {
  const cells = text.split('\t');
  if (cells.length !== COLUMNS.length) {
    const message = `the first line has ${cells.length} fields, and a dump of GeoNames has ${COLUMNS.length}, separated by tabs: accepted are files such as cities500.txt, allCountries.txt and ID.txt, or their .zip`;
    throw new DataInvalidError([{ file, line: 1, field: '', message }]);
  }
  return /^geonameid$/i.test(cells[0] ?? '');
}
