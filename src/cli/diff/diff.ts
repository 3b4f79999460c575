import { Command } from 'commander';
import { differences } from '../../exchange/diff/diff.js';
import { Differ } from '../exit-codes.js';
import { progressOf } from '../terminal/progress.js';
import { wholeNumber } from '../whole-number.js';
import { DifferenceLines, inWords } from './difference-lines.js';
import { openSides } from './open-sides.js';

interface Options {
  readonly as?: string;
  readonly limit: number;
  readonly json?: boolean;
}

const HELP = `
Each side is the word graph, which is the graph that GRAPH_URL names; or a graph file, such as a backup; or a folder that
kembar export --all wrote; or files in Kembar's own format. Records beside a graph are taken as an import into it would
take them, and compared with the data set of their name, or of --as. + is only in the second, - only in the first, ~ in
both. When and by which program something was imported is no difference.`;

/** `kembar diff`: what differs between two graphs, or what graphs are made of. */
export function diffCommand(print: (line: string) => void): Command {
  return new Command('diff')
    .description('What differs between two graphs or data sets: records that came, went or changed, and in which fields.')
    .argument('<first>', 'graph, a graph file, an exported folder, or records')
    .argument('<second>', 'the same')
    .option('--as <name>', 'the data set that records are compared with')
    .option('--limit <number>', 'how many records of one kind are shown', wholeNumber, 20)
    .option('--json', 'print all of it as JSON Lines: one for each difference, and the counts at the end')
    .addHelpText('after', HELP)
    .action(async (first: string, second: string, { as, limit, json = false }: Options) => {
      const { before, after, close } = await openSides(first, second, as ?? null);
      const progress = progressOf('records', null);
      const lines = new DifferenceLines(limit, print);
      try {
        for await (const one of differences(before, after, { onProgress: progress.update })) {
          lines.add(one);
          if (json) print(JSON.stringify(one));
        }
      } finally {
        progress.stop();
        await close();
      }
      const { total } = lines;
      const differ = total.added + total.removed + total.changed > 0;
      if (json) print(JSON.stringify({ equal: !differ, ...total }));
      else {
        lines.end();
        print(differ ? `${first} and ${second} differ: ${inWords(total)}` : `${first} and ${second} say the same`);
      }
      if (differ) throw new Differ();
    });
}
