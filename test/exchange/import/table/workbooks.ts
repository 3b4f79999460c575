import { strToU8, type Zippable, zipSync } from 'fflate';
import { fileOf } from './files.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface SheetByHand {
  readonly name: string;
  /** Rows of XML, as in `<row r="1"><c r="A1"><v>7</v></c></row>`. */
  readonly rows: string;
  /** Such as `B2:B4`. */
  readonly merged?: readonly string[];
  readonly state?: 'hidden' | 'veryHidden';
}

export interface WorkbookByHand {
  readonly sheets: readonly SheetByHand[];
  /** Items of the shared strings, as in `<si><t>Batu</t></si>`. */
  readonly strings?: string;
  /** Formats of the styles 1, 2, ...: the number of one that Excel knows, or a format. */
  readonly formats?: readonly (number | string)[];
  readonly from1904?: boolean;
}

const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const relations = (...all: string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;

/** The parts of a workbook written by hand, for what no library would write. */
export function partsOf({ sheets, strings = '', formats = [], from1904 = false }: WorkbookByHand): Record<string, string> {
  const numFmts = formats.map((format, at) =>
    typeof format === 'string' ? `<numFmt numFmtId="${164 + at}" formatCode="${format}"/>` : '',
  );
  const xfs = formats.map((format, at) => `<xf numFmtId="${typeof format === 'string' ? 164 + at : format}"/>`);
  return {
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${sheets
      .map(({ name, state = 'visible' }, at) => `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ...sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
      relation('rIdS', 'sharedStrings', 'sharedStrings.xml'),
      relation('rIdF', 'styles', 'styles.xml'),
    ),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${numFmts.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows, merged = [] }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData><mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`,
      ]),
    ),
  };
}

/** A zip of parts, for the time of the test. */
export function zipFile(parts: Readonly<Record<string, string | Uint8Array>>, change: (zip: Uint8Array) => Uint8Array = (zip) => zip) {
  const zippable: Zippable = Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
  );
  return fileOf(change(zipSync(zippable)), 'table.xlsx');
}

export const workbookFile = (workbook: WorkbookByHand): Promise<string> => zipFile(partsOf(workbook));

/** A row of XML with a cell of text for each value; a text that begins with `<` is a cell as it stands. */
export function rowXml(line: number, cells: readonly string[]): string {
  const texts = cells.map((cell) => (cell.startsWith('<') ? cell : `<c t="inlineStr"><is><t>${cell}</t></is></c>`));
  return `<row r="${line}">${texts.join('')}</row>`;
}
