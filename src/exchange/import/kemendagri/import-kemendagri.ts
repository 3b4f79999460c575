import { BadInputError } from '../../../domain/errors.js';
import { parsePartialDate } from '../../../domain/partial-date.js';
import type { PlaceDetailRecord, PlaceRecord, SourceRecord } from '../../format/records.js';
import type { OnReject } from '../../reject.js';
import type { ImportedFile } from '../import-source.js';
import type { KnownPlaces } from '../places/known-places.js';
import type { TableOptions } from '../table/table.js';
import { AREA_LEVELS, type AreaLevel, levelOf } from './area-code.js';
import { type AreaRecordsOptions, newCodes, newPlaces } from './area-records.js';
import { KnownAreas } from './known-areas.js';
import { type AreaReport, reportOn } from './list-report.js';
import { type AreaMatch, matchAreas } from './match-areas.js';
import { missingAreas } from './missing-areas.js';
import { type AreaList, type ListColumns, type ListedArea, readAreaList } from './read-list.js';
import { uniqueAreas } from './unique-areas.js';

export interface KemendagriOptions extends TableOptions {
  /** What the records cite. */
  readonly source: SourceRecord;
  /** The smallest areas that are looked at; else kota and kabupaten. */
  readonly level?: AreaLevel | undefined;
  /** Since when the codes of the list hold, where that is known. EDTF. */
  readonly from?: string | undefined;
  /** Until when they held, for a list that others have replaced. EDTF. Such a list makes no new places. */
  readonly until?: string | undefined;
  /** Which column is which, where its name does not tell. */
  readonly columns?: ListColumns | undefined;
}

export interface ImportedKemendagri {
  readonly sources: readonly SourceRecord[];
  /** New places, the larger first, then by code. */
  readonly places: readonly PlaceRecord[];
  /** Codes of known places. */
  readonly placeDetails: readonly PlaceDetailRecord[];
  readonly files: readonly ImportedFile[];
  readonly report: AreaReport;
}

/**
 * Reads lists of Indonesian areas with their Kemendagri codes: rows of code and name, of all levels in one file or each in
 * its own. Known places get the codes that they lack, and areas that are not known become places. What is wrong in a row,
 * or contradicts others, goes to `onReject`. Throws `BadInputError` and `DataInvalidError` for what is wrong with a file.
 */
export async function importKemendagri(
  files: readonly string[],
  options: KemendagriOptions,
  known: KnownPlaces,
  onReject: OnReject,
): Promise<ImportedKemendagri> {
  const { source, level = 'REGENCY', from, until } = options;
  for (const date of [from, until]) if (date !== undefined) parsePartialDate(date);
  const lists: AreaList[] = [];
  for (const file of files) lists.push(await readAreaList(file, options, onReject));
  const deepest = AREA_LEVELS.indexOf(level);
  const all = lists.flatMap(({ areas }) => areas);
  const areas = uniqueAreas(
    all.filter(({ code }) => AREA_LEVELS.indexOf(levelOf(code)) <= deepest),
    onReject,
  );

  const areasOf = new KnownAreas(known);
  const validity = { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
  const matches = matchAreas(areas, areasOf, validity);
  for (const list of lists) mustBeKemendagri(list, matches);
  for (const match of matches) if (match.is === 'lost') onReject(lostReject(match.area, match.parent, match.isListed));

  const records: AreaRecordsOptions = { source: source.key, validity, isKnown: (key) => known.get(key) !== undefined };
  const [places, placeDetails] = [newPlaces(matches, areasOf, records), newCodes(matches, records)];
  return {
    sources: [source],
    places,
    placeDetails,
    files: lists.map(({ file, sha256 }) => ({ name: file, sha256 })),
    report: reportOn({
      read: lists.reduce((sum, { rows }) => sum + rows, 0),
      areas: all,
      matches,
      smaller: all.filter(({ code }) => AREA_LEVELS.indexOf(levelOf(code)) > deepest).length,
      missing: missingAreas(matches, new Set(areas.map(({ code }) => code)), areasOf),
    }),
  };
}

/** As many codes with other names than are known mean that they are codes of something else. */
const FEWEST = 5;

/** Codes of BPS have no points, and some are those of other areas here. Throws `BadInputError` when a list has many such. */
function mustBeKemendagri({ file, isUndotted, areas }: AreaList, matches: readonly AreaMatch[]): void {
  if (!isUndotted) return;
  const own = new Set(areas);
  const known = matches.filter(({ area, is }) => own.has(area) && (is === 'known' || is === 'doubtful'));
  const other = known.filter(({ is }) => is === 'doubtful');
  if (other.length < FEWEST || other.length * 5 < known.length) return;
  throw new BadInputError(
    `${file} has codes without points, and ${other.length} of the ${known.length} that are known are those of other areas here, such as ` +
      `${other[0]?.area.code} for ${other[0]?.area.name}: they look like codes of BPS. Accepted are codes of Kemendagri`,
  );
}

function lostReject({ file, line, code }: ListedArea, parent: string, isListed: boolean) {
  return {
    file,
    line,
    field: 'code',
    value: code,
    reason: isListed ? `what ${parent} is, in which it lies, is doubtful` : `it lies in ${parent}, which is neither known nor in the list`,
    remedy: isListed ? `settle ${parent} first` : `add the row of ${parent}, or import the list of those areas with it`,
  };
}
