import type { Command } from 'commander';
import { reportLines } from '../../exchange/import/twinnings/import-report.js';
import { WORLD } from '../../exchange/import/twinnings/import-twinnings.js';
import type { TwinningFiles } from '../../exchange/import/twinnings/twinning-tables.js';
import { twinningsOfGraph } from '../../exchange/import/twinnings/twinnings-of-graph.js';
import { type ImportOptions, importCommand, runImport } from './run-import.js';

const FILES = `
The files are tables (CSV, TSV, XLSX) whose first line names the columns, and all of them are there. A cell may
be empty but for id, name, iso2, kind, a, b and sources.

  id                 what a and b name a place by
  geonameid, qid     codes of GeoNames and Wikidata; what finds a place that is in the graph already most surely
  lat, lng           degrees, WGS 84
  iso2               ISO 3166-1, such as ID
  admin1_code        first-level subdivision as GeoNames has it, such as ID.08; --subdivisions tells which code of
                     ISO 3166-2 that is, and without it names alone find the province
  admin1_method      how that was found; "nearest" in it marks a guess
  kind               place (a populated place), area, or admin1 (a first-level subdivision)

A pair becomes an agreement with one step, SIGNED, inferred and undated: a list says that two places are twins, and not
when they signed what. A row that is wrong is left out, and so is a pair that names its place.`;

/** `kembar import twinnings`: puts a list of twinnings into the graph, on all that it holds of other data sets. */
export function importTwinningsCommand(print: (line: string) => void): Command {
  return importCommand('twinnings', 'Put the twinnings of Wikidata and of the lists in Wikipedia into the graph.')
    .requiredOption(
      '--places <file>',
      'places: id, geonameid, qid, name, lat, lng, iso2, admin1_code, admin1_name, admin1_method, population, kind',
    )
    .requiredOption('--twinnings <file>', 'pairs of places: a, b, sources (D Wikidata, W Wikipedia, DW both)')
    .option('--subdivisions <file>', 'codes of first-level subdivisions: geonames_admin1, geonames_name, iso3166_2, iso_name, method')
    .addHelpText('after', FILES)
    .action(async ({ places, twinnings, subdivisions, ...options }: ImportOptions & TwinningFiles) => {
      await runImport(
        {
          dataSet: WORLD,
          inputs: [places, twinnings, subdivisions].filter((file) => file !== undefined),
          assemble: async (graph, context) => {
            const { version, total, report } = await twinningsOfGraph(graph, { places, twinnings, subdivisions }, context);
            return { version, total, report: { lines: reportLines(report, { all: options.dryRun === true }), data: report } };
          },
        },
        options,
        print,
      );
    });
}
