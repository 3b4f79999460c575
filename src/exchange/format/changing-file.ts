import { readFile, stat } from 'node:fs/promises';

/** A file that people change while a server runs: it is read again when it was changed. */
export class ChangingFile<T> {
  readonly path: string;
  readonly #read: (text: string) => T;
  #last: { readonly version: string; readonly value: T } | null = null;

  constructor(path: string, read: (text: string) => T) {
    this.path = path;
    this.#read = read;
  }

  /** What the file says now. Throws as long as it is gone or wrong: what `read` throws, or an error of the file system. */
  async now(): Promise<T> {
    const { ino, size, mtimeMs, ctimeMs } = await stat(this.path);
    const version = [ino, size, mtimeMs, ctimeMs].join(' ');
    if (this.#last?.version !== version) this.#last = { version, value: this.#read(await readFile(this.path, 'utf8')) };
    return this.#last.value;
  }
}
