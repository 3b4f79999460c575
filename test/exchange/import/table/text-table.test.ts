import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, expect, test } from 'vitest';
import { openTable } from '../../../../src/exchange/import/table/open-table.js';
import { fileOf, readAll, readContents, refusalOf, testFolder } from './files.js';

const CITIES = [
  ['Kota Batu', 'Kyōto'],
  ['Uji', '8'],
];
const TEXT = 'name,partner\nKota Batu,Kyōto\nUji,8\n';

const inUtf16 = (text: string, order: 'LE' | 'BE') => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return order === 'LE' ? bytes : bytes.swap16();
};

describe('delimited text', () => {
  test.each<[string, string | Uint8Array]>([
    ['with commas', TEXT],
    ['with semicolons, as Excel writes it in Indonesia', TEXT.replaceAll(',', ';')],
    ['with tabs', TEXT.replaceAll(',', '\t')],
    ['with vertical bars', TEXT.replaceAll(',', '|')],
    ['with a byte order mark', `\uFEFF${TEXT}`],
    ['in UTF-16', inUtf16(TEXT, 'LE')],
    ['in UTF-16 of the other order', inUtf16(TEXT, 'BE')],
    ['with line ends of Windows', TEXT.replaceAll('\n', '\r\n')],
    ['with line ends of old Macs', TEXT.replaceAll('\n', '\r')],
    ['without a last line end', TEXT.trimEnd()],
    ['with blank lines and rows', `\n${TEXT.replaceAll('\n', '\n\n,\n ,\n')}`],
    ['with empty columns at its end, as Excel writes them', TEXT.replaceAll('\n', ',,,\n')],
    ['with the line by which Excel is told the delimiter', `sep=;\r\n${TEXT.replaceAll(',', ';')}`],
    ['with everything in quotes', TEXT.replace(/[^,\n]+/g, '"$&"')],
  ])('is read %s', async (_, contents) => {
    const { columns, rows, rejects } = await readContents(contents);
    expect({ columns, rows, rejects }).toEqual({ columns: ['name', 'partner'], rows: CITIES, rejects: [] });
  });

  test('may have delimiters, quotes and line ends inside quotes', async () => {
    const { rows } = await readContents('name,note\n"Batu, Kota","a ""twin""\r\nof Uji"\n');
    expect(rows).toEqual([['Batu, Kota', 'a "twin"\r\nof Uji']]);
  });

  test('may have quotes inside a cell that does not begin with one', async () => {
    expect((await readContents('name,note\nBatu,kota "kembar"\n')).rows).toEqual([['Batu', 'kota "kembar"']]);
  });

  test('says on which line each row begins', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['name,note', '', 'Batu,"two', 'lines"', 'Uji,', ',', 'Malang,'].join(end);
      expect((await readContents(text)).lines).toEqual([3, 5, 7]);
    }
  });

  test('is taken as it stands: no formula is worked out, no zero or space taken away', async () => {
    expect((await readContents('a,b,c\n=1+1, 007 ,#N/A\n')).rows).toEqual([['=1+1', ' 007 ', '#N/A']]);
  });

  test('may have the delimiter of its header inside its rows, when the delimiter is told', async () => {
    const { columns, rows } = await readContents('kota, kabupaten;negara\nBatu;Indonesia\n', { delimiter: 'semicolon' });
    expect([columns, rows]).toEqual([['kota, kabupaten', 'negara'], [['Batu', 'Indonesia']]]);
  });

  test('has the delimiter that its header has most, not counting what is in quotes', async () => {
    expect((await readContents('"kota, kabupaten, desa";negara\nBatu;ID\n')).columns).toEqual(['kota, kabupaten, desa', 'negara']);
    expect((await readContents('"kota,\nkabupaten";negara;x\nBatu;ID;\n')).columns).toEqual(['kota, kabupaten', 'negara', 'x']);
    expect((await readContents('name\nBatu\n')).rows).toEqual([['Batu']]);
  });

  test('may have its header further down', async () => {
    const text = 'DAFTAR, KERJA SAMA\n\nname;partner\nBatu;Uji\n';
    const { columns, lines } = await readContents(text, { headerLine: 3 });
    expect([columns, lines]).toEqual([['name', 'partner'], [4]]);
  });

  test('may have columns without a name, which are left aside', async () => {
    const { columns, rows } = await readContents(',name,,partner\n1,Batu,x,Uji\n');
    expect([columns, rows]).toEqual([['name', 'partner'], [['Batu', 'Uji']]]);
  });

  test('may be without rows', async () => {
    expect(await readContents('name,partner\n')).toMatchObject({ columns: ['name', 'partner'], rows: [], rejects: [] });
  });

  test('is told from another by a single byte', async () => {
    const digest = async (text: string) => (await openTable(await fileOf(text))).sha256;
    expect(await digest(TEXT)).toBe(await digest(TEXT));
    expect(await digest(TEXT)).not.toBe(await digest(TEXT.replace('8', '9')));
    expect(await digest(TEXT)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('can be read more than once, and left in the middle', async () => {
    const table = await openTable(await fileOf(TEXT));
    for (let time = 0; time < 3; time += 1) {
      for await (const { cells } of table.rows(() => {})) {
        expect(cells.get('name')).toBe('Kota Batu');
        break;
      }
    }
  });
});

describe('a row of a text is left out, and the others are not', () => {
  test('when it has cells beyond the header', async () => {
    const { rows, rejects } = await readContents('name,partner\nBatu\nUji,a,,b\nMalang,c,,  \n');
    expect(rows).toEqual([
      ['Batu', ''],
      ['Malang', 'c'],
    ]);
    expect(rejects).toEqual([
      expect.objectContaining({ line: 3, field: '', value: 'b', reason: 'column D has no name, since the header names 2 columns' }),
    ]);
  });

  test('when a cell has a million characters', async () => {
    const { rows, rejects } = await readContents(`name,note\nUji,${'x'.repeat(1_000_000)}\nBatu,y\n`);
    expect(rows).toEqual([['Batu', 'y']]);
    expect(rejects).toEqual([expect.objectContaining({ line: 2, field: 'note', reason: 'the cell has 1000000 characters' })]);
    expect(rejects[0]?.remedy).toContain('at most 32767');
    expect(rejects[0]?.value.length).toBeLessThan(130);
  });

  test('when a quote in it is left open and reaches into other rows', async () => {
    const { rows, lines, rejects } = await readContents('name,note\nUji,a\n"Batu,b\nMalang,c\n"Ube,d\n"Ujung" Pandang,e\n');
    expect([rows, lines]).toEqual([
      [
        ['Uji', 'a'],
        ['"Ujung" Pandang', 'e'],
      ],
      [2, 6],
    ]);
    expect(rejects).toMatchObject([
      { line: 3, field: '', value: '"Batu,b Malang,c "Ube', reason: expect.stringContaining('goes on over 3 lines') },
    ]);
  });

  test('but not for what is in a column that nobody asked for', async () => {
    const file = await fileOf(`name,note\nUji,${'x'.repeat(1_000_000)}\n`);
    expect(await readAll(file, {}, ['name'])).toMatchObject({ rows: [['Uji']], rejects: [] });
  });
});

describe('a text is refused as a whole', () => {
  test.each<[string, string | Uint8Array, string | RegExp]>([
    ['when it is empty', '', 'null : the file is empty; its first line has to name the columns'],
    ['when it has nothing but blank lines', '\n , \n', /^null : the file is empty/],
    ['when two columns have one name', 'name,a,name\nx,y,z\n', '1 name: columns A and C both have this name: give each its own'],
    ['when two names differ by spaces alone', 'a  b,c,a b \nx,y,z\n', '1 a b: columns A and C both have this name: give each its own'],
    ['when two delimiters are as likely', 'a,b;c\n1,2;3\n', /as many of semicolon as of comma: say which delimiter it is/],
    [
      'when it is not UTF-8',
      Buffer.from('name\nBatu\nKy\xf4to\n', 'latin1'),
      /^3 : the file is not UTF-8: save it as UTF-8.* near “Ky�to”/,
    ],
    [
      'when it is Windows-1252 far down',
      Buffer.from(`name\n${'Batu\n'.repeat(50_000)}\x93Uji\x94\n`, 'latin1'),
      /^50002 : the file is not UTF-8/,
    ],
    ['when it has a NUL', 'name\nBa\0tu\n', /^2 : there is a NUL character.* near “Ba␀tu”/],
    ['when it is UTF-16 without a byte order mark', Buffer.from(TEXT, 'utf16le'), /NUL character.*UTF-16 with a byte order mark/],
    ['when it is a web page', '\n<html><table><tr><td>a</td></tr></table>', /is a web page/],
    [
      'when a quote is left open',
      'name,note\nBatu,x\nUji,"y\nMalang,z\n',
      /^3 : a quote is opened in the row that begins here and never closed/,
    ],
    [
      'when a quote is left open in a large file',
      `name,note\nUji,"y\n${'Malang,z\n'.repeat(600_000)}`,
      /^2 : the row that begins here is larger than/,
    ],
    [
      'when it is an old workbook, or a protected one',
      Buffer.from('d0cf11e0a1b11ae1ffff', 'hex'),
      /old format \(\.xls\), or .* password: save it as \.xlsx/,
    ],
    [
      'when it has too many columns',
      Array.from({ length: 1001 }, (_, at) => `c${at}`).join(','),
      '1 : the line names 1001 columns; at most 1000 are accepted',
    ],
  ])('%s', async (_, contents, refusal) => {
    expect(await refusalOf(readContents(contents))).toMatch(refusal);
  });

  test('when it is not there, or is a folder', async () => {
    const folder = await testFolder();
    expect(await refusalOf(openTable(join(folder, 'none.csv')))).toMatch(/none\.csv is not there; a table is accepted: CSV/);
    expect(await refusalOf(openTable(folder))).toMatch(/is a folder; a table is accepted: CSV/);
  });

  test('when the line that should name its columns does not', async () => {
    expect(await refusalOf(readContents(TEXT, { headerLine: 9 }))).toMatch(/^9 : there is no such line/);
    expect(await refusalOf(readContents(`\n${TEXT}`, { headerLine: 1 }))).toMatch(/^1 : there is no such line or it is blank/);
  });

  test('when it is told a sheet, or a delimiter that there is not', async () => {
    expect(await refusalOf(readContents(TEXT, { sheet: 'Data' }))).toMatch(/is text and has no sheets/);
    expect(await refusalOf(readContents(TEXT, { delimiter: ':' }))).toMatch(
      /no delimiter “:”; accepted are tab, semicolon, comma, vertical bar/,
    );
  });
});

describe('a large text', () => {
  test('of a million rows is read without being held', { timeout: 180_000 }, async () => {
    const file = join(await testFolder(), 'large.csv');
    const rows = function* () {
      yield 'name,partner,note\n';
      for (let row = 0; row < 1000; row += 1) yield `Kota Batu,Kyoto,${'x'.repeat(60)}\n`.repeat(1000);
    };
    await pipeline(Readable.from(rows()), createWriteStream(file));
    const table = await openTable(file);
    const before = process.memoryUsage().heapUsed;
    let count = 0;
    let most = 0;
    for await (const _ of table.rows(() => {})) {
      count += 1;
      if (count % 50_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
    expect(count).toBe(1_000_000);
    // Its rows held in memory take more than 300 MB.
    expect(most).toBeLessThan(150 * 1024 * 1024);
  });

  test('may be cut anywhere between two reads', async () => {
    // The file is read in pieces of 64 KiB: each length puts another byte of these letters on the border.
    const folder = await testFolder();
    for (let pad = 0; pad < 6; pad += 1) {
      const file = join(folder, `${pad}.csv`);
      await writeFile(
        file,
        `name\r\n${'x'.repeat(65_536 - 12 - pad - 40_000)}\r\n${'y'.repeat(40_000 - 20_000)}\r\n${'z'.repeat(19_992)}京\r\nUji\r\n`,
      );
      expect((await readAll(file)).rows.slice(-2)).toEqual([[`${'z'.repeat(19_992)}京`], ['Uji']]);
    }
  });
});
