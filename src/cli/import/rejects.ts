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

/** How many are shown where no file keeps them. */
const SHOWN = 20;

interface Out {
  readonly handle: number;
  readonly path: string;
  end(): void;
}

/** Takes what an import leaves out: counts it, and keeps it in a file or shows the first ones. */
export class Rejects {
  readonly file: string | null;
  /** Written at once, so that a million of them do not wait in memory, and beside its place until all is known. */
  readonly #out: Out | null;
  readonly #print: (line: string) => void;
  readonly #frequent = new FrequentFaults();
  #count = 0;
  #rows = 0;
  /** Where the last one was. The faults of one row come one after another. */
  #last = '';
  #ended = false;

  private constructor(file: string | null, out: Out | null, print: (line: string) => void) {
    this.file = file;
    this.#out = out;
    this.#print = print;
  }

  /** `file` ends with .csv or .jsonl. Throws `BadInputError` where it cannot be written, or is one of `inputs`. */
  static async open(
    file: string | null,
    { inputs, print }: { readonly inputs: readonly string[]; readonly print: (line: string) => void },
  ): Promise<Rejects> {
    if (file === null) return new Rejects(null, null, print);
    if (!['.csv', '.jsonl'].includes(extname(file))) throw new BadInputError(`--rejects "${file}" must end with .csv or .jsonl`);
    await mustBeNone(file, inputs);
    await mustBeWritable(file);
    const { path, end } = beginBeside(file);
    const handle = openSync(path, 'w');
    if (extname(file) === '.csv') writeSync(handle, stringify([COLUMNS as unknown as string[]]));
    return new Rejects(file, { handle, path, end }, print);
  }

  /** How many faults were found. */
  get count(): number {
    return this.#count;
  }

  /** How many rows or records have them. */
  get rows(): number {
    return this.#rows;
  }

  /** Lines that say how many rows are left out, and what is wrong with several of them. Empty: none is. */
  summary(): string[] {
    if (this.#count === 0) return [];
    const where = this.file === null ? '' : `; see ${this.file}`;
    return [`${this.#rows} rows or records were left out${where}`, ...this.#frequent.lines()];
  }

  readonly take = (reject: Reject): void => {
    this.#count += 1;
    this.#frequent.add(reject);
    const at = `${reject.file} ${reject.line ?? reject.field}`;
    if (at !== this.#last) this.#rows += 1;
    this.#last = at;
    if (this.#out !== null) writeSync(this.#out.handle, this.#asText(reject));
    else if (this.#count <= SHOWN) this.#print(inWords(reject));
    else if (this.#count === SHOWN + 1) this.#print('and more; --rejects FILE keeps them all');
  };

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

function inWords({ file, line, field, value, reason, remedy }: Reject): string {
  const where = `${file}${line === null ? '' : `:${line}`}`;
  return `${where}  ${field === '' ? '' : `${field}${value === '' ? '' : ` "${value}"`}: `}${reason}; ${remedy}`;
}
