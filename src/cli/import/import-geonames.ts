import type { Command } from 'commander';
import { importGeonames } from '../../exchange/import/geonames/import-geonames.js';
import { wholeNumber } from '../whole-number.js';
import { placeImporter } from './import-places.js';
import { type ImportOptions, importCommand, runImport } from './run-import.js';

interface Options extends ImportOptions {
  readonly admin1?: string;
  readonly subdivisions?: string;
  readonly alternateNames?: string;
  readonly country?: readonly string[];
  readonly feature?: readonly string[];
  readonly language?: readonly string[];
  readonly create?: boolean;
  readonly minPopulation?: number;
}

const HELP = `
Dumps are those of download.geonames.org: cities500.txt and the like, ID.txt, allCountries.txt, or their .zip. Places that
the graph has get the id, names, location and population that they lack, each citing GeoNames; what contradicts them is
told and not taken. Nothing new comes in without --create.`;

/** `kembar import geonames`: completes places from dumps of GeoNames. */
export function importGeonamesCommand(print: (line: string) => void): Command {
  return importCommand('geonames', 'Complete places from dumps of GeoNames, or bring new ones.')
    .argument('<dump...>', 'dumps of GeoNames: .txt or .zip')
    .option('--admin1 <file>', 'admin1CodesASCII.txt, the names of first-level subdivisions')
    .option('--subdivisions <file>', 'which code of ISO 3166-2 is which of GeoNames, as for import twinnings')
    .option('--alternate-names <file>', 'alternateNamesV2.txt or .zip, names by language')
    .option('--country <code...>', 'only these countries, by their codes of ISO 3166-1')
    .option('--feature <code...>', 'only these feature codes; PPL* is all of populated places')
    .option('--language <code...>', 'languages of names; left out: id and en')
    .option('--create', 'make places of rows that are none that the graph has')
    .option('--min-population <number>', 'only of those with so many people', wholeNumber)
    .addHelpText('after', HELP)
    .action(async (dumps: string[], options: Options) => {
      const { admin1, subdivisions, alternateNames, country: countries, feature: features, language: languages } = options;
      const create = options.create === true ? { minPopulation: options.minPopulation } : undefined;
      const inputs = [...dumps, admin1, subdivisions, alternateNames].filter((file) => file !== undefined);
      const settings = { countries, features, languages, create };
      const importer = placeImporter(
        { dataSet: 'geonames', inputs },
        {
          told: GEONAMES,
          settings,
          read: (known, source, onReject) =>
            importGeonames({ dumps, admin1, subdivisions, alternateNames }, { ...settings, source }, known, onReject),
        },
      );
      await runImport(importer, options, print);
    });
}

const GEONAMES = {
  title: 'GeoNames geographical database',
  publisher: 'GeoNames',
  language: 'en',
  url: 'https://www.geonames.org',
  licence: 'CC BY 4.0',
};
