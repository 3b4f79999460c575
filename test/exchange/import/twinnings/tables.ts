import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { z } from 'zod';
import { type AssembledDataSet, assembleDataSet, SHIPPED_DATA } from '../../../../src/exchange/dataset/shipped.js';
import type { PlaceRecord } from '../../../../src/exchange/format/records.js';
import { readRows } from '../../../../src/exchange/import/table/read-rows.js';
import { type ImportedTwinnings, importTwinnings } from '../../../../src/exchange/import/twinnings/import-twinnings.js';

type Cells = Readonly<Record<string, string | number | undefined>>;

const PLACE = ['id', 'geonameid', 'qid', 'name', 'lat', 'lng', 'iso2', 'admin1_code', 'admin1_name', 'admin1_method', 'population', 'kind'];
const CROSSWALK = ['geonames_admin1', 'geonames_name', 'iso3166_2', 'iso_name', 'method'];

/** A row of the table of places: a populated place of the country that its id names, as `w:de:aachen`, where it says no more. */
export type PlaceRow = Cells & { readonly id: string; readonly name: string };
/** A pair with the lists that have it. */
export type TwinningRow = readonly [a: string, b: string, sources?: string];

/** The text of a table with these columns. */
export function tsv(columns: readonly string[], rows: readonly Cells[]): string {
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))].map((cells) => `${cells.join('\t')}\n`).join('');
}

export const placesText = (rows: readonly PlaceRow[]): string =>
  tsv(
    PLACE,
    rows.map((row) => ({ iso2: /^w:([a-z]{2}):/.exec(row.id)?.[1]?.toUpperCase() ?? '', kind: 'place', ...row })),
  );
export const twinningsText = (rows: readonly TwinningRow[]): string =>
  tsv(
    ['a', 'b', 'sources'],
    rows.map(([a, b, sources = 'W']) => ({ a, b, sources })),
  );
export const crosswalkText = (rows: readonly Cells[]): string =>
  tsv(
    CROSSWALK,
    rows.map((row) => ({ method: 'name', ...row })),
  );

/** Files of these texts, for the time of the test. */
export async function filesOf<T extends Readonly<Record<string, string | Uint8Array>>>(texts: T): Promise<Record<keyof T, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'kembar-tables-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const files = Object.entries(texts).map(([name, text]) => ({ name, path: join(folder, `${name}.tsv`), text }));
  await Promise.all(files.map(({ path, text }) => writeFile(path, text)));
  return Object.fromEntries(files.map(({ name, path }) => [name, path])) as Record<keyof T, string>;
}

/** Reads a file of this text. */
export async function readText<Row extends z.ZodObject>(text: string | Uint8Array, row: Row) {
  const { table } = await filesOf({ table: text });
  return readRows(table, row);
}

let assembled: Promise<AssembledDataSet> | undefined;
/** The data that ships, assembled once. */
export function shippedData(): Promise<AssembledDataSet> {
  assembled ??= assembleDataSet(SHIPPED_DATA);
  return assembled;
}

export interface Tables {
  readonly places: readonly PlaceRow[];
  readonly twinnings?: readonly TwinningRow[];
  readonly subdivisions?: readonly Cells[];
}

/** The files of tables, for the time of the test. */
export function filesOfTables({ places, twinnings = [], subdivisions = [] }: Tables) {
  return filesOf({ places: placesText(places), twinnings: twinningsText(twinnings), subdivisions: crosswalkText(subdivisions) });
}

/** What comes of tables that stand on the shipped data, or on another. */
export async function imported(tables: Tables, ground?: AssembledDataSet): Promise<ImportedTwinnings> {
  return importTwinnings(await filesOfTables(tables), ground ?? (await shippedData()));
}

/** The new places that come of these rows, by their ids in the table. */
export async function createdFrom(rows: readonly PlaceRow[], subdivisions: Tables['subdivisions'] = []): Promise<PlaceRecord[]> {
  return (await imported({ places: rows, subdivisions })).data.places;
}

/** The key of the place that each row turns out to be, known or new. */
export async function keysOf(rows: readonly PlaceRow[], subdivisions: Tables['subdivisions'] = []): Promise<string[]> {
  // Each is twinned with a place of its own, whose key tells the agreements apart.
  const far = rows.map((_, index) => ({ id: `w:fj:far-${index}`, name: `Far ${index}` }));
  const { data } = await imported({
    places: [...rows, ...far],
    twinnings: rows.map(({ id }, index) => [id, `w:fj:far-${index}`]),
    subdivisions,
  });
  return rows.map((_, index) => {
    const agreement = data.agreements.find(({ parties }) => parties.includes(`fj-far-${index}`));
    return agreement?.parties.find((key) => key !== `fj-far-${index}`) ?? '';
  });
}

/** The key of the place that a row turns out to be, known or new. */
export async function keyOf(row: PlaceRow, subdivisions: Tables['subdivisions'] = []): Promise<string> {
  return (await keysOf([row], subdivisions))[0] ?? '';
}
