import { BadInputError } from '../domain/errors.js';

/** Checks that an argument is in its range. Throws `BadInputError`. */
export function numberArgument(argument: string, value: number, least: number, most: number): number {
  if (value < least || value > most) throw new BadInputError(`${argument} is ${value}. Accepted is a number from ${least} to ${most}.`);
  return value;
}
