import type { Command } from 'commander';
import { membersOf } from '../../domain/vocabulary.js';
import { importSource } from '../../exchange/import/import-source.js';
import { fieldNamed, perhapsDated } from '../../exchange/import/sheet/column-names.js';
import type { Field } from '../../exchange/import/sheet/fields.js';
import { NO_MAPPING, readMapping } from '../../exchange/import/sheet/mapping.js';
import { openSheet, type Sheet } from '../../exchange/import/sheet/open-sheet.js';
import { READINGS } from '../../exchange/import/sheet/row-steps.js';
import { nameOf } from './import-kembar.js';
import { type StatementOptions, statementImporter, type ToldOfRows, withDecisions } from './import-statements.js';
import { importCommand, runImport } from './run-import.js';

const HELP = `
Columns and words are recognised in Indonesian and English; docs/sheet-columns.md lists them, and docs/sheets.md what a
mapping file can say where they are other, with the title, publisher and licence of the sheet.`;

/** What nearly every sheet says, so that one that does not is likely to say it under another name. */
const TELLING = {
  'when anything happened': ['date', 'year', 'intentDate', 'signedDate'],
  'how far an agreement has come': ['stage', 'intentDate', 'signedDate'],
} as const satisfies Readonly<Record<string, readonly Field[]>>;

/** `kembar import sheet`: puts a spreadsheet of agreements that somebody keeps by hand into the graph. */
export function importSheetCommand(print: (line: string) => void): Command {
  const command = importCommand('sheet', 'Put a spreadsheet of agreements into the graph: .csv, .tsv or .xlsx.')
    .argument('<file>', 'the spreadsheet')
    .option('--mapping <file>', 'YAML file that says which column and which word is what');
  return withDecisions(command)
    .addHelpText('after', HELP)
    .action(async (file: string, options: StatementOptions & { readonly mapping?: string }) => {
      const mapping = options.mapping === undefined ? NO_MAPPING : await readMapping(options.mapping);
      const sheet = await openSheet(file, mapping);
      const inputs = options.mapping === undefined ? [file] : [file, options.mapping];
      const importer = statementImporter({ dataSet: nameOf(file), inputs }, options, () => ({
        statements: (onReject) => sheet.statements(onReject),
        ofRows: () => toldOfRows(sheet),
        source: (dataSet, tool) =>
          importSource(dataSet, { tool, at: new Date(), files: [{ name: file, sha256: sheet.sha256 }], told: sheet.told }),
        settings: JSON.stringify({ ...mapping, values: [...mapping.values].map(([field, words]) => [field, [...words]]) }),
        confidence: null,
      }));
      const columns = [...sheet.columns].map(([field, column]) => `${column} (${field})`);
      const toError = options.json === true ? (line: string) => process.stderr.write(`${line}\n`) : print;
      toError(`columns, named in line ${sheet.headerLine}: ${columns.join(', ')}`);
      for (const [what, fields] of Object.entries(TELLING)) {
        if (!fields.some((field) => sheet.columns.has(field))) toError(`no column tells ${what}: ${namedIn(sheet, fields)}`);
      }
      for (const [field, column] of sheet.columns) {
        const other = fieldNamed(column);
        if (other !== undefined && other !== field)
          toError(`“${column}” has the name of a column of ${other}, and is read as ${field}, as the mapping says`);
      }
      for (const [field, whose] of [
        ['countryA', 'first'],
        ['countryB', 'second'],
      ] as const) {
        if (!sheet.columns.has(field) && mapping.defaults[field] === undefined)
          toError(`nothing tells in which country the ${whose} parties are: say it in a mapping, as in defaults: { ${field}: Indonesia }`);
      }
      if (sheet.leftAside.length > 0) toError(`columns that are not read: ${sheet.leftAside.join(', ')}`);
      await runImport(importer, options, print);
    });
}

/** How to say in a mapping which column tells it. One that is about a signing is not to be taken for the date of any stage. */
function namedIn({ leftAside }: Sheet, fields: readonly Field[]): string {
  for (const column of leftAside) {
    const field = perhapsDated(column);
    if (field === null || !fields.includes(field)) continue;
    return `“${column}” may, which a mapping says as in columns: { ${field}: ${column} }`;
  }
  const [first] = fields;
  return `name it in a mapping, as in columns: { ${first}: … }, if the sheet does`;
}

/** Rows that are none, and rows of which it is told how they were read. */
function toldOfRows({ aside, readings }: Sheet): ToldOfRows[] {
  return [
    { name: 'rowsAside', what: 'are none of the table, such as sums and what stands below it', lines: aside },
    ...membersOf(READINGS).map((reading) => ({ name: reading, what: READINGS[reading], lines: readings.get(reading) ?? [] })),
  ];
}
