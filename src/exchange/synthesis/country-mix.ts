import type { Chance } from './chance.js';
import { COUNTRIES, tiesBetweenCountries } from './measured-countries.js';
import type { SynthesisOptions } from './synthesis-options.js';

/** How many places and ties countries have; countries by their positions in `COUNTRIES`. */
export interface CountryMix {
  /** The places of country `c` have the numbers from `starts[c]` to before `starts[c + 1]`. */
  readonly starts: Uint32Array;
  /** How many ties two countries are to have, by `a * COUNTRIES.length + b` where a <= b. */
  readonly ties: Uint32Array;
}

/**
 * Countries get their shares of the places, and pairs of countries their shares of the ties, as in the world. A world too
 * small for all countries has some of them, and a country that is there with more or fewer places than its share has as
 * many more or fewer ties. Pairs of countries have no more ties than pairs of places.
 */
export function countryMix({ places, agreements }: SynthesisOptions, chance: Chance): CountryMix {
  const measured = Float64Array.from(COUNTRIES, (country) => country.places);
  const counts = chance.sharedOut(places, measured);
  const starts = new Uint32Array(COUNTRIES.length + 1);
  for (const [country, count] of counts.entries()) starts[country + 1] = (starts[country] as number) + count;

  const weights = tiesBetweenCountries();
  const possible = new Uint32Array(weights.length);
  for (const [a, one] of counts.entries()) {
    for (const [b, other] of counts.entries()) {
      const at = a * COUNTRIES.length + b;
      possible[at] = Math.min(agreements, a === b ? (one * (one - 1)) / 2 : one * other);
      const presence = (one * other) / ((measured[a] as number) * (measured[b] as number));
      weights[at] = possible[at] === 0 ? 0 : (weights[at] as number) * presence;
    }
  }
  const ties = chance.sharedOut(agreements, weights).map((count, at) => Math.min(count, possible[at] as number));
  return { starts, ties };
}
