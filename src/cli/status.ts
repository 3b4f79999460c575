import { Command } from 'commander';
import { readSettings, withoutSecrets } from '../settings.js';
import { type LoadedDataSet, loadedDataSets } from '../store/data-set/data-sets.js';
import { countsOf, markOf } from '../store/summary.js';
import { openForReading } from './graph/open-for-reading.js';

/** `kembar status`: what the graph holds, and whether all that was begun is complete. */
export function statusCommand(print: (line: string) => void): Command {
  return new Command('status')
    .description('What the graph is, which data sets it holds, and whether one of them was cut off.')
    .option('--json', 'print it as JSON')
    .action(async ({ json = false }: { readonly json?: boolean }) => {
      const settings = readSettings(process.env);
      const { context, close } = await openForReading(settings);
      try {
        const { graph } = context;
        const [mark, dataSets, counts] = await Promise.all([markOf(graph), loadedDataSets(graph), countsOf(graph)]);
        const address = withoutSecrets(settings.graph.url);
        if (json) return print(JSON.stringify({ graph: address, engine: graph.engine.name, ...mark, dataSets, counts }));
        print(`${address} (${graph.engine.name}), revision ${mark.revision ?? 0}${mark.changedAt === null ? '' : ` of ${mark.changedAt}`}`);
        for (const { id, complete, loadedAt, nodes, relationships } of dataSets) {
          print(`  ${id}: ${stateOf({ complete, loadedAt, nodes, relationships })}`);
        }
        print(counts.map(({ label, total }) => `${label} ${total}`).join(', '));
      } finally {
        await close();
      }
    });
}

function stateOf({ complete, loadedAt, nodes, relationships }: Omit<LoadedDataSet, 'id' | 'fingerprint' | 'ground'>): string {
  if (!complete) return 'cut off: import it again to complete it';
  if (nodes + relationships === 0) return `removed ${loadedAt}`;
  return `${nodes} nodes, ${relationships} relationships, loaded ${loadedAt}`;
}
