import { chown, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { type Document, isSeq, parseDocument, stringify } from 'yaml';
import { BadInputError } from '../../domain/errors.js';
import { unfinishedBeside } from '../../exchange/unfinished.js';
import { readTokenEntries, type TokenEntry } from '../../http/access/token-entries.js';
import { mustBeWritable } from '../files/write-output.js';

const HEADER = ' Tokens of Kembar: who may come in, by the SHA-256 of what they show. docs/access.md explains each field.';

/** Only its owner may read who may come in, and above all change it. */
const MODE = 0o600;

/** The file that `--file` names, else that of the setting TOKENS_FILE; null: neither. */
export function tokensFileNamed(file: string | undefined): string | null {
  return file ?? (process.env.TOKENS_FILE || null);
}

export function neededTokensFile(file: string | undefined): string {
  const named = tokensFileNamed(file);
  if (named === null) throw new BadInputError('which file holds the tokens? Name it with --file, or in the setting TOKENS_FILE.');
  return named;
}

/** A file of tokens that is changed entry by entry; what people wrote beside the entries stays. */
export class TokensFile {
  readonly file: string;
  readonly entries: readonly TokenEntry[];
  readonly #text: string | null;

  private constructor(file: string, text: string | null) {
    this.file = file;
    this.#text = text;
    this.entries = text === null ? [] : readTokenEntries(file, text);
  }

  /** One that is not there yet is empty. Throws `BadInputError` where what is there is wrong. */
  static async open(file: string): Promise<TokensFile> {
    return new TokensFile(file, await textOf(file));
  }

  /** One that is there. Throws `BadInputError`. */
  static async openExisting(file: string): Promise<TokensFile> {
    const opened = await TokensFile.open(file);
    if (opened.#text === null) throw new BadInputError(`there is no file ${file}; kembar token create --file ${file} makes it`);
    return opened;
  }

  /** Throws `BadInputError` where the file cannot be written, or was changed meanwhile. */
  async add(entry: TokenEntry): Promise<void> {
    await this.#change((document) => {
      if (isSeq(document.get('tokens'))) document.addIn(['tokens'], entry);
      else document.set('tokens', document.createNode([entry]));
    });
  }

  /** Throws `BadInputError` where the file cannot be written, or was changed meanwhile. */
  async remove(name: string): Promise<void> {
    const index = this.entries.findIndex((entry) => entry.name === name);
    await this.#change((document) => document.deleteIn(['tokens', index]));
  }

  async #change(make: (document: Document) => void): Promise<void> {
    await mustBeWritable(this.file);
    const document: Document = parseDocument(this.#text ?? '');
    if (document.contents === null) {
      document.contents = document.createNode({ tokens: null });
      if (this.#text === null) document.commentBefore = HEADER;
    }
    make(document);
    const text = this.file.endsWith('.json') ? `${JSON.stringify(document.toJS(), null, 2)}\n` : String(document);
    // A link to the file stays one.
    const place = await realpath(this.file).catch(() => this.file);
    const before = await stat(place).catch(() => null);
    await unfinishedBeside(place, async (unfinished) => {
      await writeFile(unfinished, text, { mode: MODE, flag: 'wx' });
      // Made by the administrator for the server's own user: that one is to read it still.
      if (before !== null && before.uid !== process.getuid?.()) await chown(unfinished, before.uid, before.gid);
      if ((await textOf(this.file)) !== this.#text)
        throw new BadInputError(`${this.file} was changed meanwhile; nothing was written, do it again`);
      await rename(unfinished, place);
    });
  }
}

/** Entries as they stand in a file. */
export function entriesAsText(entries: readonly TokenEntry[]): string {
  return stringify({ tokens: entries });
}

/** Null: there is no such file. */
async function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new BadInputError(`${file} cannot be read: ${error.message}`, error);
  });
}
