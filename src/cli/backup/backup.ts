import { stat } from 'node:fs/promises';
import { Command } from 'commander';
import { writeBackup } from '../../exchange/backup/write-backup.js';
import { readSettings } from '../../settings.js';
import { graphFileOf } from './embedded-only.js';
import { summaryLines } from './summary-lines.js';

interface Options {
  readonly output: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

const NEO4J = 'neo4j-admin database dump; or kembar export --all, which writes everything as files for either engine';

/** `kembar backup`: a copy of the embedded graph as it is at one moment, also while a server has it open. */
export function backupCommand(print: (line: string) => void): Command {
  return new Command('backup')
    .description('Copy the embedded graph to a file, as it is at one moment, also while a server serves it.')
    .requiredOption('-o, --output <file>', 'where to write it')
    .option('--force', 'replace the file that is there')
    .option('--json', 'print the outcome as JSON')
    .addHelpText(
      'after',
      `
The copy is a graph file: GRAPH_URL=embedded:FILE opens it, and kembar restore puts it back. Where a server or an import
of the same user on this machine has the graph open, that process makes the copy; it answers nobody meanwhile, two to
three seconds per million nodes and relationships.

Neo4j has ${NEO4J}.`,
    )
    .action(async ({ output, force = false, json = false }: Options) => {
      const graphFile = graphFileOf(readSettings(process.env), { elsewhere: NEO4J });
      process.stderr.write(`copying ${graphFile}\n`);
      const summary = await writeBackup(graphFile, output, { force });
      const { size } = await stat(output);
      if (json) return print(JSON.stringify({ file: output, bytes: size, ...summary }));
      print(`${output} holds the graph (${size} bytes)`);
      for (const line of summaryLines(summary)) print(line);
    });
}
