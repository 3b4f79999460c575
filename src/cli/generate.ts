import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { Command } from 'commander';
import { toJsonLines } from '../exchange/format/json-lines.js';
import { generateWorld } from '../exchange/synthesis/generate-world.js';
import { mustBeWritable, writeOutput } from './files/write-output.js';
import { wholeNumber } from './whole-number.js';

interface Options {
  readonly places: number;
  readonly agreements: number;
  readonly seed: number;
  readonly output?: string;
}

/** `kembar generate`: writes a world that does not exist, for trying out how a graph of some size behaves. */
export function generateCommand(): Command {
  return new Command('generate')
    .description('Write a synthetic world of some size, with the shape of the real one, as records in JSON Lines.')
    .requiredOption('--places <number>', 'how many cities and regencies', wholeNumber)
    .requiredOption('--agreements <number>', 'how many agreements between them', wholeNumber)
    .option('--seed <number>', 'another seed makes another world', wholeNumber, 1)
    .option('-o, --output <file>', 'where to write it, packed where the name ends with .gz; left out: the standard output')
    .addHelpText(
      'after',
      `
Same options, same bytes. docs/synthesis.md tells how close it comes to the real world. It stands on the data that ships:

  kembar generate --places 1000 --agreements 5000 -o world.jsonl && kembar import kembar world.jsonl`,
    )
    .action(async ({ places, agreements, seed, output }: Options) => {
      if (output !== undefined) await mustBeWritable(output);
      const lines = Readable.from(toJsonLines(generateWorld({ places, agreements, seed })));
      await writeOutput(output?.endsWith('.gz') ? lines.pipe(createGzip()) : lines, output ?? null);
    });
}
