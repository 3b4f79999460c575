import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readRows } from '../../../../src/exchange/import/table/read-rows.js';
import { filesOf, readText } from '../twinnings/tables.js';
import { problemsOf } from './problems-of.js';

const ROW = z.object({ name: z.string().min(1, 'must not be empty'), size: z.string().regex(/^\d+$/, 'must be digits') });

const rowsOf = async (text: string | Uint8Array) => (await readText(text, ROW)).rows.map(({ value }) => [value.name, value.size]);

describe('a table', () => {
  test.each([
    ['as it should be', 'name\tsize\nUji\t7\nKyōto\t8\n'],
    ['without a last line end', 'name\tsize\nUji\t7\nKyōto\t8'],
    ['with a byte order mark', '\uFEFFname\tsize\nUji\t7\nKyōto\t8\n'],
    ['with line ends of Windows', 'name\tsize\r\nUji\t7\r\nKyōto\t8\r\n'],
    ['with both line ends', 'name\tsize\r\nUji\t7\nKyōto\t8\r\n'],
    ['separated by commas', 'name,size\nUji,7\nKyōto,8\n'],
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
    ['when it is empty', '', ['null : the file is empty; its first line has to name the columns']],
    ['without its columns', 'a\tb\n1\t2\n', ['1 : the line names the columns a, b, and has no name, size']],
    ['without one of them', 'name\tb\nUji\t2\n', ['1 : the line names the columns name, b, and has no size']],
    ['with one of them twice', 'name\tsize\tname\nUji\t2\tUji\n', ['1 name: columns A and C both have this name: give each its own']],
    [
      'with rows that are too short or too long',
      'name\tsize\nUji\nUji\t7\nUji\t7\t8\n',
      ['2 size: must be digits', '4 : column C has no name, since the header names 2 columns'],
    ],
    [
      'with every problem of every row',
      'name\tsize\nUji\tbig\n\tsmall\n',
      ['2 size: must be digits', '3 name: must not be empty', '3 size: must be digits'],
    ],
  ])('%s', async (_, text, problems) => {
    expect(await problemsOf(readText(text, ROW))).toEqual(problems);
  });

  test('before all of it is read, when it has nothing but problems', async () => {
    const problems = await problemsOf(readText(`name\tsize\n${'Uji\tbig\n'.repeat(100_000)}`, ROW));
    expect(problems).toHaveLength(100);
  });

  test('with its name in the message', async () => {
    const { table } = await filesOf({ table: 'name\tsize\nUji\tbig\n' });
    await expect(readRows(table, ROW)).rejects.toThrow(`${table}:2  size: must be digits`);
  });

  test('when it is not there, as wrong input', async () => {
    await expect(readRows('/nowhere/table.tsv', ROW)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});
