import { Command } from 'commander';
import { reporter } from '../preparation.js';
import { readSettings } from '../settings.js';
import { openForWriting } from './graph/open-for-writing.js';

/** `kembar migrate`: brings a graph to the schema of this software, and nothing else. */
export function migrateCommand(print: (line: string) => void): Command {
  return new Command('migrate')
    .description('Bring the graph to the schema of this version of Kembar, without loading any data. A server does so by itself.')
    .action(async () => {
      const settings = readSettings(process.env);
      let applied = 0;
      const report = reporter(print);
      const graph = await openForWriting(
        { ...settings, loadData: false },
        {
          info: (line) => {
            if (line.startsWith('applied')) applied += 1;
            report.info(line);
          },
          progress: report.progress,
        },
      );
      await graph.engine.close();
      if (applied === 0) print('the schema is up to date');
    });
}
