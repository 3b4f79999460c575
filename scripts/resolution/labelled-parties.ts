import { join } from 'node:path';
import { z } from 'zod';
import type { PlaceKind } from '../../src/domain/vocabulary.js';
import type { PlaceRecord } from '../../src/exchange/format/records.js';
import type { KnownPlaces } from '../../src/exchange/import/places/known-places.js';
import type { NamedParty } from '../../src/exchange/import/statement.js';
import { readRows } from '../../src/exchange/import/table/read-rows.js';

/** A party as a row names it, with what the row's codes say that it is. The resolver is given the former alone. */
export interface LabelledParty {
  readonly side: 'indonesian' | 'foreign';
  /** Numbers of the rows that name it so. */
  readonly rows: readonly number[];
  readonly party: NamedParty;
  /** The place that it is; null: the row has no code for it. */
  readonly place: PlaceRecord | null;
  /** The first-level subdivision that it is or lies in; null: the row has none that the graph knows. */
  readonly subdivision: PlaceRecord | null;
}

const ROW = z.object({
  row: z.coerce.number(),
  indo_party: z.string(),
  indo_level: z.string(),
  kemendagri_code: z.string(),
  indo_province: z.string(),
  foreign_party: z.string(),
  foreign_level: z.string(),
  foreign_country: z.string(),
  iso2: z.string(),
  foreign_admin1: z.string(),
  foreign_admin1_iso: z.string(),
});
type Row = z.output<typeof ROW>;

const WORLD_ROW = z.object({
  name: z.string(),
  iso2: z.string(),
  geonameid: z.string(),
  qid: z.string(),
  admin1_code: z.string(),
  kind: z.enum(['place', 'area', 'admin1']),
});
type WorldRow = z.output<typeof WORLD_ROW>;

/** What the table calls levels. What it calls an area may be anything below a country. */
const LEVELS: Readonly<Record<string, PlaceKind>> = {
  ...{ kota: 'CITY', kabupaten: 'REGENCY', desa: 'VILLAGE', authority: 'AUTHORITY', 'city-region': 'REGION' },
  ...{ city: 'CITY', place: 'CITY', town: 'VILLAGE', county: 'REGENCY', district: 'DISTRICT' },
  ...{ province: 'PROVINCE', state: 'PROVINCE', prefecture: 'PROVINCE', region: 'PROVINCE', republic: 'PROVINCE' },
  ...{ territory: 'PROVINCE', admin1: 'PROVINCE' },
};

/** Reads the labelled rows of Indonesian agreements, each party once for all rows that name it the same. */
export async function labelledParties(folder: string, known: KnownPlaces): Promise<Record<LabelledParty['side'], LabelledParty[]>> {
  const rows = (await readRows(join(folder, 'indonesia-agreements.tsv'), ROW)).rows.map(({ value }) => value);
  const world = (await readRows(join(folder, 'world-places.tsv'), WORLD_ROW)).rows.map(({ value }) => value);
  return {
    indonesian: eachOnce(rows.map((row) => indonesianParty(row, known))),
    foreign: eachOnce(rows.map((row) => foreignParty(row, known, world))),
  };
}

function named(name: string, country: string, province: string | null, level: string): NamedParty {
  return { name, country, province, level: LEVELS[level] ?? null, usualLevel: null, codes: [], location: null };
}

function indonesianParty(row: Row, known: KnownPlaces): LabelledParty {
  return {
    side: 'indonesian',
    rows: [row.row],
    party: named(row.indo_party, 'Indonesia', row.indo_province || null, row.indo_level),
    place: known.withCode('KEMENDAGRI', row.kemendagri_code) ?? null,
    subdivision: null,
  };
}

/** The subdivision is a label, so that the resolver is not told it. */
function foreignParty(row: Row, known: KnownPlaces, world: readonly WorldRow[]): LabelledParty {
  const kind = LEVELS[row.foreign_level] === 'PROVINCE' ? 'admin1' : LEVELS[row.foreign_level] === undefined ? 'area' : 'place';
  const same = world.filter(
    (one) => one.name === row.foreign_party && one.iso2 === row.iso2 && one.admin1_code === row.foreign_admin1 && one.kind === kind,
  );
  const places = new Set(
    same.flatMap(({ geonameid, qid }) => [
      known.withCode('GEONAMES', geonameid),
      ...qid.split('|').map((item) => known.withCode('WIKIDATA', item)),
    ]),
  );
  places.delete(undefined);
  const subdivision = known.withCode('ISO_3166_2', row.foreign_admin1_iso) ?? null;
  const [place] = places.size === 1 ? places : [];
  return {
    side: 'foreign',
    rows: [row.row],
    party: named(row.foreign_party, row.foreign_country, null, row.foreign_level),
    place: kind === 'admin1' ? subdivision : (place ?? null),
    subdivision,
  };
}

function eachOnce(parties: readonly LabelledParty[]): LabelledParty[] {
  const once = new Map<string, LabelledParty>();
  for (const one of parties) {
    const key = JSON.stringify([one.party, one.place?.key, one.subdivision?.key]);
    const before = once.get(key);
    once.set(key, before === undefined ? one : { ...before, rows: [...before.rows, ...one.rows] });
  }
  return [...once.values()];
}
