import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import split from 'split2';
import { BadInputError, DataInvalidError, type DataProblem } from '../../domain/errors.js';
import { type OnReject, shownValue } from '../reject.js';
import { sha256Of, whileUnchanged } from '../unchanged-file.js';
import { explain, fieldPath, fieldsOf } from './issues.js';
import { type DataSet, RECORD_TYPES, type RecordType } from './records.js';
import { parseYaml, type YamlFile } from './yaml-file.js';

/** A record with its type and where it was read. */
export type ReadRecord = {
  [T in RecordType]: { readonly type: T; readonly record: DataSet[T][number]; readonly from: RecordOrigin };
}[RecordType];

export interface RecordOrigin {
  readonly file: string;
  /** Path of the record in its file or line: `agreements[3]`. */
  readonly path: string;
  /** Line of a field of the record, or of the record itself. */
  lineOf(path: readonly PropertyKey[]): number | null;
}

/** A file is either text in YAML, or a record on each line in JSON, perhaps packed with gzip. */
const ENDINGS = { yaml: ['.yaml', '.yml'], lines: ['.jsonl', '.ndjson', '.jsonl.gz'] } as const;
const ACCEPTED = `files in Kembar's own format: ${[...ENDINGS.yaml, ...ENDINGS.lines].join(', ')}, or a folder of them`;

/** The longest line that is read. The largest record that the format allows is smaller. */
const LONGEST_LINE = 4 * 1024 * 1024;

/** Files of records in Kembar's own format, which may be read several times and need not fit into memory. */
export class RecordFiles {
  readonly files: readonly string[];
  /** What the files held when their hashes were taken; what is read after that must be the same. */
  #hashes: ReadonlyMap<string, string> = new Map();

  private constructor(files: readonly string[]) {
    this.files = files;
  }

  /** The files among some paths and in the folders among them. Throws `BadInputError` where there is none. */
  static async find(paths: readonly string[]): Promise<RecordFiles> {
    const files = (await Promise.all(paths.map(filesAt))).flat();
    if (files.length === 0) throw new BadInputError(`${paths.join(', ')} holds no ${ACCEPTED}`);
    return new RecordFiles(files);
  }

  /** What the files hold, as SHA-256. */
  async hashes(): Promise<{ readonly name: string; readonly sha256: string }[]> {
    const hashes: { name: string; sha256: string }[] = [];
    for (const name of this.files) hashes.push({ name, sha256: await sha256Of(name) });
    this.#hashes = new Map(hashes.map(({ name, sha256 }) => [name, sha256]));
    return hashes;
  }

  /**
   * The records, in the order of the files; what is none goes to `onReject`. Throws `DataInvalidError` for a file that is not
   * as it should be, and `BadInputError` for one that was changed since its hash was taken.
   */
  async *records(onReject: OnReject): AsyncGenerator<ReadRecord> {
    for (const file of this.files) {
      const records = endsWith(file, ENDINGS.yaml) ? yamlRecords(file, onReject) : lineRecords(file, onReject);
      const sha256 = this.#hashes.get(file);
      yield* sha256 === undefined ? records : whileUnchanged(file, sha256, records);
    }
  }
}

/** Whether a file is in Kembar's own format, by its name. */
export function isRecordFile(file: string): boolean {
  return endsWith(file, [...ENDINGS.yaml, ...ENDINGS.lines]);
}

function endsWith(file: string, endings: readonly string[]): boolean {
  return endings.some((ending) => file.endsWith(ending));
}

