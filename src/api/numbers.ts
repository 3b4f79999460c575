import { BadInputError } from '../domain/errors.js';

/** Checks that an argument is in its range. Throws `BadInputError`. */
export function numberArgument(argument: string, value: number, least: number, most = Number.POSITIVE_INFINITY): number {
  if (value >= least && value <= most) return value;
  const end = most === Number.POSITIVE_INFINITY ? '' : ` to ${most}`;
  throw new BadInputError(`${argument} is ${value}. Accepted is a number from ${least}${end}.`);
}
