import { Command } from 'commander';
import { restoreBackup } from '../../exchange/backup/restore-backup.js';
import { readSettings } from '../../settings.js';
import { graphFileOf } from './embedded-only.js';
import { summaryLines } from './summary-lines.js';

interface Options {
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const NEO4J = 'neo4j-admin database load; or kembar import graph, for what kembar export --all wrote';

/** `kembar restore`: puts a backup in the place of the embedded graph. */
export function restoreCommand(print: (line: string) => void): Command {
  return new Command('restore')
    .description('Put a copy that kembar backup wrote in the place of the embedded graph, which nobody may have open.')
    .argument('<file>', 'what kembar backup wrote')
    .option('--force', 'replace a graph that holds something, and keep it beside as NAME.before-restore-TIME')
    .option('--dry-run', 'look at the file and at what it would replace, and change nothing')
    .option('--json', 'print the outcome as JSON')
    .addHelpText('after', `\nNeo4j has ${NEO4J}.`)
    .action(async (file: string, { force = false, dryRun = false, json = false }: Options) => {
      const graphFile = graphFileOf(readSettings(process.env), { elsewhere: NEO4J });
      process.stderr.write(`checking ${file}\n`);
      const { holds, replaced, kept } = await restoreBackup(file, graphFile, { force, dryRun });
      if (json) return print(JSON.stringify({ graph: graphFile, dryRun, replaced, kept, ...holds }));
      print(dryRun ? `${file} is sound and would replace ${replaced} at ${graphFile}:` : `${graphFile} is what ${file} holds:`);
      for (const line of summaryLines(holds)) print(line);
      if (kept !== null) print(`what was there before is ${kept}`);
    });
}
