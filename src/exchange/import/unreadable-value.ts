/** A value that cannot be read, and what to write instead. */
export class UnreadableValue extends Error {
  readonly remedy: string;
  constructor(reason: string, remedy: string) {
    super(reason);
    this.remedy = remedy;
  }
}
