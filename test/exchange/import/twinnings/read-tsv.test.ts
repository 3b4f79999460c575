import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DataInvalidError } from '../../../../src/domain/errors.js';
import { readTsv } from '../../../../src/exchange/import/twinnings/read-tsv.js';
import { CROSSWALK_ROW, WORLD_PLACE, WORLD_TWINNING } from '../../../../src/exchange/import/twinnings/world-rows.js';
import { filesOf, placesText, readText } from './tables.js';

const ROW = z.object({ name: z.string().min(1, 'must not be empty'), size: z.string().regex(/^\d+$/, 'must be digits') });

const rowsOf = async (text: string | Uint8Array) => (await readText(text, ROW)).rows.map(({ value }) => [value.name, value.size]);

/** The problems that refuse a text, as `line field: message`. */
async function problemsOf(reading: Promise<unknown>): Promise<string[]> {
  const error = await reading.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DataInvalidError)) throw error ?? new Error('the text was accepted');
  return error.problems.map(({ line, field, message }) => `${line} ${field}: ${message}`);
}

describe('a table', () => {
  test.each([
    ['as it should be', 'name\tsize\nUji\t7\nKyōto\t8\n'],
    ['without a last line end', 'name\tsize\nUji\t7\nKyōto\t8'],
    ['with a byte order mark', '\uFEFFname\tsize\nUji\t7\nKyōto\t8\n'],
    ['with line ends of Windows', 'name\tsize\r\nUji\t7\r\nKyōto\t8\r\n'],
    ['with both line ends', 'name\tsize\r\nUji\t7\nKyōto\t8\r\n'],
    ['with empty lines', 'name\tsize\n\nUji\t7\n\nKyōto\t8\n\n'],
    ['with its columns in another order, and others', 'more\tsize\tname\n\t7\tUji\nx\t8\tKyōto\n'],
  ])('is read %s', async (_, text) => {
    expect(await rowsOf(text)).toEqual([
      ['Uji', '7'],
      ['Kyōto', '8'],
    ]);
  });

  test('may have a tab inside quotes', async () => {
    expect(await rowsOf('name\tsize\n"Trashi Yangtse\t"\t7\n')).toEqual([['Trashi Yangtse\t', '7']]);
  });

  test('may have no rows', async () => {
    expect(await rowsOf('name\tsize\n')).toEqual([]);
  });

  test('says on which line each row is', async () => {
    const { rows } = await readText('name\tsize\n\nUji\t7\r\nKyōto\t8\n', ROW);
    expect(rows.map(({ line }) => line)).toEqual([3, 4]);
  });

  test('is told from another one by a single byte', async () => {
    const [one, same, other] = await Promise.all(['7', '7', '8'].map((size) => readText(`name\tsize\nUji\t${size}\n`, ROW)));
    expect(one?.sha256).toBe(same?.sha256);
    expect(one?.sha256).not.toBe(other?.sha256);
  });
});

describe('a table is refused', () => {
  test.each([
    ['when it is empty', '', ['null : the file is empty; its first line names the columns name, size']],
    ['without its columns', 'a\tb\n1\t2\n', ['1 : the first line names the columns, and has no name, size']],
    ['without one of them', 'name\tb\nUji\t2\n', ['1 : the first line names the columns, and has no size']],
    ['with one of them twice', 'name\tsize\tname\nUji\t2\tUji\n', ['1 name: the column is there twice']],
    [
      'with rows that are too short or too long',
      'name\tsize\nUji\nUji\t7\nUji\t7\t8\n',
      ['2 : the row has 1 fields, the first line has 2', '4 : the row has 3 fields, the first line has 2'],
    ],
    [
      'with every problem of every row',
      'name\tsize\nUji\tbig\n\tsmall\n',
      ['2 size: must be digits', '3 name: must not be empty', '3 size: must be digits'],
    ],
    ['when it is comma-separated', 'name,size\nUji,7\n', ['1 : the first line names the columns, and has no name, size']],
  ])('%s', async (_, text, problems) => {
    expect(await problemsOf(readText(text, ROW))).toEqual(problems);
  });

  test('when it is not UTF-8', async () => {
    const latin1 = Buffer.from('name\tsize\nUji\t7\nKy\xf4to\t8\n', 'latin1');
    expect(await problemsOf(readText(latin1, ROW))).toEqual(['3 : the line is not UTF-8']);
  });

  test('when a quote is left open', async () => {
    expect(await problemsOf(readText('name\tsize\n"Uji\t7\nKyōto\t8\n', ROW))).toEqual([
      expect.stringMatching(/^\d+ : not tab-separated values: .*quote/i),
    ]);
  });

  test('before all of it is read, when it has nothing but problems', async () => {
    const problems = await problemsOf(readText(`name\tsize\n${'Uji\tbig\n'.repeat(100_000)}`, ROW));
    expect(problems).toHaveLength(100);
  });

  test('with its name in the message', async () => {
    const { table } = await filesOf({ table: 'name\tsize\nUji\tbig\n' });
    await expect(readTsv(table, ROW)).rejects.toThrow(`${table}:2  size: must be digits`);
  });

  test('when it is not there, as wrong input', async () => {
    await expect(readTsv('/nowhere/table.tsv', ROW)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});

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

describe('a row of subdivisions', () => {
  test('may be without an ISO code', async () => {
    const { rows } = await readText(
      'geonames_admin1\tgeonames_name\tiso3166_2\tiso_name\tmethod\nRS.SE\tCentral Serbia\t\t\t\n',
      CROSSWALK_ROW,
    );
    expect(rows[0]?.value).toMatchObject({ iso3166_2: null, method: '' });
  });

  test('is refused with something else in its place', async () => {
    const text = 'geonames_admin1\tgeonames_name\tiso3166_2\tiso_name\tmethod\nDE.05\tHesse\tHesse\tHessen\tname\n';
    expect(await problemsOf(readText(text, CROSSWALK_ROW))).toEqual(['2 iso3166_2: must be a code of ISO 3166-2, such as ID-JI, or empty']);
  });
});
