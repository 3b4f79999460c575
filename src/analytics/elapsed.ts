import { Temporal } from 'temporal-polyfill';
import { BadInputError } from '../domain/errors.js';

function durationOf(argument: string, text: string): Temporal.Duration {
  let duration: Temporal.Duration;
  try {
    duration = Temporal.Duration.from(text);
  } catch (error) {
    throw new BadInputError(`${argument} "${text}" is not a duration. Accepted are ISO 8601 durations such as P1Y, P18M or P90D.`, error);
  }
  if (duration.sign < 0) throw new BadInputError(`${argument} "${text}" is negative. Accepted are durations of no days or more.`);
  return duration;
}

function shifted(argument: string, text: string, shift: (duration: Temporal.Duration) => Temporal.PlainDate): string {
  const duration = durationOf(argument, text);
  try {
    const day = shift(duration).toString();
    if (!/^\d{4}-/.test(day)) throw new RangeError(day);
    return day;
  } catch (error) {
    throw new BadInputError(`${argument} "${text}" is too long. Accepted are durations that stay between the years 0 and 9999.`, error);
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
