import { BadInputError } from '../domain/errors.js';

/** Checks that the arguments from and until, of days or of years, do not end before they begin. Throws `BadInputError`. */
export function stretchArguments<T extends string | number>(unit: 'day' | 'year', from: T | null, until: T | null): void {
  if (from === null || until === null || from <= until) return;
  throw new BadInputError(`from ${from} is after until ${until}. Accepted is the same ${unit} or an earlier one.`);
}
