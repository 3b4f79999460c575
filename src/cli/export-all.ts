import { SOFTWARE } from '../api/files/software.js';
import { BadInputError } from '../domain/errors.js';
import { exportGraph } from '../exchange/whole/export-graph.js';
import { readSettings } from '../settings.js';
import { openForReading } from './graph/open-for-reading.js';
import { patient } from './graph/patience.js';
import { progressOf } from './terminal/progress.js';

/** `kembar export --all`: every data set of the graph as a folder of files that another graph can be made of. */
export async function exportAll(folder: string | undefined, print: (line: string) => void): Promise<void> {
  if (folder === undefined) throw new BadInputError('--all needs --output FOLDER, which is made');
  const { context, close } = await openForReading(patient(readSettings(process.env)));
  const progress = progressOf('records', null);
  try {
    const { dataSets, revision } = await exportGraph(context.graph, folder, { software: SOFTWARE, onProgress: progress.update });
    progress.stop();
    for (const { id, records, file } of dataSets) print(`${id}: ${records} records in ${file}`);
    print(`${folder} holds revision ${revision} of the graph; kembar import graph ${folder} makes another graph of it`);
  } finally {
    progress.stop();
    await close();
  }
}
