import { UnreadableValue } from '../unreadable-value.js';
import { ACCEPTED_DATES, type DateOrder } from './dates.js';
import { wordsOf } from './words.js';

/** Until when an agreement holds, or for how long. Both null: it has no end. */
export interface Validity {
  /** EDTF. */
  readonly until: string | null;
  readonly months: number | null;
}

const NO_END = new Set(
  [
    ...['tidak terbatas', 'tidak dibatasi', 'tak terbatas', 'tanpa batas waktu', 'tidak ditentukan', 'selamanya', 'seterusnya'],
    ...['unlimited', 'indefinite', 'indefinitely', 'no end', 'open-ended', 'perpetual'],
  ].map(wordsOf),
);

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh'],
    ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ].flatMap((words) => words.map((word, index) => [word, index + 1])),
);
const UNITS: Readonly<Record<string, number>> = { tahun: 12, thn: 12, th: 12, year: 12, yr: 12, bulan: 1, bln: 1, month: 1 };
/** No agreement is made for longer; what is more is a year or another number. */
const LONGEST = 99 * 12;

/** What is said behind a term, of its beginning and its renewal. */
const BESIDES =
  / (?:terhitung|sejak|setelah|mulai|dan dapat|dapat|diperpanjang|otomatis|from|after|since|and may|may|renewable|automatically)(?: .*)?$/;
/** What stands between the ends of a term, or before its end. */
const TO = String.raw`(?:s\s?\/\s?d|s\.\s?d\.?|sd|sampai(?:\s+dengan)?|hingga|until|to|till|through)`;
const ACCEPTED = `an end, as a date (${ACCEPTED_DATES.replace(/, or a date in EDTF.*$/, '')}), a term such as 2019–2024 or 14/02/2019 s.d. 14/02/2024, how long it is, such as 5 tahun or 18 bulan, or tidak terbatas`;

/**
 * Reads until when an agreement holds: its end, both ends of its term, or how long that is. Throws `UnreadableValue`.
 * `dateOf` reads a date, or throws.
 */
export function validityOf(text: string, order: DateOrder, dateOf: (text: string, order: DateOrder) => string): Validity {
  if (NO_END.has(wordsOf(text))) return { until: null, months: null };
  const months = termOf(text);
  if (months !== null) return { until: null, months };
  return { until: endOf(text, (end) => dateOf(end, order)), months: null };
}

/** `5 tahun`, `5 (lima) tahun`, `lima tahun`, `18 bulan`, `2 tahun 6 bulan`, in months; null: it is no such thing. */
function termOf(text: string): number | null {
  const words = wordsOf(text.replace(/\([^)]*\)/g, ' '))
    .replace(/^(?:berlaku |selama |valid |for )+/, '')
    .replace(BESIDES, '');
  const parts = words.match(/^(\d+|[a-z]+) ?([a-z]+)(?: (?:dan |and )?(\d+|[a-z]+) ?([a-z]+))?$/);
  if (parts === null) return null;
  const [, years = '', unit = '', more, unitOfMore = ''] = parts;
  const whole = times(years, unit);
  const rest = more === undefined ? 0 : times(more, unitOfMore);
  if (whole === null || rest === null || whole + rest === 0 || whole + rest > LONGEST) return null;
  return whole + rest;
}

function times(count: string, unit: string): number | null {
  const number = /^\d{1,3}$/.test(count) ? Number(count) : NUMBERS[count];
  const months = UNITS[unit.replace(/s$/, '')];
  return number === undefined || months === undefined ? null : number * months;
}

function endOf(text: string, dateOf: (text: string) => string): string {
  const date = (end: string): string | null => {
    try {
      return dateOf(end);
    } catch (problem) {
      if (problem instanceof UnreadableValue) return null;
      throw problem;
    }
  };
  const said = text.replace(/^(?:berlaku|valid)\s+/i, '');
  const after = new RegExp(`^${TO}\\s+(\\S.*)$`, 'i').exec(said)?.[1];
  if (after !== undefined) return orThrow(date(after));
  const between = [new RegExp(`^(.+?)\\s+${TO}\\s+(.+)$`, 'i'), /^(.+?)\s*[–—]\s*(.+)$/, /^(.+?)\s+-\s+(.+)$/, /^(\d{4})[-/](\d{4})$/];
  for (const way of between) {
    const [, from = '', end = ''] = way.exec(said) ?? [];
    const [first, last] = [date(from), date(end)];
    // 14 Februari – 14 Mei 2019 has its year once.
    if (last !== null && (first !== null || /\d/.test(from))) return last;
  }
  return orThrow(date(said));
}

function orThrow(end: string | null): string {
  if (end !== null) return end;
  throw new UnreadableValue('it says neither until when nor for how long', `accepted are ${ACCEPTED}`);
}
