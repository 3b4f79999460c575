import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BadInputError, DefectError } from '../../../domain/errors.js';

/** The folder of the queries; the same from sources and from compiled files. */
const QUERIES = fileURLToPath(new URL('../../../../src/exchange/import/wikidata/queries/', import.meta.url));

/** How addresses of items begin. They are names, and `http` is part of them. */
export const ENTITY = 'http://www.wikidata.org/entity/';
const ITEM = /^Q\d{1,12}$/;

/** Asks which items a country has. Throws `BadInputError` when the code is none. */
export function countriesQuery(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) {
    throw new BadInputError(`"${code}" is no country: accepted is a code of ISO 3166-1 of two capital letters, such as ID`);
  }
  return filled('countries', { code });
}

/** Asks for a page of the places of a country that have twinnings, those after an item. */
export function placesQuery(countries: readonly string[], after: string | null, limit: number): string {
  return filled('places', {
    countries: items(countries),
    after: after === null ? '' : ENTITY + item(after),
    limit: String(limit),
  });
}

/** Asks for the twinnings of these places. */
export function twinningsQuery(places: readonly string[]): string {
  return filled('twinnings', { places: `VALUES ?place { ${items(places)} }` });
}

/**
 * Asks for all twinnings of a country at once, as somebody may put it to query.wikidata.org by hand and download the
 * answer. For a country with many of them it takes longer than the service allows.
 */
export function countryTwinningsQuery(countries: readonly string[]): string {
  return filled('twinnings', { places: `VALUES ?country { ${items(countries)} }\n  ?place wdt:P17 ?country .` });
}

/** The text of a query with its slots filled, without comments: they would travel with every request. */
function filled(name: string, slots: Readonly<Record<string, string>>): string {
  return readFileSync(`${QUERIES}${name}.rq`, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'))
    .join('\n')
    .replace(/\{\{(\w+)\}\}/g, (_, slot: string) => {
      const value = slots[slot];
      if (value === undefined) throw new DefectError(`the query ${name} has a slot ${slot} that nothing fills`);
      return value;
    });
}

function items(ids: readonly string[]): string {
  return ids.map((id) => `wd:${item(id)}`).join(' ');
}

/** An item as it may become part of a query. */
function item(id: string): string {
  if (!ITEM.test(id)) throw new DefectError(`${id} is no item of Wikidata`);
  return id;
}
