import { type OnReject, shownValue } from '../../reject.js';
import { isFeature } from './feature-codes.js';

/** A row of a dump of GeoNames. */
export interface Geoname {
  readonly file: string;
  readonly line: number;
  /** GeoNames id. */
  readonly id: string;
  readonly name: string;
  readonly asciiName: string;
  readonly alternateNames: readonly string[];
  readonly latitude: number;
  readonly longitude: number;
  readonly feature: string;
  /** ISO 3166-1. NA is Namibia. */
  readonly country: string;
  /** With the country, as `ID.08`; null: it is not known. */
  readonly admin1: string | null;
  /** With what is around it, as `ID.08.3574`. */
  readonly admin2: string | null;
  /** Null: it is not known, which GeoNames writes as 0. */
  readonly population: number | null;
  /** When it was changed last, as it is written. */
  readonly modified: string;
}

/** Columns of a dump, which has no header. */
export const COLUMNS = [
  'geonameid',
  'name',
  'asciiname',
  'alternatenames',
  'latitude',
  'longitude',
  'feature class',
  'feature code',
  'country code',
  'cc2',
  'admin1 code',
  'admin2 code',
  'admin3 code',
  'admin4 code',
  'population',
  'elevation',
  'dem',
  'timezone',
  'modification date',
] as const;
type Column = (typeof COLUMNS)[number];
const AT = Object.fromEntries(COLUMNS.map((column, at) => [column, at])) as Record<Column, number>;

/** Which rows are looked at. */
export interface Selection {
  readonly countries: ReadonlySet<string>;
  readonly features: ReadonlySet<string>;
}

const MOST_PEOPLE = 2_000_000_000;

/** Reads a row. Null: it is not in the selection, or it is rejected; of rows outside the selection only their shape and feature code matter. */
export function geonameOf(file: string, line: number, text: string, selection: Selection, onReject: OnReject): Geoname | null {
  const cells = text.split('\t');
  const cell = (column: Column) => cells[AT[column]] ?? '';
  const reject = (column: Column | '', reason: string, remedy: string) => {
    onReject({ file, line, field: column, value: shownValue(column === '' ? text : cell(column)), reason, remedy });
    return null;
  };
  if (cells.length !== COLUMNS.length) {
    return reject('', `the row has ${cells.length} fields; those of GeoNames have ${COLUMNS.length}`, 'download the file anew');
  }
  const [featureClass, feature] = [cell('feature class'), cell('feature code')];
  if (!isFeature(featureClass, feature)) {
    return reject('feature code', `GeoNames has no feature ${featureClass}.${feature}`, 'accepted are its codes, such as P and PPLA');
  }
  if ((featureClass !== 'P' && featureClass !== 'A') || !selection.features.has(feature)) return null;
  const country = cell('country code');
  if (!/^[A-Z]{2}$/.test(country)) {
    return reject('country code', 'it is no code of ISO 3166-1', 'write two capital letters, such as NA for Namibia');
  }
  if (!selection.countries.has(country)) return null;

  if (text.includes('\uFFFD')) return reject('', 'the row is not UTF-8', 'download the file anew');
  const id = cell('geonameid');
  if (!/^[1-9]\d{0,11}$/.test(id)) return reject('geonameid', 'it is no id of GeoNames', 'accepted is a number such as 1630634');
  const name = cell('name').trim();
  if (name === '' || name.length > 200) return reject('name', 'the name is empty or longer than 200 characters', 'write the name');
  const [latitude, longitude] = [degrees(cell('latitude'), 90), degrees(cell('longitude'), 180)];
  if (latitude === null) return reject('latitude', 'these are no degrees', 'accepted are degrees from -90 to 90');
  if (longitude === null) return reject('longitude', 'these are no degrees', 'accepted are degrees from -180 to 180');
  const population = cell('population');
  if (!/^\d{0,10}$/.test(population) || Number(population) > MOST_PEOPLE) {
    return reject('population', 'it is no number of people', `accepted is a whole number up to ${MOST_PEOPLE}, or 0 where it is not known`);
  }
  const [admin1, admin2] = [cell('admin1 code'), cell('admin2 code')];
  const first = admin1 === '' || admin1 === '00' ? null : `${country}.${admin1}`;
  return {
    file,
    line,
    id,
    name,
    asciiName: cell('asciiname').trim(),
    alternateNames: cell('alternatenames').split(','),
    latitude,
    longitude,
    feature,
    country,
    admin1: first,
    admin2: first === null || admin2 === '' ? null : `${first}.${admin2}`,
    population: Number(population) || null,
    modified: cell('modification date'),
  };
}

function degrees(text: string, bound: number): number | null {
  return /^-?\d{1,3}(?:\.\d+)?$/.test(text) && Math.abs(Number(text)) <= bound ? Number(text) : null;
}
