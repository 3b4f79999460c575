import type { Chance } from './chance.js';

/** Holds numbers, each as often as it was put in. Looking and taking are quick however many there are. */
export class Urn {
  readonly #items: Uint32Array;
  /** By number: how many of it were taken and are still among the items. */
  readonly #taken: Uint32Array;
  #end: number;
  #left: number;

  /** `times[i]` of each number `first + i`. `taken` has a place for every number, and may be shared by urns of different numbers. */
  constructor(times: Uint32Array, first = 0, taken = new Uint32Array(first + times.length)) {
    this.#left = times.reduce((sum, count) => sum + count, 0);
    this.#end = this.#left;
    this.#taken = taken;
    this.#items = new Uint32Array(this.#left);
    let at = 0;
    for (const [index, count] of times.entries()) {
      this.#items.fill(first + index, at, at + count);
      at += count;
    }
  }

  get left(): number {
    return this.#left;
  }

  /** One of the numbers in it, which stays; each as likely as often it is in it. The urn must not be empty. */
  look(chance: Chance): number {
    for (;;) {
      const at = chance.below(this.#end);
      const item = this.#items[at] as number;
      const taken = this.#taken[item] as number;
      if (taken === 0) return item;
      this.#taken[item] = taken - 1;
      this.#end -= 1;
      this.#items[at] = this.#items[this.#end] as number;
    }
  }

  /** Takes one of a number out, which must be in it. */
  take(item: number): void {
    this.#taken[item] = (this.#taken[item] as number) + 1;
    this.#left -= 1;
  }
}
