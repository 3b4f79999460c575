/** Writes that begin while earlier ones are under way, so many at a time, and end in the order in which they began. */
export class WritesInOrder {
  readonly #atOnce: number;
  readonly #underWay: Promise<void>[] = [];

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /**
   * Begins a write once there is room for it, which `turn` tells when all before it have ended. Throws what one of
   * those before it threw.
   */
  async begin(write: (turn: Promise<void>) => Promise<void>): Promise<void> {
    while (this.#underWay.length >= this.#atOnce) await this.#underWay.shift();
    const written = write(this.#underWay.at(-1) ?? Promise.resolve());
    // Whoever waits for it hears of its failure.
    written.catch(() => undefined);
    this.#underWay.push(written);
  }

  /** Resolves when all have ended well. Throws what the first of them threw that did not. */
  async done(): Promise<void> {
    while (this.#underWay.length > 0) await this.#underWay.shift();
  }

  /** Resolves when none is under way, however it ended. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#underWay);
  }
}
