import { BadInputError } from '../../../domain/errors.js';
import type { PlaceDetailRecord, PlaceRecord, SourceRecord } from '../../format/records.js';
import type { OnReject } from '../../reject.js';
import type { ImportedFile } from '../import-source.js';
import type { KnownPlaces } from '../places/known-places.js';
import { type Alternates, readAlternateNames } from './alternate-names.js';
import { readFeatures } from './feature-codes.js';
import { type Finding, GeonameFinder } from './find-geonames.js';
import { FirstLevel, type FirstLevelFiles } from './first-level.js';
import type { Geoname, Selection } from './geoname.js';
import { geonameDetail } from './geoname-details.js';
import { type GeonamesReport, reportOn } from './geonames-report.js';
import { itemsOfRows } from './items-of-rows.js';
import type { NamesOfRow } from './names-of-rows.js';
import { newPlaces } from './new-places.js';
import { PlaceNames } from './place-names.js';
import { readDump } from './read-dump.js';
import { type SettledRows, settleRows } from './settle-rows.js';

export interface GeonamesFiles extends FirstLevelFiles {
  /** cities500.txt, allCountries.txt, ID.txt and the like, or their .zip. Rows may be in several of them. */
  readonly dumps: readonly string[];
  /** alternateNamesV2.txt: names by language, and items of Wikidata. */
  readonly alternateNames?: string | undefined;
}

export interface GeonamesOptions {
  /** Codes of ISO 3166-1; else all countries that are known. */
  readonly countries?: readonly string[] | undefined;
  /** Feature codes, and `PPL*` for those of populated places; else `PPL*`, ADM1 and ADM2. */
  readonly features?: readonly string[] | undefined;
  /** Whether what is not known becomes a place, and how many people it has to have. Subdivisions need none. */
  readonly create?: { readonly minPopulation?: number | undefined } | undefined;
  /** Languages of the names that are taken, codes of ISO 639; else id and en. */
  readonly languages?: readonly string[] | undefined;
  /** What the records cite. */
  readonly source: SourceRecord;
}

export interface ImportedGeonames {
  readonly sources: readonly SourceRecord[];
  /** New places, first-level subdivisions first, then by GeoNames id. */
  readonly places: readonly PlaceRecord[];
  /** What known places get, by their keys. */
  readonly placeDetails: readonly PlaceDetailRecord[];
  /** The dumps and then the other files, as far as they were read; the hash of a .zip is that of what is in it. */
  readonly files: readonly ImportedFile[];
  readonly report: GeonamesReport;
}

/**
 * Reads dumps of GeoNames row by row. Known places get what they lack: id, names, location, population, and with
 * `create` rows that are none of them become places. A row that is wrong goes to `onReject`. Throws `BadInputError` and
 * `DataInvalidError` for what is wrong with a file as a whole.
 */
export async function importGeonames(
  files: GeonamesFiles,
  options: GeonamesOptions,
  known: KnownPlaces,
  onReject: OnReject,
): Promise<ImportedGeonames> {
  const { source } = options;
  const selection = selectionOf(options, known);
  const firstLevel = await FirstLevel.read(files, known, onReject);
  const collected = await collect(
    files.dumps,
    { selection, create: options.create },
    new GeonameFinder(known, firstLevel, new PlaceNames(known)),
    onReject,
  );
  const rows = settleRows(collected.findings);
  const mayBeNew =
    options.create === undefined ? [] : [...collected.others, ...rows.namesakes.filter((row) => isLarge(row, options.create))].sort(byId);

  const taken = [...rows.settled.map(({ row }) => row), ...mayBeNew];
  const languages = new Set(options.languages ?? ['id', 'en']);
  const alternates =
    files.alternateNames === undefined
      ? { names: new Map<string, Alternates>(), files: [] }
      : await readAlternateNames(files.alternateNames, { ids: new Set(taken.map(({ id }) => id)), languages }, onReject);
  const items = itemsOfRows(rows.settled, alternates.names, known);
  const namesOf: NamesOfRow = ({ id }) => ({ names: alternates.names.get(id)?.names ?? [], items: items.itemsOf.get(id) ?? [] });
  const certain: SettledRows = {
    ...rows,
    settled: rows.settled.filter(({ row }) => !items.contradicted.has(row.id)),
    doubtful: [
      ...rows.doubtful,
      ...rows.settled.flatMap(({ row }) => {
        const doubt = items.contradicted.get(row.id);
        return doubt === undefined ? [] : [{ row, doubt }];
      }),
    ].sort((a, b) => byId(a.row, b.row)),
  };

  const placeDetails = certain.settled.flatMap((one) => geonameDetail(one, source.key, namesOf) ?? []);
  const created = newPlaces(mayBeNew, { known, firstLevel, source: source.key, namesOf });
  const { read, selected, repeated } = collected;
  const report = reportOn({ read, selected, repeated, rows: certain, completed: placeDetails.length, created });
  return {
    sources: [source],
    places: created.places,
    placeDetails,
    files: [...collected.files, ...firstLevel.files, ...alternates.files],
    report,
  };
}

