import type { OnReject } from '../../reject.js';
import type { ImportedFile } from '../import-source.js';
import { CROSSWALK_ROW, type CrosswalkRow } from '../subdivisions/crosswalk-row.js';
import { type ReadRows, readRows } from '../table/read-rows.js';
import { WORLD_PLACE, WORLD_TWINNING, type WorldPlace, type WorldTwinning } from './world-rows.js';

export interface TwinningFiles {
  readonly places: string;
  readonly twinnings: string;
  /** Which ISO 3166-2 code belongs to a first-level code of GeoNames. Without it names alone tell. */
  readonly subdivisions?: string | undefined;
}

/** The files, row by row. */
export interface TwinningTables {
  readonly places: ReadRows<WorldPlace>;
  readonly twinnings: ReadRows<WorldTwinning>;
  readonly crosswalk: ReadRows<CrosswalkRow> | null;
}

/** Reads the files; rows that are wrong go to `onReject`, and without it are an error. */
export async function readTables(
  { places, twinnings, subdivisions }: TwinningFiles,
  onReject: OnReject | undefined,
): Promise<TwinningTables> {
  return {
    places: await readRows(places, WORLD_PLACE, onReject),
    twinnings: await readRows(twinnings, WORLD_TWINNING, onReject),
    crosswalk: subdivisions === undefined ? null : await readRows(subdivisions, CROSSWALK_ROW, onReject),
  };
}

/** The files that were read, with what they hold. */
export function filesOf({ places, twinnings, crosswalk }: TwinningTables): ImportedFile[] {
  return [places, twinnings, crosswalk].flatMap((table) => (table === null ? [] : [{ name: table.file, sha256: table.sha256 }]));
}

export function valuesOf<T>({ rows }: ReadRows<T>): T[] {
  return rows.map(({ value }) => value);
}
