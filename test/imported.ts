import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assemble } from '../src/exchange/dataset/shipped.js';
import { toRecord } from '../src/exchange/dataset/to-records.js';
import { readDataTexts } from '../src/exchange/format/read-files.js';
import { RecordFiles } from '../src/exchange/format/record-files.js';
import { importRecords } from '../src/exchange/import/kembar/import-records.js';
import type { Graph } from '../src/graph/graph.js';
import { type ReplaceOptions, replaceDataSet } from '../src/store/data-set/replace-data-set.js';
import type { ImportNotes } from '../src/store/history/import-notes.js';

/** How the history tells of what tests import. */
export const NOTES: ImportNotes = {
  actor: 'operator',
  role: 'admin',
  operation: 'import',
  tool: 'test',
  sources: [],
  recordOf: toRecord,
};

/** Imports the text of a whole data file, which the history then knows of. */
export async function importText(
  graph: Graph,
  text: string,
  { as = 'shipped', ...options }: ReplaceOptions & { readonly as?: string } = {},
): Promise<void> {
  const { units, ...version } = assemble(readDataTexts([{ file: 'data.yaml', text }]));
  await replaceDataSet(graph, { ...version, id: as, units }, { takesOver: true, notes: NOTES, ...options });
}

/** Imports a file that stands on what is there already, as `kembar import kembar` does. */
export async function importFile(graph: Graph, as: string, text: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kembar-imported-'));
  try {
    const file = join(folder, 'data.yaml');
    writeFileSync(file, text);
    const onReject = (reject: unknown) => {
      throw new Error(JSON.stringify(reject));
    };
    const { version } = await importRecords(await RecordFiles.find([file]), graph, { dataSet: as, tool: 'test', onReject });
    await replaceDataSet(graph, version, { notes: NOTES });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** So many fields of cooperation, as a data file. */
export function sectorsText(many: number, name = 'Field'): string {
  const sectors = Array.from({ length: many }, (_, index) => `  - { key: f${index}, name: { id: Bidang, en: ${name} ${index} } }\n`);
  return `sectors:\n${sectors.join('')}`;
}
