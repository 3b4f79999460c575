import { parsePartialDate } from '../../../domain/partial-date.js';
import type { Stage } from '../../../domain/stage.js';
import type { StatedStep, StatedValidity } from '../statement.js';
import type { RowValues } from './row-values.js';

/** Until when a row says that the agreement holds; null also where it has ended then, which is a step. */
export function statedValidity(row: RowValues, steps: readonly StatedStep[]): StatedValidity | null {
  const term = endOfTerm(row, steps);
  if (term === null) return null;
  const begins = beginning(steps);
  const { until } = term;
  if (until !== null && begins !== null && isBefore(until, begins))
    row.reject('validity', `it would have ended before it was signed (${begins})`, 'correct one of the dates');
  return steps.some(({ stage, date }) => stage === 'EXPIRED' && date === until) ? null : term;
}

/** The term of an agreement, its end counted from the signing or the last renewal where the row says how long it is. */
export function endOfTerm(row: RowValues, steps: readonly StatedStep[]): StatedValidity | null {
  const validity = row.isRejected('validity') ? null : row.get('validity');
  if (validity === null || (validity.until === null && validity.months === null)) return null;
  const { until, months } = validity;
  if (months === null) return { until, months };
  const begins = beginning(steps);
  const counted = begins === null ? null : monthsAfter(begins, months);
  if (counted === null) return { until: null, months };
  return { until: counted, months, inferred: `${row.writtenIn('validity')}, counted from ${begins}.` };
}

/** When the term of an agreement begins; null: it is not known, or not well enough to count from it. */
function beginning(steps: readonly StatedStep[]): string | null {
  const reached = (wanted: Stage) => steps.find(({ stage, date }) => stage === wanted && date !== null)?.date;
  return reached('RENEWED') ?? reached('SIGNED') ?? null;
}

/** A plain date of EDTF some months later, as precise; null: that cannot be said. */
function monthsAfter(date: string, months: number): string | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return months % 12 === 0 ? String(Number(year) + months / 12) : null;
  const later = new Date(Date.UTC(Number(year), Number(month) - 1 + months, 1));
  if (day === undefined) return later.toISOString().slice(0, 7);
  // Five years after 29 February is the last day of a February.
  const last = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(Number(day), last));
  return later.toISOString().slice(0, 10);
}

function isBefore(end: string, begin: string): boolean {
  return (parsePartialDate(end).latest ?? '~') < (parsePartialDate(begin).earliest ?? '');
}
