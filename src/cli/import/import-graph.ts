import { Command } from 'commander';
import { importGraph } from '../../exchange/whole/import-graph.js';
import { reporter } from '../../preparation.js';
import { readSettings } from '../../settings.js';
import { revisionOf } from '../../store/summary.js';
import { openForWriting } from '../graph/open-for-writing.js';
import { progressOf } from '../terminal/progress.js';

/** `kembar import graph`: makes a graph of what `kembar export --all` wrote, on either engine. */
export function importGraphCommand(print: (line: string) => void): Command {
  return new Command('graph')
    .description('Make a graph equal to the one that kembar export --all wrote, in an empty graph of either engine.')
    .argument('<folder>', 'what kembar export --all wrote')
    .addHelpText(
      'after',
      `
From the embedded engine to Neo4j:

  kembar export --all --output everything
  GRAPH_URL=neo4j://HOST:7687 NEO4J_USERNAME=… NEO4J_PASSWORD=… kembar import graph everything`,
    )
    .action(async (folder: string) => {
      // What ships is in the folder too, so it is not put in beforehand.
      const graph = await openForWriting({ ...readSettings(process.env), loadData: false }, reporter(print));
      const progress = progressOf('records', null);
      try {
        const { dataSets } = await importGraph(graph, folder, { onProgress: progress.update });
        progress.stop();
        for (const { id, records } of dataSets) print(`${id}: ${records} records`);
        print(`the graph holds all of it, as revision ${await revisionOf(graph)}`);
      } finally {
        progress.stop();
        await graph.engine.close();
      }
    });
}
