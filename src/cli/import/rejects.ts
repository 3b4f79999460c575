import { closeSync, openSync, renameSync, writeSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { BadInputError } from '../../domain/errors.js';
import type { Reject } from '../../exchange/reject.js';
import { beginBeside } from '../../exchange/unfinished.js';
import { mustBeWritable } from '../files/write-output.js';
import { FrequentFaults } from './frequent-faults.js';

const COLUMNS = ['file', 'line', 'field', 'value', 'reason', 'remedy'] as const;

interface Out {
  readonly handle: number;
  readonly path: string;
  end(): void;
}

/** What of a file is left out, by line, or by field where there is no line. */
interface LeftOut {
  readonly rows: Set<number | string>;
  /** How many values, of which the rest of the row is taken as far as they go. */
  readonly values: Map<number | string, number>;
}

/** Takes what an import leaves out: counts it, tells what is wrong, and keeps each in a file where one is named. */
export class Rejects {
  readonly file: string | null;
  /** Written at once, so that a million of them do not wait in memory, and beside its place until all is known. */
  readonly #out: Out | null;
  readonly #frequent = new FrequentFaults();
  readonly #leftOut = new Map<string, LeftOut>();
  #count = 0;
  #ended = false;

  private constructor(file: string | null, out: Out | null) {
    this.file = file;
    this.#out = out;
  }

  /** `file` ends with .csv or .jsonl. Throws `BadInputError` where it cannot be written, or is one of `inputs`. */
  static async open(file: string | null, { inputs }: { readonly inputs: readonly string[] }): Promise<Rejects> {
    if (file === null) return new Rejects(null, null);
    if (!['.csv', '.jsonl'].includes(extname(file))) throw new BadInputError(`--rejects "${file}" must end with .csv or .jsonl`);
    await mustBeNone(file, inputs);
    await mustBeWritable(file);
    const { path, end } = beginBeside(file);
    const handle = openSync(path, 'w');
    if (extname(file) === '.csv') writeSync(handle, stringify([COLUMNS as unknown as string[]]));
    return new Rejects(file, { handle, path, end });
  }

  /** How many faults were found. */
  get count(): number {
    return this.#count;
  }

  /** How many rows or records are left out. */
  get rows(): number {
    let rows = 0;
    for (const leftOut of this.#leftOut.values()) rows += leftOut.rows.size;
    return rows;
  }

  /** How many values are left out of rows or records whose rest is taken. */
  get values(): number {
    let count = 0;
    for (const { rows, values } of this.#leftOut.values()) for (const [at, one] of values) if (!rows.has(at)) count += one;
    return count;
  }

  /** How much is left out, in words. */
  get amount(): string {
    const { rows, values } = this;
    const ofRows = `${rows} rows or records`;
    if (values === 0) return ofRows;
    const ofValues = `${values} values of rows or records whose rest is taken`;
    return rows === 0 ? ofValues : `${ofRows}, and ${ofValues},`;
  }

  /** Lines that say how much is left out, and what is wrong with it. Empty: nothing is. */
  summary(): string[] {
    if (this.#count === 0) return [];
    const faults = this.#count === this.rows + this.values ? '' : `, for ${this.#count} faults`;
    return [`${this.amount} were left out${faults}${this.file === null ? '' : `; see ${this.file}`}`, ...this.faults()];
  }

  /** Lines that say what is wrong, and in which rows. */
  faults(): string[] {
    return this.#frequent.lines({ isKept: this.file !== null });
  }

  readonly take = (reject: Reject): void => {
    this.#count += 1;
    this.#frequent.add(reject);
    const { rows, values } = this.#of(reject.file);
    const at = reject.line ?? reject.field;
    if (reject.restIsTaken) values.set(at, (values.get(at) ?? 0) + 1);
    else rows.add(at);
    if (this.#out !== null) writeSync(this.#out.handle, this.#asText(reject));
  };

  #of(file: string): LeftOut {
    const leftOut = this.#leftOut.get(file) ?? { rows: new Set(), values: new Map() };
    this.#leftOut.set(file, leftOut);
    return leftOut;
  }

  /** Says that all was looked at, so that what there is is all that is left out. */
  end(): void {
    this.#ended = true;
  }

  /** The file of an earlier import stays where this one came to nothing, since somebody may be at it. */
  close(): void {
    if (this.#out === null || this.file === null) return;
    closeSync(this.#out.handle);
    if (this.#ended || this.#count > 0) renameSync(this.#out.path, this.file);
    this.#out.end();
  }

  #asText(reject: Reject): string {
    return this.file?.endsWith('.csv') ? stringify([COLUMNS.map((name) => reject[name])]) : `${JSON.stringify(reject)}\n`;
  }
}

async function mustBeNone(file: string, inputs: readonly string[]): Promise<void> {
  const whole = await wholePath(file);
  for (const input of inputs) {
    if ((await wholePath(input)) === whole)
      throw new BadInputError(`--rejects "${file}" is ${input} itself, which would be lost; name another file`);
  }
}

/** Where a file is, whatever it is called; one that is not there yet is where it would be made. */
async function wholePath(file: string): Promise<string> {
  return realpath(file).catch(async () => join(await realpath(dirname(file)).catch(() => resolve(dirname(file))), basename(file)));
}
