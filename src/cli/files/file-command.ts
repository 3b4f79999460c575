import { extname } from 'node:path';
import { Command, Option } from 'commander';
import type { Context } from '../../api/context.js';
import type { FileAnswer } from '../../api/files/file-answer.js';
import { accepted, type GivenTexts, type Input } from '../../api/tables/inputs.js';
import { BadInputError } from '../../domain/errors.js';
import { readSettings } from '../../settings.js';
import { openForReading } from '../graph/open-for-reading.js';
import { serverFile } from './server-file.js';
import { textTable } from './text-table.js';
import { mustBeWritable, type Parts, writeOutput } from './write-output.js';

/** What every command that makes a file takes. */
export interface FileOptions {
  readonly format?: string;
  readonly output?: string;
  readonly server?: string;
  readonly token?: string;
  readonly bare?: boolean;
}

/** What is shown in a terminal instead of being put into a file. */
export const TEXT_TABLE = 'table';

/** Names that say how a file is to be; no operation has a variable of such a name. */
export const COMMAND_OPTIONS = ['format', 'output', 'server', 'token', 'bare', 'path', 'unwind', 'part', 'help'] as const;

/** A command that takes inputs by name, and says how its file is to be. */
export function fileCommand(name: string, description: string, formats: readonly string[], inputs: readonly Input[]): Command {
  const command = new Command(name)
    .description(description)
    .option(
      '-f, --format <format>',
      `what to write: ${formats.join(', ')}; left out, what the name of the output ends with, else ${formats[0]}`,
    )
    .option('-o, --output <file>', 'where to write it; left out: the standard output')
    .option('--bare', 'leave out where the facts come from')
    .option('--server <address>', 'ask a running server instead of opening the graph')
    .option(
      '--token <token>',
      'who asks the server; left out: KEMBAR_TOKEN, which other users of the machine do not see in the list of processes',
    );
  for (const input of inputs) {
    command.addOption(
      new Option(`--${input.name} <value>`, describe(input)).argParser((text: string, texts: string[] = []) => [...texts, text]),
    );
  }
  return command;
}

function describe({ type, description, required, fallback }: Input): string {
  const told = [
    description.replace(/\.$/, ''),
    accepted(type),
    required ? 'needed' : '',
    fallback === undefined ? '' : `default ${JSON.stringify(fallback)}`,
  ];
  return told.filter((part) => part !== '').join('; ');
}

/** The texts that were given for inputs. */
export function textsOf(inputs: readonly Input[], options: Readonly<Record<string, unknown>>): GivenTexts {
  return Object.fromEntries(inputs.flatMap(({ name }) => (options[name] === undefined ? [] : [[name, options[name] as string[]]])));
}

/** The format that is named, else that which the name of the output ends with, else the first one. Throws `BadInputError`. */
export function formatOf({ format, output }: FileOptions, formats: readonly string[]): string {
  if (format !== undefined) {
    if (!formats.includes(format)) throw new BadInputError(`--format is "${format}". Accepted are ${formats.join(', ')}.`);
    return format;
  }
  // The last one: `csv-metadata.json` comes after the `json` that it ends with too.
  const ending = formats.findLast((one) => output?.endsWith(`.${one}`));
  if (ending === undefined && output !== undefined && extname(output) !== '')
    throw new BadInputError(
      `--output "${output}" does not end with a format. Accepted are ${formats.map((one) => `.${one}`).join(', ')}; with --format any.`,
    );
  return ending ?? (formats[0] as string);
}

/** Where a file is to be had: on a server, or from the graph. */
export interface FileToWrite {
  readonly path: string;
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  readonly fromGraph: (context: Context) => Promise<FileAnswer>;
}

/** Writes a file where the options say, as a table for people where that is asked. Throws `KembarError`. */
export async function writeFile(shown: string, { server, token, output }: FileOptions, file: FileToWrite): Promise<void> {
  if (output !== undefined) await mustBeWritable(output);
  const write = (parts: Parts) => writeOutput(shown === TEXT_TABLE ? textTable(parts) : parts, output ?? null);
  if (server !== undefined) {
    const given = Object.entries(file.parameters).flatMap(([name, texts]) => texts.map((text): [string, string] => [name, text]));
    return write(await serverFile(server, file.path, new URLSearchParams(given), token ?? (process.env.KEMBAR_TOKEN || null)));
  }
  if (token !== undefined) throw new BadInputError('--token is shown to a server, and --server names none');
  const { context, close } = await openForReading(readSettings(process.env), {
    orAsk: '; or ask the server that has it open, with --server http://HOST:PORT',
  });
  try {
    const answer = await file.fromGraph(context);
    await write(await answer.open());
  } finally {
    await close();
  }
}

/** Options as they are told to a server. */
export function parametersOf(options: Readonly<Record<string, string | boolean | undefined>>): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) => (value === undefined || value === false ? [] : [[name, [String(value)]]])),
  );
}
