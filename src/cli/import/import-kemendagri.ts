import { type Command, Option } from 'commander';
import { BadInputError } from '../../domain/errors.js';
import { importKemendagri, type KemendagriOptions } from '../../exchange/import/kemendagri/import-kemendagri.js';
import { placeImporter } from './import-places.js';
import { type ImportOptions, importCommand, runImport } from './run-import.js';

interface Options extends ImportOptions {
  readonly title?: string;
  readonly publisher: string;
  readonly licence?: string;
  readonly url?: string;
  readonly level: NonNullable<KemendagriOptions['level']>;
  readonly from?: string;
  readonly until?: string;
  readonly codeColumn?: string;
  readonly nameColumn?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
}

const HELP = `
Rows of code and name, of all levels in one file or each in its own: 35, 35.74, 35.74.01, 35.74.01.1001. Codes without
points are read where each has its full length. Areas that the graph has get codes that they lack, others become places.`;

/** `kembar import kemendagri`: codes of Indonesian areas as the Ministry of Home Affairs gives them. */
export function importKemendagriCommand(print: (line: string) => void): Command {
  return importCommand('kemendagri', 'Put lists of Indonesian areas with their Kemendagri codes into the graph.')
    .argument('<file...>', 'tables of code and name: .csv, .tsv or .xlsx')
    .requiredOption('--title <text>', 'what the list is, such as the decree that it is of')
    .option('--publisher <text>', 'who published it', 'Kementerian Dalam Negeri')
    .option('--licence <text>', 'its terms of use')
    .option('--url <address>', 'where it is')
    .addOption(
      new Option('--level <level>', 'the smallest areas that are read')
        .choices(['PROVINCE', 'REGENCY', 'DISTRICT', 'VILLAGE'])
        .default('REGENCY'),
    )
    .option('--from <date>', 'since when its codes hold')
    .option('--until <date>', 'until when they held; such a list makes no new places')
    .option('--code-column <name>', 'which column has the codes')
    .option('--name-column <name>', 'which column has the names')
    .option('--delimiter <text>', 'between the cells of a text file; left out, the header tells')
    .option('--sheet <name>', 'sheet of a workbook; left out, the first that is not hidden')
    .addHelpText('after', HELP)
    .action(async (files: string[], options: Options) => {
      const { title, publisher, licence, url, level, from, until, delimiter, sheet } = options;
      if (url !== undefined && !URL.canParse(url)) throw new BadInputError(`--url "${url}" is no address`);
      const columns = { code: options.codeColumn, name: options.nameColumn };
      const told = { title, publisher, licence, url, language: 'id', kind: 'GOVERNMENT' as const };
      const settings = { ...tableOptions(delimiter, sheet), level, from, until, columns };
      const importer = placeImporter(
        { dataSet: 'kemendagri', inputs: files },
        {
          told,
          settings,
          read: (known, source, onReject) => importKemendagri(files, { ...settings, source }, known, onReject),
        },
      );
      await runImport(importer, options, print);
    });
}

function tableOptions(delimiter: string | undefined, sheet: string | undefined) {
  return { ...(delimiter === undefined ? {} : { delimiter }), ...(sheet === undefined ? {} : { sheet }) };
}
