import { createHash } from 'node:crypto';
import { DataInvalidError, type DataProblem } from '../../../domain/errors.js';
import { GraphBatch } from '../../../graph/batch.js';
import { completePlaces } from '../../dataset/place-tree.js';
import type { AssembledDataSet } from '../../dataset/shipped.js';
import { toUnits } from '../../dataset/to-units.js';
import { type AgreementRecord, type DataSet, emptyDataSet, type PlaceRecord } from '../../format/records.js';
import { type OnReject, type Reject, shownValue } from '../../reject.js';
import type { ImportedFile } from '../import-source.js';
import { KnownPlaces } from '../places/known-places.js';
import { CROSSWALK_ROW } from '../subdivisions/crosswalk-row.js';
import { Subdivisions } from '../subdivisions/subdivisions.js';
import { type ReadRow, type ReadRows, readRows } from '../table/read-rows.js';
import { type ImportReport, reportOn } from './import-report.js';
import { bothLists, KnownAgreements, mergePairs } from './pairs.js';
import { placeDetails } from './place-details.js';
import { PlaceResolver, type Resolution } from './resolve-places.js';
import { settlePlaces } from './settle-places.js';
import { agreementDetail, agreementRecord } from './world-records.js';
import { type Lists, WORLD_PLACE, WORLD_TWINNING, type WorldPlace, type WorldTwinning } from './world-rows.js';
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

/** What a list of twinnings stands on. */
export interface TwinningGround {
  readonly data: {
    /** Every place; its details are in it already, or beside it. */
    readonly places: readonly PlaceRecord[];
    readonly placeDetails: DataSet['placeDetails'];
    readonly agreements: readonly AgreementRecord[];
  };
  readonly fingerprint: string;
}

export interface TwinningSettings {
  /** Name of the data set that it becomes. */
  readonly dataSet?: string;
  /** Takes the rows that are left out; absent: a row that is wrong is an error. */
  readonly onReject?: OnReject;
}

export interface ImportedTwinnings extends AssembledDataSet {
  readonly report: ImportReport;
  /** The files that were read. */
  readonly files: readonly ImportedFile[];
}

/**
 * Reads a table of places and a list of twinnings into a data set that stands on another one: places that are there
 * already are referred to and completed, and agreements that are there already get the citations. Throws `DataInvalidError`.
 */
export async function importTwinnings(
  files: TwinningFiles,
  ground: TwinningGround,
  { dataSet = WORLD, onReject }: TwinningSettings = {},
): Promise<ImportedTwinnings> {
  const places = await readRows(files.places, WORLD_PLACE, onReject);
  const listed = await readRows(files.twinnings, WORLD_TWINNING, onReject);
  const crosswalk = files.subdivisions === undefined ? null : await readRows(files.subdivisions, CROSSWALK_ROW, onReject);
  const known = new KnownPlaces(completePlaces(ground.data));
  const subdivisions = new Subdivisions(known, crosswalk === null ? [] : valuesOf(crosswalk));
  const resolutions = resolveAll(places, new PlaceResolver(known, subdivisions, valuesOf(places)), onReject);
  const placed = new Set(resolutions.map(({ world }) => world.id));
  const twinnings = { ...listed, rows: withKnownEnds(listed, placed, places.file, onReject) };

  const lists = listsNaming(valuesOf(twinnings));
  const listsOf = ({ id }: WorldPlace): Lists => lists.get(id) ?? 'W';
  const settled = settlePlaces(resolutions, known, listsOf);
  const all = new KnownPlaces([...known.all, ...settled.created]);
  const merged = mergePairs(valuesOf(twinnings), settled.placeOf);
  const agreements = new KnownAgreements(ground.data.agreements, all);
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
  const batch = new GraphBatch(toUnits(data, { dataSet, ground: { places: known.all, agreements: ground.data.agreements } }));

  const hash = createHash('sha256').update(`twinnings ${FORMAT_VERSION}\n${ground.fingerprint}\n`);
  for (const table of [places, twinnings, crosswalk]) hash.update(`${table?.sha256 ?? ''}\n`);
  const read = [places, twinnings, crosswalk].flatMap((table) => (table === null ? [] : [{ name: table.file, sha256: table.sha256 }]));
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
  return { fingerprint: hash.digest('hex'), data, units: batch.units, batch, report, files: read };
}

function valuesOf<T>({ rows }: ReadRows<T>): T[] {
  return rows.map(({ value }) => value);
}

function resolveAll({ file, rows }: ReadRows<WorldPlace>, resolver: PlaceResolver, onReject: OnReject | undefined): Resolution[] {
  const rejects: Reject[] = [];
  const lineOf = new Map<string, number>();
  const resolutions: Resolution[] = [];
  for (const { line, value } of rows) {
    const { id, iso2 } = value;
    const earlier = lineOf.get(id);
    if (earlier !== undefined) {
      const remedy = 'give each place an id of its own, or leave one of the two out';
      rejects.push({ file, line, field: 'id', value: shownValue(id), reason: `the place ${id} is in line ${earlier} already`, remedy });
      continue;
    }
    lineOf.set(id, line);
    const resolution = resolver.resolve(value);
    if (resolution !== null) resolutions.push(resolution);
    else
      rejects.push({
        file,
        line,
        field: 'iso2',
        value: iso2,
        reason: `there is no country ${iso2}`,
        remedy: 'accepted are codes of ISO 3166-1 and XK',
      });
  }
  tell(rejects, onReject);
  return resolutions;
}

/** The pairs whose two places are there. */
function withKnownEnds(
  { file, rows }: ReadRows<WorldTwinning>,
  ids: ReadonlySet<string>,
  placesFile: string,
  onReject: OnReject | undefined,
): ReadRow<WorldTwinning>[] {
  const unknown = (value: WorldTwinning) => (['a', 'b'] as const).filter((field) => !ids.has(value[field]));
  tell(
    rows.flatMap(({ line, value }) =>
      unknown(value).map((field): Reject => {
        const reason = `there is no place ${value[field]} in ${placesFile}`;
        return {
          file,
          line,
          field,
          value: shownValue(value[field]),
          reason,
          remedy: 'add the place there, or mend its row if it was left out',
        };
      }),
    ),
    onReject,
  );
  return rows.filter(({ value }) => unknown(value).length === 0);
}

/** What is left out is told; where nobody takes it, it is an error. */
function tell(rejects: readonly Reject[], onReject: OnReject | undefined): void {
  if (onReject !== undefined) for (const reject of rejects) onReject(reject);
  else if (rejects.length > 0)
    throw new DataInvalidError(
      rejects.map(({ file, line, field, reason, remedy }): DataProblem => ({ file, line, field, message: `${reason}; ${remedy}` })),
    );
}

/** The lists that name a place, by its id. */
function listsNaming(rows: readonly WorldTwinning[]): Map<string, Lists> {
  const lists = new Map<string, Lists>();
  for (const { a, b, sources } of rows) for (const id of [a, b]) lists.set(id, bothLists(lists.get(id), sources));
  return lists;
}
