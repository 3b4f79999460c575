import { Command } from 'commander';
import { BadInputError } from '../../domain/errors.js';
import { assembleDataSet, SHIPPED_DATA } from '../../exchange/dataset/shipped.js';
import { reportLines } from '../../exchange/import/twinnings/import-report.js';
import { importTwinnings, type TwinningFiles, WORLD } from '../../exchange/import/twinnings/import-twinnings.js';
import { Graph } from '../../graph/graph.js';
import { openEngine } from '../../graph/open-engine.js';
import { prepare, reporter } from '../../preparation.js';
import { readSettings, withoutSecrets } from '../../settings.js';
import { groundOf, loadedDataSets } from '../../store/data-set/data-sets.js';
import { replaceDataSet } from '../../store/data-set/replace-data-set.js';

interface Options extends TwinningFiles {
  readonly dryRun?: boolean;
  readonly replace?: boolean;
}

const FILES = `
The files hold tab-separated values in UTF-8; their first line names the columns, and all of them are there. A cell may
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
when they signed what.`;

/** `kembar import twinnings`: puts a list of twinnings into the graph, beside the data that ships. */
export function importTwinningsCommand(print: (line: string) => void): Command {
  return new Command('twinnings')
    .description('Put the twinnings of Wikidata and of the lists in Wikipedia into the graph, beside the data that ships with Kembar.')
    .requiredOption(
      '--places <file>',
      'places: id, geonameid, qid, name, lat, lng, iso2, admin1_code, admin1_name, admin1_method, population, kind',
    )
    .requiredOption('--twinnings <file>', 'pairs of places: a, b, sources (D Wikidata, W Wikipedia, DW both)')
    .option('--subdivisions <file>', 'codes of first-level subdivisions: geonames_admin1, geonames_name, iso3166_2, iso_name, method')
    .option('--replace', 'take out the twinnings that were imported before; a graph holds one list of them')
    .option('--dry-run', 'read, check and report; open no graph and write nothing')
    .addHelpText('after', FILES)
    .action((options: Options) => run(options, print));
}

async function run(options: Options, print: (line: string) => void): Promise<void> {
  const imported = await importTwinnings(options, await assembleDataSet(SHIPPED_DATA));
  for (const line of reportLines(imported.report, { all: options.dryRun === true })) print(line);
  if (options.dryRun === true) return;

  const settings = readSettings(process.env);
  print(`opening the graph at ${withoutSecrets(settings.graph.url)}`);
  const graph = new Graph(await openEngine(settings.graph), undefined, { deadlineMs: settings.storeDeadlineMs });
  try {
    const report = reporter(print);
    await prepare(graph, { loadData: true, report });
    const loaded = (await loadedDataSets(graph)).find(({ id }) => id === WORLD);
    const { nodes, relationships } = imported.batch.size;
    if (loaded?.complete && loaded.fingerprint === imported.fingerprint) {
      report.info(`these twinnings are loaded already (${nodes} nodes, ${relationships} relationships)`);
      return;
    }
    if (loaded !== undefined && loaded.fingerprint !== imported.fingerprint && options.replace !== true)
      throw new BadInputError(
        `the graph holds other twinnings (${loaded.nodes} nodes, loaded at ${loaded.loadedAt}), or these as other data that ships made them. --replace puts these in their place; what is only in the others is lost then`,
      );
    report.info(`loading the twinnings: ${nodes} nodes, ${relationships} relationships`);
    const started = performance.now();
    const ground = await groundOf(graph, WORLD);
    await replaceDataSet(graph, { id: WORLD, ground, ...imported }, { onProgress: (done) => report.progress(done, imported.units.length) });
    report.info(`loaded in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  } finally {
    await graph.engine.close();
  }
}
