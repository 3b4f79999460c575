import { Command } from 'commander';
import { RecordFiles } from '../exchange/format/record-files.js';
import { checkRecords } from '../exchange/import/kembar/check-records.js';
import { GraphGround } from '../exchange/import/kembar/graph-ground.js';
import { readSettings } from '../settings.js';
import { RowsLeftOut } from './exit-codes.js';
import { openForReading } from './graph/open-for-reading.js';
import { nameOf } from './import/import-kembar.js';
import { Rejects } from './import/rejects.js';

interface Options {
  readonly as?: string;
  readonly rejects?: string;
}

/** `kembar validate`: says what is wrong with files of records, and changes nothing. */
export function validateCommand(print: (line: string) => void): Command {
  return new Command('validate')
    .description("Check files in Kembar's own format: fields, dates, keys, and what they refer to in the graph.")
    .argument('<file...>', 'files, or folders of them: .yaml, .yml, .jsonl, .jsonl.gz')
    .option('--as <name>', 'the data set that they are to become, whose own records in the graph do not count')
    .option('--rejects <file>', 'where to keep what is wrong, with line, field, value, reason and remedy (.csv or .jsonl)')
    .action(async (paths: string[], options: Options) => {
      const files = await RecordFiles.find(paths);
      const rejects = await Rejects.open(options.rejects ?? null, { inputs: files.files });
      const { context, close } = await openForReading(readSettings(process.env));
      try {
        const ground = new GraphGround(context.graph, { besides: options.as ?? nameOf(paths[0] ?? '') });
        const { accepted } = await checkRecords(files, ground, rejects.take);
        rejects.end();
        for (const line of rejects.faults()) print(line);
        print(`${accepted} records are sound${rejects.count === 0 ? '' : `, ${rejects.rows} are not`}`);
      } finally {
        rejects.close();
        await close();
      }
      if (rejects.count > 0) throw new RowsLeftOut();
    });
}
