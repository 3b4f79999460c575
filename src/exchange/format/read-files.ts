import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { DataInvalidError, type DataProblem } from '../../domain/errors.js';
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

const MAX_FILE_BYTES = 16 * 1024 * 1024;

/** Reads all `.yaml` files under a folder. Throws `DataInvalidError` with every problem found in any of them. */
export async function readDataFolder(folder: string): Promise<ReadResult> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const contents = await Promise.all(files.map(async (file) => ({ file: relative(folder, file), text: await readFile(file, 'utf8') })));
  return readDataTexts(contents);
}

/** Reads data files that are already in memory. */
export function readDataTexts(contents: ReadResult['contents']): ReadResult {
  const data = emptyDataSet();
  const origins = new WeakMap<object, Origin>();
  const problems: DataProblem[] = [];
  for (const { file, text } of contents) problems.push(...readOne(file, text, data, origins));
  if (problems.length > 0) throw new DataInvalidError(problems);
  return { data, origins, contents };
}

function readOne(file: string, text: string, data: DataSet, origins: WeakMap<object, Origin>): DataProblem[] {
  if (Buffer.byteLength(text) > MAX_FILE_BYTES) {
    return [{ file, line: null, field: '', message: `the file is larger than ${MAX_FILE_BYTES} bytes; split it` }];
  }
  if (text.includes('\uFFFD')) {
    return [{ file, line: lineOfOffset(text, text.indexOf('\uFFFD')), field: '', message: 'the file is not UTF-8' }];
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return document.errors.map((error) => ({
      file,
      line: lines.linePos(error.pos[0]).line,
      field: '',
      message: `not YAML: ${error.message}`,
    }));
  }
  const lineOf = (path: readonly PropertyKey[]): number | null => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return document.contents?.range ? lines.linePos(document.contents.range[0]).line : null;
  };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return [{ file, line: null, field: '', message: `not readable: ${(error as Error).message}` }];
  }
  if (value === null) return [];
  const parsed = dataFile.safeParse(value);
  if (!parsed.success) {
    return parsed.error.issues.flatMap((issue) =>
      fieldsOf(issue).map((path) => ({ file, line: lineOf(path), field: fieldPath(path), message: explain(issue) })),
    );
  }
  for (const [type, records] of Object.entries(parsed.data) as [RecordType, object[]][]) {
    records.forEach((record, index) => {
      origins.set(record, { file, path: `${type}[${index}]`, lineOf: (path) => lineOf([type, index, ...path]) });
    });
    (data[type] as object[]).push(...records);
  }
  return [];
}

export function fieldPath(path: readonly PropertyKey[]): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`)).join('');
}

/** The fields that an issue is about: of unknown ones zod names only the mapping that holds them. */
export function fieldsOf(issue: z.core.$ZodIssue): PropertyKey[][] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
}

/** zod's message with what is accepted, where zod leaves that out. */
export function explain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'unknown field';
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_union') return issue.errors.flatMap((branch) => branch.map(explain)).join(', or ');
  return issue.message;
}

function lineOfOffset(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
