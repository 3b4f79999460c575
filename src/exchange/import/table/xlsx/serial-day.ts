import type { CellFault } from '../table.js';
import type { Shown } from './day-formats.js';

const DAY_MS = 86_400_000;
/** The last day that Excel counts, 9999-12-31. */
const LAST_SERIAL = 2_958_465;

/**
 * The day that a number stands for, as ISO, with no more of it than the cell shows: a cell that shows `Feb 2019` holds
 * the first of the month, which nobody wrote. Excel has a 29 February 1900 that never was (60), so what is before
 * it is counted from another day.
 */
export function dayOfSerial(serial: number, shown: Exclude<Shown, null>, from1904: boolean): string | CellFault {
  const day = Math.floor(serial);
  const first = from1904 ? 0 : 1;
  if (!(day >= first && day <= LAST_SERIAL) || (!from1904 && day === 60)) {
    return {
      shown: String(serial),
      reason:
        day === 60 ? 'the cell shows 29 February 1900, a day that never was' : 'the cell is formatted as a date, and its number is none',
      remedy: 'write the date as text, such as 2019-02-14',
    };
  }
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const iso = new Date(start + day * DAY_MS).toISOString();
  return iso.slice(0, LENGTHS[shown]);
}

const LENGTHS = { DAY: 10, MONTH: 7, YEAR: 4 } as const;
