import { Temporal } from 'temporal-polyfill';
import { BadInputError } from '../domain/errors.js';

/** What is accepted as a duration. */
export const A_DURATION = 'a duration such as P2Y or P18M';

function durationOf(argument: string, text: string): Temporal.Duration {
  let duration: Temporal.Duration;
  try {
    duration = Temporal.Duration.from(text);
  } catch (error) {
    if (isDurationBeyondCounting(text)) throw tooLong(argument, text, error);
    throw new BadInputError(`${argument} "${text}" is not a duration. Accepted is ${A_DURATION}.`, error);
  }
  if (duration.sign < 0) throw new BadInputError(`${argument} "${text}" is negative. Accepted are durations of no days or more.`);
  return duration;
}

/** Temporal tells numbers that it cannot hold and texts that are no durations alike. */
function isDurationBeyondCounting(text: string): boolean {
  try {
    Temporal.Duration.from(text.replace(/\d+/g, '1'));
    return true;
  } catch {
    return false;
  }
}

function tooLong(argument: string, text: string, cause: unknown): BadInputError {
  return new BadInputError(`${argument} "${text}" is too long. Accepted are durations that stay between the years 1 and 9999.`, cause);
}

function shifted(argument: string, text: string, shift: (duration: Temporal.Duration) => Temporal.PlainDate): string {
  const duration = durationOf(argument, text);
  try {
    const day = shift(duration).toString();
    if (!/^\d{4}-/.test(day) || day < '0001') throw new RangeError(day);
    return day;
  } catch (error) {
    throw tooLong(argument, text, error);
  }
}

/** The day that lies a duration before another day. Months that are too short end on their last day. */
export function dayBefore(day: string, argument: string, duration: string): string {
  return shifted(argument, duration, (by) => Temporal.PlainDate.from(day).subtract(by));
}

/** The day that lies a duration after another day. */
export function dayAfter(day: string, argument: string, duration: string): string {
  return shifted(argument, duration, (by) => Temporal.PlainDate.from(day).add(by));
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}
