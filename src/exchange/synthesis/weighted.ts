import type { Chance } from './chance.js';

/** Things to be drawn, each as often as its weight against the others says. */
export class Weighted<T> {
  readonly #things: readonly (readonly [weight: number, thing: T])[];
  readonly #all: number;

  constructor(things: readonly (readonly [weight: number, thing: T])[]) {
    this.#things = things;
    this.#all = things.reduce((sum, [weight]) => sum + weight, 0);
  }

  draw(chance: Chance): T {
    let left = chance.share() * this.#all;
    for (const [weight, thing] of this.#things) {
      left -= weight;
      if (left < 0) return thing;
    }
    return (this.#things.at(-1) as readonly [number, T])[1];
  }
}
