import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { BadInputError, DataInvalidError } from '../../../../domain/errors.js';

/** Bounds of what is inflated: a few kilobytes of zip can hold petabytes. */
const LARGEST_PART = 512 * 1024 * 1024;
const MOST_PARTS = 2_000;
/** Sheets of nothing but equal rows stay below a ratio of 100; deflate reaches 1,000. */
const HIGHEST_RATIO = 200;
/** Up to this size no ratio matters. */
const SMALL_PART = 8 * 1024 * 1024;

/** The parts of a workbook, which is a zip of XML files. */
export class PackageParts implements AsyncDisposable {
  readonly #file: string;
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(file: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#file = file;
    this.#zip = zip;
    this.#entries = entries;
  }

  /** Throws `DataInvalidError` when the zip is damaged, or holds more than a workbook does. */
  static async open(file: string): Promise<PackageParts> {
    const zip = await openPromise(file, { autoClose: false }).catch((error: Error) => damaged(file, error.message));
    try {
      if (zip.entryCount > MOST_PARTS) invalid(file, `the zip has ${zip.entryCount} parts; a workbook has at most ${MOST_PARTS}`);
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) {
        if (entries.has(entry.fileName)) invalid(file, `the zip has two parts named ${entry.fileName}`);
        entries.set(entry.fileName, entry);
      }
      return new PackageParts(file, zip, entries);
    } catch (error) {
      zip.close();
      throw error instanceof DataInvalidError ? error : damaged(file, (error as Error).message);
    }
  }

  has(part: string): boolean {
    return this.#entries.has(part);
  }

  /** The XML of a part, in pieces. What it says of its size is believed only as far as it is kept. */
  async *text(part: string): AsyncGenerator<string> {
    const entry = this.#entries.get(part) ?? invalid(this.#file, `the workbook lacks its part ${part}: save it anew`);
    this.#mustBeModest(entry);
    try {
      const decoder = new TextDecoder('utf-8', { fatal: true });
      // yauzl breaks off as soon as a part yields more bytes than it says it has.
      for await (const bytes of await this.#zip.openReadStreamPromise(entry)) yield decoder.decode(bytes as Buffer, { stream: true });
      yield decoder.decode();
    } catch (error) {
      damaged(this.#file, `${part}: ${(error as Error).message}`);
    }
  }

  #mustBeModest(entry: Entry): void {
    if (entry.isEncrypted()) throw new BadInputError(`${this.#file} is protected by a password: save it without one`);
    const { fileName, uncompressedSize, compressedSize } = entry;
    if (uncompressedSize > LARGEST_PART) {
      invalid(
        this.#file,
        `${fileName} has ${uncompressedSize} bytes when unpacked; at most ${LARGEST_PART} are accepted: save the sheet as CSV UTF-8`,
      );
    }
    if (uncompressedSize > SMALL_PART && uncompressedSize > HIGHEST_RATIO * compressedSize) {
      const ratio = Math.round(uncompressedSize / Math.max(1, compressedSize));
      invalid(
        this.#file,
        `${fileName} grows ${ratio} times when unpacked, as no sheet does (at most ${HIGHEST_RATIO} times): save it as CSV UTF-8`,
      );
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#zip.close();
  }
}

function damaged(file: string, why: string): never {
  return invalid(file, `the workbook is damaged: ${why}. Open it in a spreadsheet and save it anew`);
}

function invalid(file: string, message: string): never {
  throw new DataInvalidError([{ file, line: null, field: '', message }]);
}