async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(unreadable(path));
  if (found.isDirectory()) {
    const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(unreadable(path));
    return entries
      .filter((entry) => entry.isFile() && isRecordFile(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  }
  if (!isRecordFile(path)) throw new BadInputError(`${path} is none of ${ACCEPTED}`);
  // It is gone through several times, which a pipe is not.
  if (!found.isFile()) throw new BadInputError(`${path} is no ordinary file; accepted are ${ACCEPTED}`);
  return [path];
}

function unreadable(path: string) {
  return (error: NodeJS.ErrnoException): never => {
    throw new BadInputError(error.code === 'ENOENT' ? `${path} is not there` : `${path} cannot be read: ${error.message}`, error);
  };
}

/** A file of which something else than a record is wrong is not read at all: its records would seem to be gone. */
async function* yamlRecords(file: string, onReject: OnReject): AsyncGenerator<ReadRecord> {
  const yaml = parseYaml(file, await readFile(file, 'utf8').catch(unreadable(file)));
  if ('problems' in yaml) throw new DataInvalidError(yaml.problems);
  for (const [type, records] of recordLists(file, yaml)) {
    for (const [index, record] of records.entries()) {
      const from: RecordOrigin = { file, path: `${type}[${index}]`, lineOf: (path) => yaml.lineOf([type, index, ...path]) };
      const read = checked(type, record, from, onReject);
      if (read !== null) yield read;
    }
  }
}

function recordLists(file: string, { value, lineOf }: YamlFile): [RecordType, unknown[]][] {
  const problem = (field: string, message: string): DataProblem => ({ file, line: lineOf(field === '' ? [] : [field]), field, message });
  if (value === null) return [];
  if (typeof value !== 'object' || Array.isArray(value)) throw new DataInvalidError([problem('', `the file holds no records: ${LISTS}`)]);
  const problems = Object.entries(value).flatMap(([type, records]) => {
    if (!isRecordType(type)) return [problem(type, `unknown record type; ${ACCEPTED_TYPES}`)];
    return Array.isArray(records) ? [] : [problem(type, 'not a list of records; write a list, each record beginning with a hyphen')];
  });
  if (problems.length > 0) throw new DataInvalidError(problems);
  return Object.entries(value) as [RecordType, unknown[]][];
}

function isRecordType(name: string): name is RecordType {
  return Object.hasOwn(RECORD_TYPES, name);
}

const ACCEPTED_TYPES = `accepted are ${Object.keys(RECORD_TYPES).join(', ')}`;
const LISTS = `write lists of them, each under its type; ${ACCEPTED_TYPES}`;

async function* lineRecords(file: string, onReject: OnReject): AsyncGenerator<ReadRecord> {
  const lines = split({ maxLength: LONGEST_LINE });
  const unpacked = file.endsWith('.gz') ? [createGunzip()] : [];
  // What fails reaches the lines as well, where it is told.
  pipeline([createReadStream(file), ...unpacked, lines]).catch(() => undefined);
  let line = 0;
  try {
    for await (const text of lines) {
      line += 1;
      yield* recordsIn(String(text), { file, line }, onReject);
    }
  } catch (error) {
    const { message } = error as Error;
    // split2 has no code for it.
    const reason = message === 'maximum buffer reached' ? `the next one is longer than ${LONGEST_LINE} characters` : message;
    throw new BadInputError(`${file} cannot be read beyond line ${line}: ${reason}`, error);
  }
}

/** A line is a data file of its own: a mapping from record types to lists of records. */
function* recordsIn(
  text: string,
  { file, line }: { readonly file: string; readonly line: number },
  onReject: OnReject,
): Generator<ReadRecord> {
  const bare = line === 1 ? text.replace(/^\uFEFF/, '') : text;
  if (bare.trim() === '') return;
  const reject = (reason: string, remedy: string) => onReject({ file, line, field: '', value: shownValue(bare), reason, remedy });
  if (bare.includes('\uFFFD')) return reject('the line is not UTF-8', 'save the file in UTF-8');
  let value: unknown;
  try {
    value = JSON.parse(bare);
  } catch (error) {
    return reject(`not JSON: ${(error as Error).message}`, LINE);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return reject('the line holds no records', LINE);
  for (const [type, records] of Object.entries(value)) {
    if (!isRecordType(type)) reject(`unknown record type "${shownValue(type)}"`, ACCEPTED_TYPES);
    else if (!Array.isArray(records)) reject('not a list of records', LINE);
    else {
      for (const [index, record] of records.entries()) {
        const read = checked(type, record, { file, path: `${type}[${index}]`, lineOf: () => line }, onReject);
        if (read !== null) yield read;
      }
    }
  }
}

const LINE = 'write records in JSON on each line, such as {"sectors": [{...}]}';

function checked(type: RecordType, record: unknown, from: RecordOrigin, onReject: OnReject): ReadRecord | null {
  const parsed = RECORD_TYPES[type].safeParse(record);
  if (parsed.success) return { type, record: parsed.data, from } as ReadRecord;
  for (const issue of parsed.error.issues) {
    for (const path of fieldsOf(issue)) {
      onReject({
        file: from.file,
        line: from.lineOf(path),
        field: fieldOf(from, path),
        value: shownValue(textAt(record, path)),
        reason: explain(issue),
        remedy: issue.code === 'unrecognized_keys' ? 'leave it out, or look up its name in data/README.md' : REMEDY,
      });
    }
  }
  return null;
}

export const REMEDY = 'mend it as data/README.md says; the record was left out';

/** A field of a record as a reject names it. */
export function fieldOf({ path }: RecordOrigin, field: readonly PropertyKey[]): string {
  const inner = fieldPath(field);
  return inner === '' ? path : `${path}${inner.startsWith('[') ? '' : '.'}${inner}`;
}

/** What stands at a path, as text. */
export function textAt(record: unknown, path: readonly PropertyKey[]): string {
  let at: unknown = record;
  for (const step of path) at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined;
  return typeof at === 'string' ? at : asJson(at);
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    // Nested so deeply that nobody could read it.
    return '';
  }
}
