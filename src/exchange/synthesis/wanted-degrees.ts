import type { Chance } from './chance.js';
import type { CountryMix } from './country-mix.js';
import { COUNTRIES } from './measured-countries.js';
import { MEASURED_WORLD } from './measured-world.js';

/**
 * How many ties each place is to have: as the degrees of the world are distributed, stretched in each country so that its
 * places have all its ties together. Where a country has ties enough no place goes without.
 */
export function wantedDegrees({ starts, ties }: CountryMix, chance: Chance): Uint32Array {
  const ends = endsOf(ties);
  const degrees = new Uint32Array(starts.at(-1) as number);
  for (const [country, total] of ends.entries()) {
    const own = degrees.subarray(starts[country], starts[country + 1]);
    if (own.length > 0) stretch(own, total, chance);
  }
  return degrees;
}

/** How many ends of ties each country has. */
function endsOf(ties: Uint32Array): number[] {
  const ends = COUNTRIES.map(() => 0);
  for (const [at, count] of ties.entries()) {
    for (const country of [Math.floor(at / COUNTRIES.length), at % COUNTRIES.length]) ends[country] = (ends[country] as number) + count;
  }
  return ends;
}

/** Draws a degree for each place, evenly from the whole distribution, and brings the sum to `total`. */
function stretch(degrees: Uint32Array, total: number, chance: Chance): void {
  const count = degrees.length;
  const shape = Float64Array.from({ length: count }, (_, at) => quantile((at + chance.share()) / count));
  chance.shuffle(shape);
  const least = total >= count ? 1 : 0;
  const scaled = (value: number, scale: number) => Math.max(least, Math.round(value * scale));
  let [low, high] = [0, 1 + total];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    const sum = shape.reduce((all, value) => all + scaled(value, middle), 0);
    if (sum <= total) low = middle;
    else high = middle;
  }
  let missing = total;
  for (const [at, value] of shape.entries()) {
    degrees[at] = scaled(value, low);
    missing -= degrees[at] as number;
  }
  for (; missing > 0; missing -= 1) {
    const at = chance.below(count);
    degrees[at] = (degrees[at] as number) + 1;
  }
}

/**
 * The degree that a share of the world's places does not exceed, as a number: degree k stands for all from k - 0.5 to
 * k + 0.5, so that rounding gives the measured distribution back, and stretching it leaves no gaps.
 */
export function quantile(share: number): number {
  let [below, before] = [0.5, 0];
  for (const [degree, upTo] of MEASURED_WORLD.degrees as [number, number][]) {
    if (share < upTo) return below * ((degree + 0.5) / below) ** ((share - before) / (upTo - before));
    [below, before] = [degree + 0.5, upTo];
  }
  return below;
}
