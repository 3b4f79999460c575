import { existsSync } from 'node:fs';
import { Graph } from '../../graph/graph.js';
import { embeddedFile, openEngine } from '../../graph/open-engine.js';
import { reporter } from '../../preparation.js';
import type { Settings } from '../../settings.js';
import { openForReading } from './open-for-reading.js';
import { openForWriting } from './open-for-writing.js';
import { patient } from './patience.js';

const IN_MEMORY = 'embedded:';
const SILENT = { info: () => undefined, progress: () => undefined };

interface OpenToChange {
  readonly graph: Graph;
  close(): Promise<void>;
}

/**
 * Opens the graph that the settings name, to change it. A dry run writes nothing to it at all: where there is no graph yet,
 * it is tried on one in memory. Throws `KembarError`.
 */
export async function openToChange(
  settings: Settings,
  { dryRun, wait, print }: { readonly dryRun: boolean; readonly wait: boolean; readonly print: (line: string) => void },
): Promise<OpenToChange> {
  if (!dryRun) return toWrite(await openForWriting(settings, reporter(print), { wait }));
  if (await isNothingThere(settings)) {
    return toWrite(await openForWriting({ ...settings, graph: { ...settings.graph, url: IN_MEMORY } }, SILENT));
  }
  const { context, close } = await openForReading(patient(settings));
  return { graph: context.graph, close };
}

function toWrite(graph: Graph): OpenToChange {
  return { graph, close: () => graph.engine.close() };
}

/** Whether there is no file, or a database that is empty and was not prepared. */
async function isNothingThere({ graph: address, storeDeadlineMs }: Settings): Promise<boolean> {
  const file = embeddedFile(address.url);
  if (file !== null) return file === '' || !existsSync(file);
  const graph = new Graph(await openEngine(address), undefined, { deadlineMs: storeDeadlineMs });
  try {
    const [state] = await graph.ask('graph/state');
    if (state !== undefined) return false;
    const [nodes] = await graph.ask('graph/is-empty');
    return nodes?.empty === true;
  } finally {
    await graph.engine.close();
  }
}
