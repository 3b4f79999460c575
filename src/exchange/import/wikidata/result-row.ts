import { DataInvalidError } from '../../../domain/errors.js';
import { membersOf } from '../../../domain/vocabulary.js';

/** The variables of results about twinnings, and what they hold. Only `item` and `other` are needed. */
export const VARIABLES = {
  item: 'The place that states the twinning: the address of its item.',
  other: 'The place that it is twinned with, likewise.',
  rank: 'Rank of the statement. A deprecated one is left out.',
  itemLabel: 'Name of the place.',
  otherLabel: 'Name of the other place.',
  itemCountry: 'Its country: a code of ISO 3166-1 (P297 of P17), or a name.',
  otherCountry: 'Country of the other place.',
  itemProvince: 'The first-level subdivision that it lies in: a code of ISO 3166-2 (P300 of what P131 leads to), or a name.',
  otherProvince: 'First-level subdivision of the other place.',
  itemSubdivision: 'Its own code of ISO 3166-2 (P300), where it is a subdivision itself.',
  otherSubdivision: 'Own code of the other place.',
  itemGeonames: 'Its GeoNames id (P1566).',
  otherGeonames: 'GeoNames id of the other place.',
  itemLocation: 'Where it lies (P625), as Point(longitude latitude).',
  otherLocation: 'Where the other place lies.',
  start: 'When the twinning began (P580).',
  startPrecision: 'Precision of it: 8 decade, 9 year, 10 month, 11 day.',
  end: 'When it ended (P582).',
  endPrecision: 'Precision of it.',
  point: 'A time at which it was (P585).',
  pointPrecision: 'Precision of it.',
  referenceUrl: 'Address that a reference gives (P854).',
  referenceTitle: 'Title that it gives (P1476).',
  statedInLabel: 'Name of the work that it gives (P248).',
  referencePublished: 'When that was published (P577).',
  referencePublishedPrecision: 'Precision of it.',
  retrieved: 'When it was looked at (P813).',
} as const;
export type Variable = keyof typeof VARIABLES;

/** The variables of results that a query or a file is to have. */
export interface Variables {
  /** Without these no row can be read. */
  readonly needed: readonly string[];
  /** These are read; others are left aside. */
  readonly read: readonly string[];
}

export const TWINNING_VARIABLES: Variables = { needed: ['item', 'other'], read: membersOf(VARIABLES) };

/** A value as results hold it. */
export interface Cell {
  readonly value: string;
  /** Tag of the language of a text, where the format has it. */
  readonly language: string | null;
}

export interface ResultRow {
  /** Line in the file where the format has lines, or else number of the row, from 1. */
  readonly line: number;
  /** By variable. What is not bound is not there. */
  readonly cells: ReadonlyMap<string, Cell>;
}

/** Throws `DataInvalidError` when results lack variables that are needed, or have one twice that is read. */
export function checkVariables(file: string, line: number | null, names: readonly string[], { needed, read }: Variables): void {
  const missing = needed.filter((name) => !names.includes(name));
  const twice = read.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (missing.length === 0 && twice.length === 0) return;
  const wrong = missing.length > 0 ? `there is no ${missing.join(' and no ')}` : `${twice.join(', ')} is there twice`;
  const message = `${wrong} among its variables (${names.length === 0 ? 'none' : names.join(', ')}). Needed are ${needed.join(' and ')}; read are ${read.join(', ')}`;
  throw new DataInvalidError([{ file, line, field: '', message }]);
}
