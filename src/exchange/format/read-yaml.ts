import type { z } from 'zod';
import { DataInvalidError, type DataProblem } from '../../domain/errors.js';
import { explain, fieldPath, fieldsOf } from './issues.js';
import { parseYaml } from './yaml-file.js';

/** A YAML file as it was read, with where in it things stand. */
export interface ReadYaml<T> {
  /** Null: the file is empty. */
  readonly value: T | null;
  /** Line of a field, or of what holds it when the field is not there. */
  lineOf(path: readonly PropertyKey[]): number | null;
}

/** Reads a YAML text as a schema asks. Throws `DataInvalidError` with every problem, each with line and field. */
export function readYaml<Schema extends z.ZodType>(file: string, text: string, schema: Schema): ReadYaml<z.output<Schema>> {
  const yaml = parseYaml(file, text);
  if ('problems' in yaml) throw new DataInvalidError(yaml.problems);
  const { value, lineOf } = yaml;
  if (value === null) return { value: null, lineOf };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, lineOf };
  const problems = parsed.error.issues.flatMap((issue): DataProblem[] =>
    fieldsOf(issue).map((path) => ({ file, line: lineOf(path), field: fieldPath(path), message: explain(issue) })),
  );
  throw new DataInvalidError(problems);
}
