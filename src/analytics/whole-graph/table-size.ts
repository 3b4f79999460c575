import { BadInputError } from '../../domain/errors.js';

/** Refuses a table that is too long to be kept in memory. `narrower` says how to ask for less. */
export function mustBeAtMost(most: number, rows: number, narrower: string): void {
  if (rows > most) throw new BadInputError(`the answer has ${rows} rows. Accepted are ${most} at most: ${narrower}.`);
}
