import type { PlaceRecord } from '../../format/records.js';
import { RULES } from './find-geonames.js';
import type { Geoname } from './geoname.js';
import type { NewPlaces } from './new-places.js';
import type { SettledRows } from './settle-rows.js';

/** What became of the rows of dumps. */
export interface GeonamesReport {
  readonly read: number;
  /** Rows of the countries and feature codes that were asked for, that are in order. */
  readonly selected: number;
  /** How many known places were found, by the rule that found them. */
  readonly found: Readonly<Record<string, number>>;
  /** How many of these get a code, names, a location or a population that they did not have. */
  readonly completed: number;
  /** How many places are new, by their kind. */
  readonly created: Readonly<Record<string, number>>;
  /** How many new places are in no first-level subdivision. */
  readonly withoutProvince: number;
  /** Rows for a place that another row is taken for, as `id name (feature) beside id name (feature) → key`. */
  readonly besides: readonly string[];
  /** Rows of which nothing is taken, as `id name (feature): why`. */
  readonly doubtful: readonly string[];
  /** Rows that were there already, in the same file or in another. */
  readonly repeated: number;
  /** Rows that are no known place and do not become one. */
  readonly leftOut: number;
}

export interface DumpOutcome {
  readonly read: number;
  readonly selected: number;
  readonly repeated: number;
  readonly rows: SettledRows;
  readonly completed: number;
  readonly created: NewPlaces;
}

export function reportOn({ read, selected, repeated, rows, completed, created }: DumpOutcome): GeonamesReport {
  const { settled, besides, doubtful } = rows;
  return {
    read,
    selected,
    found: counted(settled.map(({ rule }) => RULES[rule])),
    completed,
    created: counted(created.places.map(({ kind }: PlaceRecord) => kind)),
    withoutProvince: created.withoutProvince,
    besides: besides.map(({ row, taken, place }) => `${shown(row)} beside ${shown(taken)} → ${place.key}`),
    doubtful: doubtful.map(({ row, doubt }) => `${shown(row)}: ${doubt}`),
    repeated,
    leftOut: selected - repeated - settled.length - besides.length - doubtful.length - created.places.length,
  };
}

function shown({ id, name, feature }: Geoname): string {
  return `${id} ${name} (${feature})`;
}

function counted(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of [...values].sort()) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
