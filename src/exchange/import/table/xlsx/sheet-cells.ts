import { type Cell, LONGEST_CELL, type RawRow } from '../table.js';
import type { Shown } from './day-formats.js';
import { dayOfSerial } from './serial-day.js';
import { RichText } from './shared-strings.js';
import type { Attributes, XmlReader } from './xml.js';

/** What cells refer to. */
export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly dayFormats: readonly Shown[];
  readonly from1904: boolean;
}

/** The last column of Excel, XFD. */
const MOST_CELLS = 16_384;

/** Reads the rows of a sheet as they come. */
export function sheetRows(context: CellContext): XmlReader<RawRow> {
  const rich = new RichText();
  let line = 0;
  let cells: Cell[] = [];
  let inRow = false;
  let place = -1;
  let attributes: Attributes = new Map();
  let value = '';
  let inValue = false;
  let isFormula = false;
  return {
    open: (name, given) => {
      if (name === 'row') {
        line = Number(given.get('r') ?? line + 1);
        cells = [];
        place = -1;
        inRow = true;
      } else if (!inRow) return;
      else if (name === 'c') {
        place = placeOf(given.get('r')) ?? place + 1;
        attributes = given;
        value = '';
        isFormula = false;
        rich.begin();
      } else if (name === 'v') inValue = true;
      else if (name === 'f') isFormula = true;
      else rich.open(name);
    },
    text: (text) => {
      if (inValue) {
        if (value.length <= LONGEST_CELL) value += text;
      } else rich.text(text);
    },
    close: (name, emit) => {
      if (name === 'v') inValue = false;
      rich.close(name);
      if (name === 'c' && inRow && place < MOST_CELLS) {
        while (cells.length < place) cells.push('');
        cells[place] = cellOf(value === '' ? rich.value : value, attributes, isFormula, context);
      }
      if (name === 'row') {
        inRow = false;
        emit({ line, cells });
      }
    },
  };
}

function cellOf(value: string, attributes: Attributes, isFormula: boolean, context: CellContext): Cell {
  const type = attributes.get('t') ?? 'n';
  if (value === '') {
    return isFormula && type === 'n'
      ? fault('', 'the cell has a formula, and the file lacks its result', 'open it in a spreadsheet and save it')
      : '';
  }
  if (type === 'e') return fault(value, `the cell shows the error ${value}`, 'write the value itself, or leave the cell empty');
  if (type === 's') return context.sharedStrings[Number(value)] ?? fault(value, 'the workbook lacks the text of the cell', 'save it anew');
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return value.slice(0, 'yyyy-mm-dd'.length);
  if (type !== 'n') return value;
  const shown = context.dayFormats[Number(attributes.get('s') ?? 0)] ?? null;
  return shown === null ? numberText(value) : dayOfSerial(Number(value), shown, context.from1904);
}

function fault(shown: string, reason: string, remedy: string): Cell {
  return { shown, reason, remedy };
}

/** A number as a person wrote it: Excel keeps 35.78 as 35.780000000000001, since it keeps 17 digits and shows 15. */
function numberText(value: string): string {
  const number = Number(value);
  return /^-?\d{1,15}$/.test(value) || Number.isNaN(number) ? value : String(Number(number.toPrecision(15)));
}

/** The place of a cell in its row, from 0, by its reference such as AB12. */
export function placeOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  return letters === undefined ? null : [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
