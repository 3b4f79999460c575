import 'reflect-metadata';
import type { Command, Option } from 'commander';
import { exportFile, PARTS, type Part, tieInputs } from '../api/files/export-file.js';
import { buildSchema } from '../api/schema.js';
import { BadInputError } from '../domain/errors.js';
import { exportAll } from './export-all.js';
import { type FileOptions, fileCommand, formatOf, parametersOf, TEXT_TABLE, textsOf, writeFile } from './files/file-command.js';

interface Options extends FileOptions {
  readonly part: string;
  readonly all?: boolean;
}

const FORMATS = [...new Set(Object.values(PARTS).flatMap(({ formats }) => formats.map(({ extension }) => extension))), TEXT_TABLE];

/** `kembar export`: the graph of ties, or its nodes or edges, as a file; or everything as a folder. */
export function exportCommand(print: (line: string) => void): Command {
  const schema = buildSchema();
  const inputs = tieInputs(schema);
  return fileCommand('export', 'The places and the ties between them, as a file.', FORMATS, inputs)
    .option('--part <part>', `what of the graph: ${Object.keys(PARTS).join(', ')}`, 'graph')
    .option('--all', 'everything, as records in a new folder that --output names; kembar import graph makes a graph of it')
    .action(async (options: Options, command: Command) => {
      if (options.all === true) {
        const [other] = command.options.filter((one) => isGiven(command, one) && !['all', 'output'].includes(one.attributeName()));
        if (other !== undefined) throw new BadInputError(`--all writes everything, and takes --output only; leave out ${other.long}`);
        return exportAll(options.output, print);
      }
      const { part } = options;
      if (!Object.hasOwn(PARTS, part)) throw new BadInputError(`--part is "${part}". Accepted are ${Object.keys(PARTS).join(', ')}.`);
      const { formats } = PARTS[part as Part];
      const shown = formatOf(options, [...formats.map(({ extension }) => extension), TEXT_TABLE]);
      const extension = shown === TEXT_TABLE ? 'csv' : shown;
      const format = formats.find((one) => one.extension === extension);
      if (format === undefined) throw new BadInputError(`--format "${shown}" is not one of --part ${part}.`);
      const bare = options.bare === true || shown === TEXT_TABLE;
      const texts = textsOf(inputs, options as unknown as Readonly<Record<string, unknown>>);
      await writeFile(shown, options, {
        path: `/export/${part}.${extension}`,
        parameters: { ...texts, ...parametersOf({ bare }) },
        fromGraph: (context) => exportFile(schema, context, { part: part as Part, format, bare, ties: texts }),
      });
    });
}

function isGiven(command: Command, option: Option): boolean {
  return command.getOptionValueSource(option.attributeName()) === 'cli';
}
