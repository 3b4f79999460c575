import { basename } from 'node:path';
import type { Command } from 'commander';
import { slugOf } from '../../domain/names.js';
import { RecordFiles } from '../../exchange/format/record-files.js';
import { importRecords } from '../../exchange/import/kembar/import-records.js';
import { type ImportOptions, importCommand, runImport } from './run-import.js';

const FILES = `
A file is YAML as in data/ (data/README.md has every field), or JSON Lines, perhaps packed with gzip: each line a data
file of its own, such as {"sectors": [{"key": "sport", "name": {"id": "Olahraga", "en": "Sport"}}]}. Records may refer to
those of other data sets in the graph, and add to them with placeDetails and agreementDetails.`;

/** `kembar import kembar`: puts records of Kembar's own format into the graph. */
export function importKembarCommand(print: (line: string) => void): Command {
  return importCommand('kembar', "Put records in Kembar's own data format into the graph.")
    .argument('<file...>', 'files, or folders of them: .yaml, .yml, .jsonl, .jsonl.gz')
    .addHelpText('after', FILES)
    .action(async (paths: string[], options: ImportOptions) => {
      const files = await RecordFiles.find(paths);
      await runImport(
        {
          dataSet: nameOf(paths[0] ?? ''),
          inputs: files.files,
          assemble: async (graph, context) => {
            const { version, accepted } = await importRecords(files, graph, context);
            return { version, total: accepted, report: { lines: [`${accepted} records read`], data: { records: accepted } } };
          },
        },
        options,
        print,
      );
    });
}

/** The name of a data set from that of a file: `Kerja Sama 2024.jsonl.gz` becomes `kerja-sama-2024`. */
export function nameOf(path: string): string {
  const name = slugOf(basename(path).replace(/\..*$/, ''))
    .normalize('NFKD')
    .replace(/[^a-z0-9-]+/g, '');
  return name.slice(0, 60).replace(/^-+|-+$/g, '') || 'import';
}
