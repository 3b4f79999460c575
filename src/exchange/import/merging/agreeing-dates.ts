import { parsePartialDate } from '../../../domain/partial-date.js';

/** A date with the days between which it is. Open ends are before and after all days. */
export interface StatedDate {
  readonly edtf: string;
  readonly first: string;
  readonly last: string;
}

export function statedDate(edtf: string): StatedDate {
  const { earliest, latest } = parsePartialDate(edtf);
  return { edtf, first: earliest ?? '', last: latest ?? '~' };
}

/** Whether two dates can be of the same day, as 2018 and 2018-04-30 can. Others contradict each other. */
export function canBeOne(one: StatedDate, other: StatedDate): boolean {
  return one.first <= other.last && other.first <= one.last;
}

/** Whether a date says all that another one does, and more, as 2018-04-30 does beside 2018. */
export function isWithin(one: StatedDate, other: StatedDate): boolean {
  const same = one.first === other.first && one.last === other.last;
  return !same && other.first <= one.first && one.last <= other.last;
}

/** Days of a day, month, year, decade and century, at most: a leap year is no vaguer than another year. */
const LONGEST = [1, 31, 366, 3653, 36_525];

/** How vague a date is: a day least, then a month, and an open end most; one that is uncertain or about is vaguer than one that is not. */
export function vagueness({ edtf, first, last }: StatedDate): number {
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  const unit = LONGEST.findIndex((longest) => days <= longest);
  return (unit < 0 ? LONGEST.length : unit) + (/[~?%]/.test(edtf) ? 0.5 : 0);
}
