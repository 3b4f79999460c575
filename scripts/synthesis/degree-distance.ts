import { bisectLeft, mean, rollup } from 'd3-array';
import { quantile } from '../../src/exchange/synthesis/wanted-degrees.js';

const SAMPLE = Float64Array.from({ length: 100_000 }, (_, at) => quantile((at + 0.5) / 100_000));

/**
 * The greatest difference between two cumulative distributions (Kolmogorov and Smirnov): of these degrees, and of the
 * world's when they are stretched to the same mean, as the generator stretches them.
 */
export function degreeDistance(degrees: readonly number[]): number {
  const wanted = mean(degrees) ?? 0;
  let [low, high] = [0, 1_000];
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if ((mean(SAMPLE, (value) => Math.round(value * middle)) ?? 0) < wanted) low = middle;
    else high = middle;
  }
  const counts = rollup(
    degrees,
    (some) => some.length,
    (degree) => degree,
  );
  let [upTo, greatest] = [0, 0];
  for (let degree = 0; degree <= Math.max(...counts.keys()); degree += 1) {
    upTo += (counts.get(degree) ?? 0) / degrees.length;
    greatest = Math.max(greatest, Math.abs(upTo - bisectLeft(SAMPLE, (degree + 0.5) / low) / SAMPLE.length));
  }
  return greatest;
}
