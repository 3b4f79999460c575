import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { DataInvalidError, type DataProblem } from '../../domain/errors.js';
import { readYaml } from './read-yaml.js';
import { type DataSet, dataFile, emptyDataSet, type RecordType } from './records.js';

/** Where a record was read, for problems that only show once all files are read. */
export interface Origin {
  readonly file: string;
  /** Line of a field inside the record, or of the record itself when the field is not there. */
  lineOf(path: readonly PropertyKey[]): number | null;
  /** Path of the record in its file, such as `agreements[3]`. */
  readonly path: string;
}

export interface ReadResult {
  readonly data: DataSet;
  /** Origin of every record object of `data`. */
  readonly origins: WeakMap<object, Origin>;
  /** The bytes that were read, in the order of the file names, for fingerprinting. */
  readonly contents: readonly { readonly file: string; readonly text: string }[];
}

/** Reads all `.yaml` files under a folder. Throws `DataInvalidError` with every problem found in any of them. */
export async function readDataFolder(folder: string): Promise<ReadResult> {
  return readDataTexts(await readContents(folder));
}

/** The texts of all `.yaml` files under a folder, as they stand. */
export async function readContents(folder: string): Promise<ReadResult['contents']> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(files.map(async (file) => ({ file: relative(folder, file), text: await readFile(file, 'utf8') })));
}

/** Reads data files that are already in memory. */
export function readDataTexts(contents: ReadResult['contents']): ReadResult {
  const data = emptyDataSet();
  const origins = new WeakMap<object, Origin>();
  const problems: DataProblem[] = [];
  for (const { file, text } of contents) {
    try {
      readOne(file, text, data, origins);
    } catch (error) {
      if (!(error instanceof DataInvalidError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new DataInvalidError(problems);
  return { data, origins, contents };
}

function readOne(file: string, text: string, data: DataSet, origins: WeakMap<object, Origin>): void {
  const { value, lineOf } = readYaml(file, text, dataFile);
  for (const [type, records] of Object.entries(value ?? {}) as [RecordType, object[]][]) {
    records.forEach((record, index) => {
      origins.set(record, { file, path: `${type}[${index}]`, lineOf: (path) => lineOf([type, index, ...path]) });
    });
    (data[type] as object[]).push(...records);
  }
}
