import { createHash } from 'node:crypto';
import { DataInvalidError, type DataProblem } from '../../../domain/errors.js';
import { GraphBatch } from '../../../graph/batch.js';
import { completePlaces } from '../../dataset/place-tree.js';
import type { AssembledDataSet } from '../../dataset/shipped.js';
import { toUnits } from '../../dataset/to-units.js';
import { type DataSet, emptyDataSet } from '../../format/records.js';
import { KnownPlaces } from '../places/known-places.js';
import { type ImportReport, reportOn } from './import-report.js';
import { bothLists, KnownAgreements, mergePairs } from './pairs.js';
import { placeDetails } from './place-details.js';
import { readTsv, type Table } from './read-tsv.js';
import { PlaceResolver, type Resolution } from './resolve-places.js';
import { settlePlaces } from './settle-places.js';
import { Subdivisions } from './subdivisions.js';
import { agreementDetail, agreementRecord } from './world-records.js';
import { CROSSWALK_ROW, type Lists, WORLD_PLACE, WORLD_TWINNING, type WorldPlace, type WorldTwinning } from './world-rows.js';
import { WIKIDATA_TWINNINGS, WIKIPEDIA_TWINNINGS } from './world-sources.js';

/** Name of the data set that an import makes. */
export const WORLD = 'world-twinnings';

/** Raised when the same files would become other nodes or relationships than before. */
const FORMAT_VERSION = 5;

export interface TwinningFiles {
  readonly places: string;
  readonly twinnings: string;
  /** Which ISO 3166-2 code belongs to a first-level code of GeoNames. Without it names alone tell. */
  readonly subdivisions?: string | undefined;
}

export interface ImportedTwinnings extends AssembledDataSet {
  readonly report: ImportReport;
}

/**
 * Reads a table of places and a list of twinnings into a data set that stands on another one: places that are there
 * already are referred to and completed, and agreements that are there already get the citations. Throws `DataInvalidError`.
 */
export async function importTwinnings(
  files: TwinningFiles,
  ground: Pick<AssembledDataSet, 'data' | 'fingerprint'>,
): Promise<ImportedTwinnings> {
  const places = await readTsv(files.places, WORLD_PLACE);
  const twinnings = await readTsv(files.twinnings, WORLD_TWINNING);
  const crosswalk = files.subdivisions === undefined ? null : await readTsv(files.subdivisions, CROSSWALK_ROW);
  const known = new KnownPlaces(completePlaces(ground.data));
  const subdivisions = new Subdivisions(known, crosswalk === null ? [] : valuesOf(crosswalk));
  const resolutions = resolveAll(places, new PlaceResolver(known, subdivisions, valuesOf(places)));
  mustBeIds(twinnings, places);

  const lists = listsNaming(valuesOf(twinnings));
  const listsOf = ({ id }: WorldPlace): Lists => lists.get(id) ?? 'W';
  const settled = settlePlaces(resolutions, known, listsOf);
  const all = new KnownPlaces([...known.all, ...settled.created]);
  const merged = mergePairs(valuesOf(twinnings), settled.placeOf);
  const agreements = new KnownAgreements(ground.data, all);
  const newPairs = merged.pairs.filter((pair) => agreements.joining(pair) === undefined);

  const data: DataSet = {
    ...emptyDataSet(),
    sources: [WIKIPEDIA_TWINNINGS, WIKIDATA_TWINNINGS],
    places: [...settled.created],
    placeDetails: placeDetails(resolutions, known, listsOf),
    agreements: newPairs.map((pair) => agreementRecord(pair, (place) => all.countryOf(place))),
    agreementDetails: merged.pairs.flatMap((pair) => {
      const agreement = agreements.joining(pair);
      return agreement === undefined ? [] : [agreementDetail(agreement.key, pair)];
    }),
  };
  const batch = new GraphBatch(toUnits(data, { dataSet: WORLD, ground: { places: known.all, agreements: ground.data.agreements } }));

  const hash = createHash('sha256').update(`twinnings ${FORMAT_VERSION}\n${ground.fingerprint}\n`);
  for (const table of [places, twinnings, crosswalk]) hash.update(`${table?.sha256 ?? ''}\n`);
  const report = reportOn({
    resolutions,
    settled,
    completed: data.placeDetails.length,
    withoutProvince: (batch.nodes.get('Place') ?? []).filter(({ properties }) => properties.province === null).length,
    twinnings: twinnings.rows.length,
    merged,
    kinds: data.agreements.map(({ kind }) => kind),
    alike: newPairs.flatMap((pair) => {
      const agreement = agreements.like(pair);
      return agreement === undefined ? [] : [{ pair, agreement: agreement.key }];
    }),
  });
  return { fingerprint: hash.digest('hex'), data, units: batch.units, batch, report };
}

function valuesOf<T>({ rows }: Table<T>): T[] {
  return rows.map(({ value }) => value);
}

function resolveAll({ file, rows }: Table<WorldPlace>, resolver: PlaceResolver): Resolution[] {
  const problems: DataProblem[] = [];
  const lineOf = new Map<string, number>();
  const resolutions: Resolution[] = [];
  for (const { line, value } of rows) {
    const earlier = lineOf.get(value.id);
    if (earlier !== undefined) problems.push({ file, line, field: 'id', message: `the place ${value.id} is in line ${earlier} already` });
    lineOf.set(value.id, line);
    const resolution = resolver.resolve(value);
    if (resolution !== null) resolutions.push(resolution);
    else
      problems.push({ file, line, field: 'iso2', message: `there is no country ${value.iso2}; accepted are codes of ISO 3166-1 and XK` });
  }
  if (problems.length > 0) throw new DataInvalidError(problems);
  return resolutions;
}

function mustBeIds({ file, rows }: Table<WorldTwinning>, places: Table<WorldPlace>): void {
  const ids = new Set(places.rows.map(({ value }) => value.id));
  const problems = rows.flatMap(({ line, value }): DataProblem[] =>
    (['a', 'b'] as const)
      .filter((field) => !ids.has(value[field]))
      .map((field) => ({ file, line, field, message: `there is no place ${value[field]} in ${places.file}` })),
  );
  if (problems.length > 0) throw new DataInvalidError(problems);
}

/** The lists that name a place, by its id. */
function listsNaming(rows: readonly WorldTwinning[]): Map<string, Lists> {
  const lists = new Map<string, Lists>();
  for (const { a, b, sources } of rows) for (const id of [a, b]) lists.set(id, bothLists(lists.get(id), sources));
  return lists;
}
