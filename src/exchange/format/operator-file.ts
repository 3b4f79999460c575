import type { z } from 'zod';
import { BadInputError, DataInvalidError } from '../../domain/errors.js';
import { readYaml } from './read-yaml.js';

/**
 * Reads a file that whoever runs Kembar wrote, in YAML or JSON; null: it is empty. Throws `BadInputError` that names each wrong
 * field with its line, and never says what stands there: it may be a secret. `what`: what the file holds.
 */
export function readOperatorFile<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
  what: string,
): z.output<Schema> | null {
  try {
    return readYaml(file, text, schema).value;
  } catch (error) {
    if (!(error instanceof DataInvalidError)) throw error;
    const faults = error.problems.map(({ line, field, message }) => `  ${file}${line === null ? '' : `:${line}`}  ${field}: ${message}`);
    throw new BadInputError(`the ${what} are not valid:\n${faults.join('\n')}`, error);
  }
}
