import { readFile, realpath } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { BadInputError } from '../../domain/errors.js';
import { writeOutput } from '../files/write-output.js';

/** A file that people write decisions into, perhaps while an import puts its questions there. */
export class DecisionsFile {
  readonly file: string;
  /** What stood in it when the import began. */
  readonly text: string;

  private constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  /** One that is not there yet is empty. Throws `BadInputError`. */
  static async open(file: string): Promise<DecisionsFile> {
    return new DecisionsFile(file, await textOf(file));
  }

  /**
   * Has the file say something else: all of it, or what it said before where this is cut off. Throws `BadInputError`, and
   * leaves the file, where somebody saved it since it was read: the import would not be what they decided.
   */
  async change(text: string): Promise<void> {
    if (text === this.text) return;
    if ((await textOf(this.file)) !== this.text)
      throw new BadInputError(`${this.file} was changed while the import read it; nothing was written, do it again`);
    // A link to the file stays one.
    const whole = await realpath(this.file).catch(() => this.file);
    await writeOutput(Readable.from([text]), whole);
  }
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new BadInputError(`the decisions ${file} cannot be read: ${error.message}`, error);
  });
}
