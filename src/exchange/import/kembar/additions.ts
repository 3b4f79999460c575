/** Records that add to places or to agreements, by the key of what they add to: several may add to one. */
export class Additions<T extends { readonly key: string }> {
  readonly #byKey = new Map<string, { readonly origin: string; readonly record: T }[]>();

  /** `origin` tells it from all others. */
  add(origin: string, record: T): void {
    const some = this.#byKey.get(record.key);
    if (some === undefined) this.#byKey.set(record.key, [{ origin, record }]);
    else some.push({ origin, record });
  }

  delete(origin: string, { key }: T): void {
    const others = (this.#byKey.get(key) ?? []).filter((one) => one.origin !== origin);
    if (others.length > 0) this.#byKey.set(key, others);
    else this.#byKey.delete(key);
  }

  /** Those that add to one thing, as they were read. */
  to(key: string): T[] {
    return (this.#byKey.get(key) ?? []).map(({ record }) => record);
  }

  /** The keys of what is added to. */
  keys(): string[] {
    return [...this.#byKey.keys()];
  }
}
