import { type PlaceRecord, RECORD_TYPES } from '../../../../src/exchange/format/records.js';
import {
  type GeonamesFiles,
  type GeonamesOptions,
  type ImportedGeonames,
  importGeonames,
} from '../../../../src/exchange/import/geonames/import-geonames.js';
import { KnownPlaces } from '../../../../src/exchange/import/places/known-places.js';
import type { Reject } from '../../../../src/exchange/reject.js';
import { filesOf } from '../twinnings/tables.js';

/** A row of a dump, as far as it matters. */
export interface DumpRow {
  readonly id: number | string;
  readonly name: string;
  readonly ascii?: string;
  readonly alternates?: string;
  readonly at?: readonly [latitude: number | string, longitude: number | string];
  /** As `P.PPLA`. */
  readonly feature?: string;
  /** As `ID.08`, and after it the second level. */
  readonly admin: string;
  readonly population?: number | string;
  readonly modified?: string;
}

/** A line as GeoNames has it. */
export function dumpLine({ id, name, ascii, alternates, at, feature, admin, population, modified }: DumpRow): string {
  const [latitude, longitude] = at ?? [0, 0];
  const [featureClass, code] = (feature ?? 'P.PPL').split('.');
  const [country, admin1, admin2] = admin.split('.');
  const cells = [id, name, ascii ?? name, alternates, latitude, longitude, featureClass, code, country, '', admin1, admin2, '', ''];
  return [...cells, population ?? 0, '', '', 'Etc/UTC', modified ?? '2024-01-01'].join('\t');
}

export interface Dump {
  readonly rows: readonly (DumpRow | string)[];
  /** Lines of admin1CodesASCII.txt. */
  readonly admin1?: readonly string[];
  /** Lines of alternateNamesV2.txt. */
  readonly alternateNames?: readonly string[];
}

const SOURCE = RECORD_TYPES.sources.parse({
  key: 'geonames-dump',
  kind: 'DATASET',
  title: 'A dump',
  publisher: 'GeoNames',
  language: 'en',
  licence: 'CC BY 4.0',
});

type Options = Omit<GeonamesOptions, 'source'>;

export type Outcome = ImportedGeonames & { readonly rejects: readonly Reject[] };

export async function importedFiles(files: GeonamesFiles, options: Options, places: readonly PlaceRecord[]): Promise<Outcome> {
  const rejects: Reject[] = [];
  const imported = await importGeonames(files, { ...options, source: SOURCE }, new KnownPlaces(places), (reject) => rejects.push(reject));
  return { ...imported, rejects };
}

/** What comes of rows that stand on these places. */
export async function imported(dump: Dump, places: readonly PlaceRecord[], options: Options = {}): Promise<Outcome> {
  const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
  const { rows, admin1, alternateNames } = await filesOf({
    rows: text(dump.rows.map((row) => (typeof row === 'string' ? row : dumpLine(row)))),
    admin1: text(dump.admin1 ?? []),
    alternateNames: text(dump.alternateNames ?? []),
  });
  return importedFiles({ dumps: [rows], admin1, alternateNames: dump.alternateNames && alternateNames }, options, places);
}
