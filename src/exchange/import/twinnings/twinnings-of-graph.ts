import type { Graph } from '../../../graph/graph.js';
import { groundOf } from '../../../store/data-set/data-sets.js';
import type { DataSetVersion } from '../../../store/data-set/replace-data-set.js';
import { toUnits } from '../../dataset/to-units.js';
import type { OnReject } from '../../reject.js';
import { importSource } from '../import-source.js';
import { RetiredAgreements } from '../merging/retired-agreements.js';
import { KnownPlaces } from '../places/known-places.js';
import { RetiredPlaces } from '../places/retired-places.js';
import { StatementGround } from '../statements/statement-ground.js';
import type { ImportReport } from './import-report.js';
import { importTwinnings } from './import-twinnings.js';
import type { TwinningFiles } from './twinning-tables.js';

export interface GraphTwinnings {
  readonly version: DataSetVersion;
  readonly total: number;
  readonly report: ImportReport;
}

/** Makes a version of a data set of a list of twinnings, on all that a graph has of other data sets. Throws `DataInvalidError`. */
export async function twinningsOfGraph(
  graph: Graph,
  files: TwinningFiles,
  { dataSet, tool, onReject }: { readonly dataSet: string; readonly tool: string; readonly onReject: OnReject },
): Promise<GraphTwinnings> {
  const standsOn = await groundOf(graph, dataSet);
  const ground = new StatementGround(graph, { besides: dataSet });
  const base = await ground.allPlaces();
  const places = await ground.completed(base);
  const agreements = await ground.allAgreements();
  const retirements = await ground.statedRetirements();
  const retired = {
    agreements: await RetiredAgreements.of(retirements, ground),
    places: new RetiredPlaces(retirements, new KnownPlaces(places)),
  };
  const standing = { data: { places, placeDetails: [], agreements }, retired, fingerprint: '' };
  const imported = await importTwinnings(files, standing, { dataSet, onReject });
  const source = importSource(dataSet, { tool, at: new Date(), files: imported.files, told: TOLD });
  // Another import of such lists brought the same sources.
  const there = await ground.holders(
    'sources',
    imported.data.sources.map(({ key }) => key),
  );
  const data = { ...imported.data, sources: [source, ...imported.data.sources.filter(({ key }) => !there.has(key))] };
  const units = [...toUnits(data, { dataSet, ground: { places: base, agreements } })];
  return {
    version: { id: dataSet, fingerprint: imported.fingerprint, ground: standsOn, units },
    total: units.length,
    report: imported.report,
  };
}

const TOLD = {
  title: 'Places and pairs of twinned places, from Wikidata and the lists of the English Wikipedia',
  publisher: 'Wikidata; Wikipedia; GeoNames',
  language: 'en',
  licence: 'CC0 1.0 (pairs of Wikidata); CC BY-SA 4.0 (pairs of Wikipedia); CC BY 4.0 (places of GeoNames)',
};
