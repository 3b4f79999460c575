import { allOf } from './xml.js';

/** How much of a day a format of numbers shows; null: it shows no day. */
export type Shown = 'DAY' | 'MONTH' | 'YEAR' | null;

/** Formats that Excel knows by number alone. Of the others below 164 some are days in East Asia only. */
const BUILT_IN: Readonly<Record<number, Shown>> = { 14: 'DAY', 15: 'DAY', 16: 'DAY', 17: 'MONTH', 22: 'DAY' };
const EAST_ASIAN_DAYS = [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];

/** What the styles of a workbook show of a day, by the number of the style. */
export async function readDayFormats(xml: AsyncIterable<string>): Promise<readonly Shown[]> {
  const codes = new Map<number, string>();
  let inCells = false;
  const formats = await allOf<number>(xml, {
    open: (name, attributes, emit) => {
      const format = Number(attributes.get('numFmtId') ?? 0);
      if (name === 'numFmt') codes.set(format, attributes.get('formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) emit(format);
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats.map((format) => {
    const code = codes.get(format);
    if (code !== undefined) return shownBy(code);
    return EAST_ASIAN_DAYS.includes(format) ? 'DAY' : (BUILT_IN[format] ?? null);
  });
}

/** What a format such as `dd/mm/yyyy`, `mmmm yyyy` or `[$-421]d mmmm yyyy` shows. A month beside hours or seconds is minutes. */
export function shownBy(code: string): Shown {
  const [positive = ''] = code.split(';');
  const letters = positive
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/am\/pm|a\/p|general/gi, '')
    .toLowerCase();
  if (letters.includes('d')) return 'DAY';
  if (/y/.test(letters)) return letters.includes('m') ? 'MONTH' : 'YEAR';
  return /m{3,}/.test(letters) ? 'MONTH' : null;
}
