import { BadInputError } from '../../domain/errors.js';

export interface SynthesisOptions {
  /** How many cities and regencies. */
  readonly places: number;
  /** How many agreements, each between another two of them. */
  readonly agreements: number;
  /** The same seed makes the same world. */
  readonly seed: number;
}

const MOST_PLACES = 1_000_000;
const MOST_AGREEMENTS = 10_000_000;
const HIGHEST_SEED = 2 ** 32 - 1;

/** Throws `BadInputError`, which says what is accepted. */
export function mustBePossible({ places, agreements, seed }: SynthesisOptions): void {
  mustBeWhole('the number of places', places, 2, MOST_PLACES);
  mustBeWhole('the number of agreements', agreements, 0, MOST_AGREEMENTS);
  mustBeWhole('the seed', seed, 0, HIGHEST_SEED);
  const pairs = (places * (places - 1)) / 2;
  if (agreements > pairs) {
    throw new BadInputError(
      `${places} places make ${pairs} ${pairs === 1 ? 'pair' : 'pairs'}, and each agreement takes one of its own. ` +
        `Accepted are ${pairs} agreements at most, or more places; asked for were ${agreements}.`,
    );
  }
}

function mustBeWhole(what: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new BadInputError(`${what} is ${value}. Accepted are whole numbers from ${least} to ${most}.`);
}