function selectionOf({ countries, features, create }: GeonamesOptions, known: KnownPlaces): Selection {
  const all = new Set(known.all.flatMap(({ kind, codes }) => (kind === 'COUNTRY' ? codes : [])).map(({ value }) => value));
  for (const country of countries ?? []) {
    if (!all.has(country))
      throw new BadInputError(`there is no country ${country}; accepted are codes of ISO 3166-1, such as NA for Namibia`);
  }
  const least = create?.minPopulation ?? 0;
  if (!(least >= 0)) throw new BadInputError(`the least population is ${least}; accepted is 0 or more`);
  return { countries: countries === undefined ? all : new Set(countries), features: readFeatures(features) };
}

interface Collected {
  readonly findings: readonly Finding[];
  /** Rows that are no known place and are large enough to become one. */
  readonly others: readonly Geoname[];
  readonly read: number;
  readonly selected: number;
  readonly repeated: number;
  readonly files: readonly ImportedFile[];
}

/** Goes through the dumps and keeps only rows that may be places. Of those that have one id the one changed last is kept. */
async function collect(
  dumps: readonly string[],
  { selection, create }: { readonly selection: Selection; readonly create: GeonamesOptions['create'] },
  finder: GeonameFinder,
  onReject: OnReject,
): Promise<Collected> {
  const kept = new Map<string, { row: Geoname; finding: Finding | null }>();
  const files: ImportedFile[] = [];
  let [read, selected, repeated] = [0, 0, 0];
  for (const file of dumps) {
    const reading = await readDump(file, selection, onReject, (row) => {
      selected += 1;
      const finding = finder.find(row);
      if (finding === null && !isLarge(row, create)) return;
      const earlier = kept.get(row.id)?.row;
      if (earlier !== undefined) repeated += 1;
      if (earlier === undefined || versionOf(row) > versionOf(earlier)) kept.set(row.id, { row, finding });
    });
    read += reading.rows;
    files.push({ name: file, sha256: reading.sha256 });
  }
  const all = [...kept.values()].sort((a, b) => byId(a.row, b.row));
  return {
    findings: all.flatMap(({ finding }) => finding ?? []),
    others: all.flatMap(({ row, finding }) => (finding === null ? [row] : [])),
    read,
    selected,
    repeated,
    files,
  };
}

function isLarge({ feature, population }: Geoname, create: GeonamesOptions['create']): boolean {
  return create !== undefined && (/^ADM[12]$/.test(feature) || (population ?? 0) >= (create.minPopulation ?? 0));
}

/** Orders rows of one id, whatever the order of the files. */
function versionOf({ file: _file, line: _line, ...row }: Geoname): string {
  return `${row.modified} ${JSON.stringify(row)}`;
}

function byId(a: Geoname, b: Geoname): number {
  return Number(a.id) - Number(b.id);
}
