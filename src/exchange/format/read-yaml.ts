import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { DataInvalidError, type DataProblem } from '../../domain/errors.js';

/** A YAML file as it was read, with where in it things stand. */
export interface ReadYaml<T> {
  /** Null: the file is empty. */
  readonly value: T | null;
  /** Line of a field, or of what holds it when the field is not there. */
  lineOf(path: readonly PropertyKey[]): number | null;
}

const MAX_FILE_BYTES = 16 * 1024 * 1024;

/** Reads a YAML text as a schema asks. Throws `DataInvalidError` with every problem, each with line and field. */
export function readYaml<Schema extends z.ZodType>(file: string, text: string, schema: Schema): ReadYaml<z.output<Schema>> {
  const problem = (line: number | null, message: string) => new DataInvalidError([{ file, line, field: '', message }]);
  if (Buffer.byteLength(text) > MAX_FILE_BYTES) throw problem(null, `the file is larger than ${MAX_FILE_BYTES} bytes; split it`);
  if (text.includes('\uFFFD')) throw problem(lineOfOffset(text, text.indexOf('\uFFFD')), 'the file is not UTF-8');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new DataInvalidError(
      document.errors.map((error) => ({
        file,
        line: lines.linePos(error.pos[0]).line,
        field: '',
        message: `not YAML: ${error.message}`,
      })),
    );
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
    throw problem(null, `not readable: ${(error as Error).message}`);
  }
  if (value === null) return { value: null, lineOf };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, lineOf };
  const problems = parsed.error.issues.flatMap((issue): DataProblem[] =>
    fieldsOf(issue).map((path) => ({ file, line: lineOf(path), field: fieldPath(path), message: explain(issue) })),
  );
  throw new DataInvalidError(problems);
}

export function fieldPath(path: readonly PropertyKey[]): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`)).join('');
}

/** The fields that an issue is about: of unknown ones zod names only the mapping that holds them. */
function fieldsOf(issue: z.core.$ZodIssue): PropertyKey[][] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
}

/** zod's message with what is accepted, where zod leaves that out. */
function explain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'unknown field';
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_union') return issue.errors.flatMap((branch) => branch.map(explain)).join(', or ');
  return issue.message;
}

function lineOfOffset(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
