import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DefectError } from '../../../../src/domain/errors.js';
import {
  countriesQuery,
  countryTwinningsQuery,
  placesQuery,
  twinningsQuery,
} from '../../../../src/exchange/import/wikidata/query-texts.js';
import { VARIABLES } from '../../../../src/exchange/import/wikidata/result-row.js';
import { answerOf } from './wikidata-service.js';

const FOLDER = new URL('../../../../src/exchange/import/wikidata/queries/', import.meta.url);
const QUERIES = {
  countries: countriesQuery('ID'),
  places: placesQuery(['Q252'], 'Q10389', 10),
  twinnings: twinningsQuery(['Q11462', 'Q10389']),
};

test('every query has a file, and every file a query', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(QUERIES).map((name) => `${name}.rq`));
});

describe.each(Object.entries(QUERIES))('the query %s', (_, query) => {
  test('has all its slots filled, and no comments', () => {
    expect(query).not.toMatch(/\{\{|\}\}|^\s*#/m);
  });

  test('is SPARQL', () => {
    expect(JSON.parse(answerOf(query)).results.bindings.length).toBeGreaterThan(0);
  });
});

test('the query of twinnings selects every variable that is read', () => {
  expect(JSON.parse(answerOf(QUERIES.twinnings)).head.vars).toEqual(expect.arrayContaining(Object.keys(VARIABLES)));
});

test('the twinnings of a country can be asked for at once', () => {
  const rows = (query: string) => JSON.parse(answerOf(query)).results.bindings;
  expect(rows(countryTwinningsQuery(['Q252']))).toEqual(rows(twinningsQuery(['Q11462', 'Q10389'])));
});

test.each(['Q1 } #', 'Surabaya', 'P190', ''])('%s is no item and does not become part of a query', (id) => {
  expect(() => twinningsQuery([id])).toThrow(DefectError);
  expect(() => placesQuery([id], null, 1)).toThrow(DefectError);
  expect(() => placesQuery(['Q1'], id, 1)).toThrow(DefectError);
});

test('the image of the server has the queries, which are read from the sources', () => {
  const dockerfile = readFileSync(new URL('../../../../Dockerfile', import.meta.url), 'utf8');
  expect(dockerfile).toContain('COPY src/exchange/import/wikidata/queries/ src/exchange/import/wikidata/queries/');
});

test('the README has every variable that is read', () => {
  const readme = readFileSync(new URL('../README.md', FOLDER), 'utf8');
  expect(Object.keys(VARIABLES).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
