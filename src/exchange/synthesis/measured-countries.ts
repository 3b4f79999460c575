import { MEASURED_COUNTRIES } from './measured-world.js';

export interface MeasuredCountry {
  /** ISO 3166-1 in small letters, the key of the country. */
  readonly key: string;
  /** Of the world's. */
  readonly places: number;
  /** Degrees; half of the places are no farther from the middle than the reach. */
  readonly latitude: number;
  readonly latitudeReach: number;
  readonly longitude: number;
  readonly longitudeReach: number;
}

interface Read {
  readonly country: MeasuredCountry;
  /** Ends of ties in pairs that are not told. */
  readonly untold: number;
  readonly told: readonly (readonly [partner: string, ties: number])[];
}

const READ = MEASURED_COUNTRIES.map((line): Read => {
  const [code = '', places, untold, latitude, latitudeReach, longitude, longitudeReach, ...partners] = line.split(' ');
  return {
    country: {
      key: code.toLowerCase(),
      places: Number(places),
      ...{ latitude: Number(latitude), latitudeReach: Number(latitudeReach) },
      ...{ longitude: Number(longitude), longitudeReach: Number(longitudeReach) },
    },
    untold: Number(untold),
    told: partners.map((partner) => [partner.slice(0, 2).toLowerCase(), Number(partner.slice(3))]),
  };
});

/** The countries of the world graph, those with most places first. */
export const COUNTRIES: readonly MeasuredCountry[] = READ.map(({ country }) => country);

/**
 * How many ties the world has between two countries, by their positions `a * COUNTRIES.length + b` where a <= b. Where
 * that is not told, the ends that are left are taken to have found each other by chance.
 */
export function tiesBetweenCountries(): Float64Array {
  const count = COUNTRIES.length;
  const positions = new Map(COUNTRIES.map(({ key }, position) => [key, position]));
  const ties = new Float64Array(count * count);
  const isTold = new Uint8Array(count * count);
  for (const [a, { told }] of READ.entries()) {
    isTold[a * count + a] = 1;
    for (const [partner, number] of told) {
      const b = positions.get(partner) as number;
      const at = Math.min(a, b) * count + Math.max(a, b);
      ties[at] = number;
      isTold[at] = 1;
    }
  }
  const byChance = (a: number, b: number) => (a > b || isTold[a * count + b] ? 0 : (READ[a] as Read).untold * (READ[b] as Read).untold);
  let all = 0;
  for (let a = 0; a < count; a += 1) for (let b = a; b < count; b += 1) all += byChance(a, b);
  const ofAll = READ.reduce((sum, { untold }) => sum + untold, 0) / 2 / all;
  for (let a = 0; a < count; a += 1) {
    for (let b = a; b < count; b += 1) ties[a * count + b] = (ties[a * count + b] as number) + byChance(a, b) * ofAll;
  }
  return ties;
}
