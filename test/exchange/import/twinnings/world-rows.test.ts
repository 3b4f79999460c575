import { describe, expect, test } from 'vitest';
import { WORLD_PLACE, WORLD_TWINNING } from '../../../../src/exchange/import/twinnings/world-rows.js';
import { problemsOf } from '../table/problems-of.js';
import { placesText, readText } from './tables.js';

describe('a row of places', () => {
  const read = async (cells: object) =>
    (await readText(placesText([{ id: 'w:de:aachen', name: 'Aachen', iso2: 'DE', ...cells }]), WORLD_PLACE)).rows[0]?.value;

  test('has what is known, and nothing for what is not', async () => {
    expect(await read({})).toEqual({
      id: 'w:de:aachen',
      geonameid: null,
      qid: [],
      name: 'Aachen',
      lat: null,
      lng: null,
      iso2: 'DE',
      admin1_code: null,
      admin1_name: '',
      admin1_method: '',
      population: null,
      kind: 'place',
    });
    expect(await read({ geonameid: 3247449, qid: 'Q1017', lat: '50.77664', lng: '6.08342', population: 249070 })).toMatchObject({
      geonameid: '3247449',
      qid: ['Q1017'],
      lat: 50.77664,
      lng: 6.08342,
      population: 249070,
    });
  });

  test('may have two Wikidata items', async () => {
    expect(await read({ qid: 'Q16117|Q1284' })).toMatchObject({ qid: ['Q16117', 'Q1284'] });
  });

  test('may be in Namibia', async () => {
    expect(await read({ iso2: 'NA', name: 'NA' })).toMatchObject({ iso2: 'NA', name: 'NA' });
  });

  test.each([
    [{ id: 'a b' }, 'id: must be the id of a place, without spaces'],
    [{ id: '' }, 'id: must be the id of a place, without spaces'],
    [{ geonameid: 'g7' }, 'geonameid: must be digits, or empty'],
    [{ qid: '1284' }, 'qid: must be Wikidata items, such as Q1284 or Q16117|Q1284, or empty'],
    [{ qid: 'Q1|' }, 'qid: must be Wikidata items, such as Q1284 or Q16117|Q1284, or empty'],
    [{ name: ' ' }, 'name: must not be empty'],
    [{ lat: '91' }, 'lat: must be degrees from -90 to 90, or empty'],
    [{ lat: '1e1' }, 'lat: must be degrees from -90 to 90, or empty'],
    [{ lng: '-180.5' }, 'lng: must be degrees from -180 to 180, or empty'],
    [{ iso2: 'de' }, 'iso2: must be an ISO 3166-1 code of two capital letters, such as NA for Namibia'],
    [{ iso2: '' }, 'iso2: must be an ISO 3166-1 code of two capital letters, such as NA for Namibia'],
    [{ admin1_code: '07' }, 'admin1_code: must be a first-level code of GeoNames, such as ID.08, or empty'],
    [{ population: '1,000' }, 'population: must be a whole number, or empty'],
    [{ kind: 'city' }, 'kind: must be one of place, area, admin1'],
  ])('is refused with %o', async (cells, problem) => {
    expect(await problemsOf(read(cells))).toEqual([`2 ${problem}`]);
  });
});

describe('a row of twinnings', () => {
  test.each(['D', 'W', 'DW'])('may come from %s', async (sources) => {
    const { rows } = await readText(`a\tb\tsources\nx\ty\t${sources}\n`, WORLD_TWINNING);
    expect(rows.map(({ value }) => value)).toEqual([{ a: 'x', b: 'y', sources }]);
  });

  test('is refused when it comes from elsewhere', async () => {
    expect(await problemsOf(readText('a\tb\tsources\nx\t\tWD\n', WORLD_TWINNING))).toEqual([
      '2 b: must be the id of a place, without spaces',
      '2 sources: must be one of D, W, DW',
    ]);
  });
});
