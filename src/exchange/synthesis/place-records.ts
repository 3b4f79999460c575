import { deviation, mean } from 'd3-array';
import type { z } from 'zod';
import type { RECORD_TYPES } from '../format/records.js';
import type { Chance } from './chance.js';
import { COUNTRIES, type MeasuredCountry } from './measured-countries.js';
import { MEASURED_WORLD } from './measured-world.js';
import { placeName } from './place-names.js';
import { provincesByCountry } from './provinces.js';
import { PREFIX } from './synthetic-sources.js';
import type { WorldShape } from './world-shape.js';

export type SyntheticPlace = z.input<(typeof RECORD_TYPES)['places']>;

const CITES = [{ source: `${PREFIX}world` }];
const MOST_PEOPLE = 30_000_000;
/** In a normal distribution half of all lie within so many standard deviations. */
const HALF_WITHIN = 0.6745;

/** The key of a place by its number. */
export const placeKey = (place: number): string => `${PREFIX}${place + 1}`;

/**
 * Cities and regencies by country. They lie in provinces of the gazetteers, in some more than in others, and around the
 * middle of the country's real ones, some of them in the sea: place and province do not fit. The more ties, the more
 * people, as in the world.
 */
export function* placeRecords({ countries, degrees }: WorldShape, chance: Chance): Generator<SyntheticPlace> {
  const provinces = provincesByCountry();
  const populationOf = populations(degrees, chance);
  for (const [place, position] of countries.entries()) {
    const country = COUNTRIES[position] as MeasuredCountry;
    const own = provinces.get(country.key) ?? [];
    yield {
      key: placeKey(place),
      slug: placeKey(place),
      kind: isRegency(chance) ? 'REGENCY' : 'CITY',
      name: placeName(country.key, chance),
      partOf: own.length === 0 ? country.key : own[Math.floor(own.length * chance.share() ** 2)],
      location: locationIn(country, chance),
      population: populationOf(degrees[place] as number),
      cites: CITES,
    };
  }
}

const isRegency = (chance: Chance) => chance.share() < MEASURED_WORLD.areas;

function locationIn(country: MeasuredCountry, chance: Chance): SyntheticPlace['location'] {
  const latitude = country.latitude + (chance.normal() * country.latitudeReach) / HALF_WITHIN;
  const longitude = country.longitude + (chance.normal() * country.longitudeReach) / HALF_WITHIN;
  return {
    latitude: rounded(Math.max(-85, Math.min(85, latitude))),
    longitude: rounded(((((longitude + 180) % 360) + 360) % 360) - 180),
  };
}

const rounded = (degrees: number) => Math.round(degrees * 1e4) / 1e4;

/** Draws the population of a place with so many ties. */
function populations(degrees: Uint32Array, chance: Chance): (degree: number) => number {
  const { logMean, logDeviation, withDegree } = MEASURED_WORLD.population;
  const logOf = (degree: number) => Math.log(Math.max(degree, 0.5));
  const middle = mean(degrees, logOf) ?? 0;
  const spread = deviation(degrees, logOf) || 1;
  return (degree) => {
    const large = withDegree * ((logOf(degree) - middle) / spread) + Math.sqrt(1 - withDegree ** 2) * chance.normal();
    return Math.min(MOST_PEOPLE, Math.ceil(Math.exp(logMean + logDeviation * large)));
  };
}
