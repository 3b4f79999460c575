import { existsSync } from 'node:fs';
import type { Graph } from '../../graph/graph.js';
import { embeddedFile } from '../../graph/open-engine.js';
import { reporter } from '../../preparation.js';
import type { Settings } from '../../settings.js';
import { openForReading } from './open-for-reading.js';
import { openForWriting } from './open-for-writing.js';

const IN_MEMORY = 'embedded:';

/**
 * Opens the graph that the settings name, to change it. A dry run writes nothing at all: where there is no graph yet, it
 * is tried on one in memory. Throws `KembarError`.
 */
export async function openToChange(
  settings: Settings,
  { dryRun, print }: { readonly dryRun: boolean; readonly print: (line: string) => void },
): Promise<{ readonly graph: Graph; close(): Promise<void> }> {
  if (!dryRun) {
    const graph = await openForWriting(settings, reporter(print));
    return { graph, close: () => graph.engine.close() };
  }
  const file = embeddedFile(settings.graph.url);
  const isThere = file === null || existsSync(file);
  const { context, close } = await openForReading(isThere ? settings : { ...settings, graph: { ...settings.graph, url: IN_MEMORY } });
  return { graph: context.graph, close };
}
