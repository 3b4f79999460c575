import type { Reading } from './reading.js';

/** Precisions of Wikidata that a date can have here. */
const [DECADE, YEAR, MONTH, DAY] = [8, 9, 10, 11];
const TIME = /^([+-]?)(\d{4,16})(?:-(\d\d)(?:-(\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?)?)?$/;

/**
 * The date in EDTF that a time of Wikidata stands for: `2003-05-01T00:00:00Z` with precision 10 is `2003-05`. Results
 * fill what is not known with ones, so without its precision a time on the first of January is only trusted to the
 * year, and one on the first of another month to the month.
 */
export function readTime(time: string, precision: string | null): Reading<string> {
  const [, sign, year, month = '00', day = '00'] = TIME.exec(time.trim()) ?? [];
  if (year === undefined) {
    return { reason: 'it is no time', remedy: 'select the time itself, such as 2003-05-01T00:00:00Z, and its precision' };
  }
  if (sign === '-' || year.length > 4 || Number(year) === 0) {
    return { reason: 'it is not in the years 1 to 9999', remedy: 'correct the year in Wikidata' };
  }
  if (precision !== null && !/^\d{1,2}$/.test(precision)) {
    return { reason: `its precision is "${precision}"`, remedy: 'select wikibase:timePrecision, a number such as 9 for a year' };
  }
  const known = precision === null ? trusted(month, day) : Math.min(Number(precision), written(month, day));
  if (known < DECADE) {
    return { reason: 'only its century is known, if that', remedy: 'state a decade, year, month or day in Wikidata' };
  }
  if (known === DECADE) return { value: `${year.slice(0, 3)}X` };
  if (known >= MONTH && !isInCalendar(year, month, known === MONTH ? '01' : day)) {
    return { reason: 'it is not in the calendar', remedy: 'correct the date in Wikidata' };
  }
  return { value: [year, month, day].slice(0, known - YEAR + 1).join('-') };
}

/** A day that does not exist becomes one of the next month, or none. */
function isInCalendar(year: string, month: string, day: string): boolean {
  return new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDate() === Number(day);
}

/** How precise a time can be for what stands in it. */
function written(month: string, day: string): number {
  if (month === '00') return YEAR;
  return day === '00' ? MONTH : DAY;
}

/** How precise a time is at least, when nothing says how precise. */
function trusted(month: string, day: string): number {
  if (day !== '01') return written(month, day);
  return month === '01' ? YEAR : MONTH;
}
