import { createHash } from 'node:crypto';
import { GraphBatch } from '../../../graph/batch.js';
import { completePlaces } from '../../dataset/place-tree.js';
import type { AssembledDataSet } from '../../dataset/shipped.js';
import { toUnits } from '../../dataset/to-units.js';
import { type AgreementRecord, type DataSet, emptyDataSet, type PlaceRecord } from '../../format/records.js';
import { type OnReject, type Reject, shownValue } from '../../reject.js';
import type { ImportedFile } from '../import-source.js';
import { agreementKey } from '../merging/agreement-key.js';
import type { RetiredAgreements } from '../merging/retired-agreements.js';
import { KnownPlaces } from '../places/known-places.js';
import type { RetiredPlaces } from '../places/retired-places.js';
import { Subdivisions } from '../subdivisions/subdivisions.js';
import { type ImportReport, reportOn } from './import-report.js';
import { bothLists, KnownAgreements, type MergedPairs, mergePairs, type Pair, type PairRow } from './pairs.js';
import { placeDetails } from './place-details.js';
import { resolveAll } from './resolve-all.js';
import { PlaceResolver, type Resolution } from './resolve-places.js';
import { settlePairs } from './settle-pairs.js';
import { settlePlaces } from './settle-places.js';
import { tell } from './tell.js';
import { filesOf, readTables, type TwinningFiles, type TwinningTables, valuesOf } from './twinning-tables.js';
import { agreementDetail, agreementRecord } from './world-records.js';
import type { Lists, WorldPlace, WorldTwinning } from './world-rows.js';
import { WIKIDATA_TWINNINGS, WIKIPEDIA_TWINNINGS } from './world-sources.js';

/** Name of the data set that an import makes. */
export const WORLD = 'world-twinnings';

/** Raised when the same files would become other nodes or relationships than before. */
const FORMAT_VERSION = 7;

/** What a list of twinnings stands on. */
export interface TwinningGround {
  readonly data: {
    /** Every place; its details are in it already, or beside it. */
    readonly places: readonly PlaceRecord[];
    readonly placeDetails: DataSet['placeDetails'];
    readonly agreements: readonly AgreementRecord[];
  };
  /** What somebody says is retired; absent: nothing is. */
  readonly retired?: { readonly agreements: RetiredAgreements; readonly places: RetiredPlaces };
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
  const tables = await readTables(files, onReject);
  const known = new KnownPlaces(completePlaces(ground.data));
  const subdivisions = new Subdivisions(known, tables.crosswalk === null ? [] : valuesOf(tables.crosswalk));
  const retired = ground.retired?.places ?? null;
  const resolver = new PlaceResolver(known, subdivisions, valuesOf(tables.places));
  const { resolutions, fresh } = resolveAll(tables.places, { resolver, known, retired }, onReject);
  const twinnings = withKnownEnds(tables, resolutions, onReject);

  const lists = listsNaming(twinnings);
  const listsOf = ({ id }: WorldPlace): Lists => lists.get(id) ?? 'W';
  const settled = settlePlaces(resolutions, fresh, listsOf);
  const all = new KnownPlaces([...known.all, ...settled.created]);
  const merged = mergePairs(twinnings, settled.placeOf);
  // Where nobody takes rows that are left out, this is no error: the lists say it of towns that have one name.
  if (onReject !== undefined) tell(selfPairs(merged, tables.twinnings.file), onReject);
  const agreements = new KnownAgreements(ground.data.agreements, all);
  const pairs = settlePairs(merged.pairs, agreements, ground.retired?.agreements ?? null);
  if (ground.retired !== undefined) tell(retiredPairs(pairs.gone, tables.twinnings.file, ground.retired.agreements), onReject);

  const data: DataSet = {
    ...emptyDataSet(),
    sources: [WIKIPEDIA_TWINNINGS, WIKIDATA_TWINNINGS],
    places: [...settled.created],
    placeDetails: placeDetails(resolutions, known, listsOf),
    agreements: pairs.created.map((pair) => agreementRecord(pair, (place) => all.countryOf(place))),
    agreementDetails: [...pairs.known].map(([key, lists]) => agreementDetail(key, lists)),
  };
  const batch = new GraphBatch(toUnits(data, { dataSet, ground: { places: known.all, agreements: ground.data.agreements } }));
  const report = reportOn({
    resolutions,
    settled,
    completed: data.placeDetails.length,
    withoutProvince: (batch.nodes.get('Place') ?? []).filter(({ properties }) => properties.province === null).length,
    twinnings: twinnings.length,
    merged,
    kinds: data.agreements.map(({ kind }) => kind),
    known: pairs.joined,
    alike: likeKnown(pairs.created, agreements),
  });
  return { fingerprint: fingerprintOf(tables, ground), data, units: batch.units, batch, report, files: filesOf(tables) };
}

function fingerprintOf({ places, twinnings, crosswalk }: TwinningTables, ground: TwinningGround): string {
  const hash = createHash('sha256').update(`twinnings ${FORMAT_VERSION}\n${ground.fingerprint}\n`);
  for (const table of [places, twinnings, crosswalk]) hash.update(`${table?.sha256 ?? ''}\n`);
  return hash.digest('hex');
}

/** The rows of pairs that are left out, since their agreements are retired. */
function retiredPairs(pairs: readonly Pair[], file: string, retired: RetiredAgreements): Reject[] {
  return pairs.flatMap(({ lines, a, b }) => {
    const value = shownValue(`${a.name} – ${b.name}`);
    return lines.map((line) => ({ file, line, field: '', value, ...retired.goneBy(agreementKey([a.key, b.key])) }));
  });
}

/** The rows that are left out, since their places are one. */
function selfPairs({ withItself }: MergedPairs, file: string): Reject[] {
  return withItself.map(({ line, place: { key, name } }) => {
    const remedy = 'name the partner, or mend the rows of the places: their codes or names are those of one';
    return { file, line, field: 'b', value: shownValue(name), reason: `its two places are one: ${key}`, remedy };
  });
}

/** New pairs that a known agreement may join all the same. */
function likeKnown(pairs: readonly Pair[], agreements: KnownAgreements) {
  return pairs.flatMap((pair) => {
    const agreement = agreements.like(pair);
    return agreement === undefined ? [] : [{ pair, agreement: agreement.key }];
  });
}

/** The pairs whose two places are there. */
function withKnownEnds(
  { twinnings: { file, rows }, places }: TwinningTables,
  resolutions: readonly Resolution[],
  onReject: OnReject | undefined,
): PairRow[] {
  const ids = new Set(resolutions.map(({ world }) => world.id));
  const unknown = (value: WorldTwinning) => (['a', 'b'] as const).filter((field) => !ids.has(value[field]));
  tell(
    rows.flatMap(({ line, value }) =>
      unknown(value).map((field): Reject => {
        const reason = `there is no place ${value[field]} in ${places.file}`;
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

/** The lists that name a place, by its id. */
function listsNaming(rows: readonly PairRow[]): Map<string, Lists> {
  const lists = new Map<string, Lists>();
  for (const { value } of rows) for (const id of [value.a, value.b]) lists.set(id, bothLists(lists.get(id), value.sources));
  return lists;
}
