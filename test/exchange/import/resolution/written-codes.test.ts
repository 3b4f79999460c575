import { expect, test } from 'vitest';
import { graphCode } from '../../../../src/exchange/import/resolution/written-codes.js';

test.each([
  ['KEMENDAGRI', '3574', '35.74'],
  ['KEMENDAGRI', '35.74', '35.74'],
  ['KEMENDAGRI', ' 35 74 ', '35.74'],
  ['KEMENDAGRI', '35', '35'],
  ['KEMENDAGRI', '357401', '35.74.01'],
  ['KEMENDAGRI', '357', '357'],
  ['WIKIDATA', 'q11462', 'Q11462'],
  ['WIKIDATA', 'http://www.wikidata.org/entity/Q11462', 'Q11462'],
  ['WIKIDATA', 'wd:Q11462', 'Q11462'],
  ['GEONAMES', '1621177', '1621177'],
  ['GEONAMES', 'https://www.geonames.org/1621177/yogyakarta.html', '1621177'],
  ['ISO_3166_1', 'na', 'NA'],
  ['ISO_3166_2', 'id-ji', 'ID-JI'],
] as const)('the code %s %s is %s in the graph', (scheme, written, code) => {
  expect(graphCode(scheme, written)).toBe(code);
});
