import { BadInputError } from '../../../domain/errors.js';
import { parsePartialDate } from '../../../domain/partial-date.js';
import { wordsOf } from './words.js';

/** In which order a date of three numbers is: day first, as in Indonesia, or month first. */
export type DateOrder = 'DMY' | 'MDY';

const MONTHS = new Map<string, number>();
for (const language of ['id', 'en']) {
  for (const month of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
    for (let number = 1; number <= 12; number += 1) MONTHS.set(wordsOf(format.format(Date.UTC(2001, number - 1))), number);
  }
}
/** Spellings of before 1972, which are still written, and short forms beside the usual ones. */
const OTHER_MONTHS = { pebruari: 2, peb: 2, nopember: 11, nop: 11, agt: 8, agust: 8, ags: 8, sept: 9 } as const;
for (const [name, number] of Object.entries(OTHER_MONTHS)) MONTHS.set(name, number);

/** What is accepted as a date in a sheet. */
export const ACCEPTED_DATES =
  '2019-02-14, 14/02/2019, 2019/02/14, 14 Februari 2019, Februari 2019, 2019, akhir 2019, sekitar 2019, 1990-an, or a date in EDTF such as 199X, 2019~ or ../2019-02-14';

/**
 * A date as people write it, in EDTF and as precise as it is written: `14 Februari 2019`, `14/02/2019`, `Februari 2019`,
 * `2019`, `akhir 2019`, `sekitar 2019`, `1990-an`, or EDTF itself. Throws `BadInputError` for anything else, and for days that there are not.
 */
export function dateOf(text: string, order: DateOrder = 'DMY'): string {
  const edtf = inNumbers(text, order) ?? inWords(text) ?? ofDecade(text) ?? within(text, order) ?? about(text, order) ?? text;
  return parsePartialDate(edtf).edtf;
}

function inNumbers(text: string, order: DateOrder): string | null {
  if (/^\d{1,2}([/.-])\d{1,2}\1\d{2}$/.test(text)) {
    throw new BadInputError('a year of two digits may be in more than one century; write it with four');
  }
  const [, yearFirst, , monthThen, dayLast] = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? [];
  if (yearFirst !== undefined) return dashed(yearFirst, monthThen, dayLast);
  const [, first, , second, year] = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  if (year !== undefined && first !== undefined && second !== undefined) {
    const [day, month] = order === 'DMY' ? [first, second] : [second, first];
    const other = order === 'DMY' ? 'MDY' : 'DMY';
    if (Number(month) > 12 && Number(day) <= 12) {
      throw new BadInputError(
        `there is no month ${month}, and dates are read as ${ORDERS[order]}; say dateOrder: ${other} if they are ${ORDERS[other]}`,
      );
    }
    return dashed(year, month, day);
  }
  const [, month, , yearOfMonth] = /^(\d{1,2})([/.])(\d{4})$/.exec(text) ?? [];
  return month === undefined || yearOfMonth === undefined ? null : dashed(yearOfMonth, month);
}

const ORDERS = { DMY: 'day, month, year', MDY: 'month, day, year' } as const;

function inWords(text: string): string | null {
  const words = wordsOf(text);
  const [, day, name, year] = /^(?:(\d{1,2}) )?(\p{L}+) (\d{4})$/u.exec(words) ?? [];
  const [, englishName, englishDay, englishYear] = /^(\p{L}+) (\d{1,2}) (\d{4})$/u.exec(words) ?? [];
  const month = MONTHS.get(name ?? englishName ?? '');
  if (month === undefined) return null;
  return dashed(year ?? englishYear ?? '', String(month), day ?? englishDay);
}

/** `1990-an`, `tahun 1990-an`, `1990s`: the years from 1990 to 1999. */
function ofDecade(text: string): string | null {
  const decade = /^(?:tahun )?(\d{3})0(?: an|an|s)$/.exec(wordsOf(text))?.[1];
  return decade === undefined ? null : `${decade}X`;
}

/**
 * `akhir 2015`, `awal Februari 2012`, `mid-1990s`: the year, month or decade that is named. EDTF here has no word for a part
 * of one; bounds would be invented, and `~` would doubt the year, of which the writer is certain.
 */
function within(text: string, order: DateOrder): string | null {
  const named = /^(?:awal|pertengahan|akhir|early|mid|late|beginning of|middle of|end of)[\s-]+(?:tahun\s+|bulan\s+)?(\S.*)$/i.exec(
    text,
  )?.[1];
  if (named === undefined) return null;
  const whole = inNumbers(named, order) ?? inWords(named) ?? ofDecade(named) ?? named;
  return /^(?:\d{4}(?:-\d\d)?|\d{3}X)$/.test(whole) ? whole : null;
}

/** `sekitar 2012`, `ca. Februari 2012`: not certain to the day, month or year that is named. */
function about(text: string, order: DateOrder): string | null {
  const named = /^(?:sekitar|kira-kira|kurang lebih|circa|ca\.?|about|around)\s+(?:tahun\s+)?(?=\S)(.+)$/i.exec(text)?.[1];
  return named === undefined ? null : `${inNumbers(named, order) ?? inWords(named) ?? named}~`;
}

function dashed(year: string, ...parts: readonly (string | undefined)[]): string {
  return [year, ...parts.filter((part) => part !== undefined).map((part) => part.padStart(2, '0'))].join('-');
}
