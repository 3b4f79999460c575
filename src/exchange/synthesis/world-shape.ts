import type { Chance } from './chance.js';
import { countryMix } from './country-mix.js';
import { growTies } from './grow-ties.js';
import { COUNTRIES } from './measured-countries.js';
import type { SynthesisOptions } from './synthesis-options.js';
import { wantedDegrees } from './wanted-degrees.js';

/** Which countries places are in and which places are tied, in numbers; about 40 bytes for a place and 50 for a tie while it is made. */
export interface WorldShape {
  /** Of each place, the position of its country in `COUNTRIES`. */
  readonly countries: Uint16Array;
  /** How many ties each place has. */
  readonly degrees: Uint32Array;
  /** Tie `t` joins the places `ends[2 * t]` and `ends[2 * t + 1]`, two different ones. No two ties join the same. */
  readonly ends: Uint32Array;
}

export function worldShape(options: SynthesisOptions, chance: Chance): WorldShape {
  const mix = countryMix(options, chance);
  const { ends } = growTies(mix, wantedDegrees(mix, chance), options.agreements, chance);
  const countries = new Uint16Array(options.places);
  for (const country of COUNTRIES.keys()) countries.fill(country, mix.starts[country], mix.starts[country + 1]);
  const degrees = new Uint32Array(options.places);
  for (const place of ends) degrees[place] = (degrees[place] as number) + 1;
  return { countries, degrees, ends };
}
