import { BadInputError } from '../../domain/errors.js';
import { shortened } from '../ids.js';

/** What is accepted as a time. */
export const A_TIME = 'a day or a time in UTC (ISO 8601), such as 2026-01-31 or 2026-01-31T12:00:00Z';

const TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z)?$/;

/** A time as the history notes it; a day is its first moment. Throws `BadInputError`. */
export function timeArgument(argument: string, value: string): string {
  const time = TIME.test(value) ? new Date(value) : new Date(Number.NaN);
  // 31 February would be taken for a day of March.
  if (Number.isNaN(time.getTime()) || !time.toISOString().startsWith(value.slice(0, 10)))
    throw new BadInputError(`${argument} "${shortened(value)}" is no time. Accepted is ${A_TIME}.`);
  return time.toISOString();
}
