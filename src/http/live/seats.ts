/** How many connections there are, and that there are not too many. */
export class Seats {
  readonly #most: number;
  #taken = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Takes one; false: all are taken. */
  take(): boolean {
    if (this.#taken >= this.#most) return false;
    this.#taken += 1;
    return true;
  }

  leave(): void {
    this.#taken -= 1;
  }
}

/** What is told where none is left. */
export const FULL = 'this server has as many connections that follow changes as it takes; try again later';
