import 'reflect-metadata';
import type { Command } from 'commander';
import { askFile, operationNamed } from '../api/files/ask-file.js';
import { askable } from '../api/files/catalogue.js';
import { namedOperations } from '../api/operations.js';
import { buildSchema } from '../api/schema.js';
import { CSV_METADATA, TABLE_FORMATS, type TableFormat } from '../exchange/export/formats.js';
import { executing } from '../http/execute.js';
import { apolloOf } from '../http/graphql.js';
import { type FileOptions, fileCommand, formatOf, parametersOf, TEXT_TABLE, textsOf, writeFile } from './files/file-command.js';

interface Options extends FileOptions {
  readonly path?: string;
  readonly unwind?: string;
}

const FORMATS = [...Object.keys(TABLE_FORMATS), CSV_METADATA.extension, TEXT_TABLE];

/** The named operations with their questions, a line each. */
export function operationLines(): string[] {
  const operations = namedOperations();
  const width = Math.max(...operations.map(({ name }) => name.length));
  return operations.map(({ name, question }) => `  ${name.padEnd(width)}  ${question}`);
}

/** `kembar ask <operation>`: the answer to a named operation, as a file. Throws `NotFoundError` for a name that is none. */
export function askCommand(name: string): Command {
  const schema = buildSchema();
  const { question, paths, path, variables } = askable(schema, operationNamed(name));
  const meant = path === null ? 'needed' : `left out: ${path || 'the answer as one row'}`;
  return fileCommand(`ask ${name}`, question, FORMATS, variables)
    .option('--path <path>', `which table of the answer: ${paths.join(', ')}; ${meant}`)
    .option('--unwind <path>', 'a list in the rows whose items become rows of their own (csv and table)')
    .action(async (options: Options) => {
      const shown = formatOf(options, FORMATS);
      const format = (shown === TEXT_TABLE ? 'csv' : shown) as TableFormat;
      const bare = options.bare === true || shown === TEXT_TABLE;
      const texts = textsOf(variables, options as Readonly<Record<string, unknown>>);
      await writeFile(shown, options, {
        path: `/ask/${name}.${format}`,
        parameters: { ...texts, ...parametersOf({ path: options.path, unwind: options.unwind, bare }) },
        fromGraph: (context) =>
          askFile(
            { schema, context, execute: executing(apolloOf(schema, TO_STANDARD_ERROR)) },
            { operation: name, format, path: options.path ?? null, unwind: options.unwind ?? null, bare, variables: texts },
          ),
      });
    });
}

const TO_STANDARD_ERROR = {
  error: (details: object, message: string) => process.stderr.write(`${message}: ${(details as { err?: Error }).err?.stack ?? ''}\n`),
};
