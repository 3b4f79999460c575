import { randomNormal } from 'd3-random';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** What is left to chance, the same for the same seed. */
export class Chance {
  readonly #generator;
  /** Normally distributed around 0, with a standard deviation of 1. */
  readonly normal: () => number;

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
    this.normal = randomNormal.source(() => this.share())(0, 1);
  }

  /** A whole number from 0 to before `end`, which is 1 or more. */
  below(end: number): number {
    return uniformInt(this.#generator, 0, end - 1);
  }

  /** From 0 to before 1. */
  share(): number {
    return uniformFloat64(this.#generator);
  }

  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  shuffle(list: Float64Array | Uint32Array): void {
    for (let end = list.length; end > 1; end -= 1) {
      const other = this.below(end);
      [list[end - 1], list[other]] = [list[other] as number, list[end - 1] as number];
    }
  }

  /**
   * Shares `total` out among weights as whole numbers: each gets its part rounded up or down by chance, and all together
   * get exactly `total` (systematic sampling). Where no weight is above 0 nothing is shared out.
   */
  sharedOut(total: number, weights: Float64Array): Uint32Array {
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const shares = new Uint32Array(weights.length);
    if (all === 0) return shares;
    const offset = this.share();
    let passed = 0;
    let before = 0;
    for (const [at, weight] of weights.entries()) {
      passed += weight;
      const upTo = Math.min(total, Math.floor((passed / all) * total + offset));
      shares[at] = upTo - before;
      before = upTo;
    }
    return shares;
  }
}
