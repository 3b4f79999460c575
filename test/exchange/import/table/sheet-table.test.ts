import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { openTable } from '../../../../src/exchange/import/table/open-table.js';
import { shownBy } from '../../../../src/exchange/import/table/xlsx/day-formats.js';
import { fileOf, readAll, refusalOf, testFolder } from './files.js';
import { partsOf, rowXml, workbookFile, zipFile } from './workbooks.js';

/** The cells of the single column of a workbook, written as XML, and what is rejected. */
async function cellsOf(cells: readonly string[], workbook: Partial<Parameters<typeof workbookFile>[0]> = {}) {
  const rows = [['v'], ...cells.map((cell) => [cell])].map((row, at) => rowXml(at + 1, row)).join('');
  const read = await readAll(await workbookFile({ sheets: [{ name: 'Data', rows }], ...workbook }));
  return { values: read.rows.map(([value]) => value), rejects: read.rejects };
}

const day = (serial: number | string, style = 1) => `<c s="${style}"><v>${serial}</v></c>`;
const TABLE = rowXml(1, ['name', 'partner']) + rowXml(2, ['Batu', 'Uji']);

describe('a sheet of a workbook', () => {
  test('is read as it was written', async () => {
    const file = join(await testFolder(), 'table.xlsx');
    await writeExcelFile([
      [{ value: 'kota' }, { value: 'kode' }, { value: 'tanggal' }, { value: 'aktif' }, { value: 'catatan' }],
      [
        { value: 'Probolinggo' },
        { value: 35.74 },
        { value: new Date(Date.UTC(2019, 1, 14)), format: 'dd/mm/yyyy' },
        { value: true },
        { value: ' =1+1 <京都> & “x”\nline ' },
      ],
      [{ value: 'Batu' }, null, { value: 1990 }],
    ]).toFile(file);
    const { columns, rows, lines, rejects } = await readAll(file);
    expect(columns).toEqual(['kota', 'kode', 'tanggal', 'aktif', 'catatan']);
    expect(rows).toEqual([
      ['Probolinggo', '35.74', '2019-02-14', 'TRUE', ' =1+1 <京都> & “x”\nline '],
      ['Batu', '', '1990', '', ''],
    ]);
    expect([lines, rejects]).toEqual([[2, 3], []]);
  });

  test('has numbers as they were typed, not as Excel keeps them', async () => {
    const { values } = await cellsOf(
      ['35.74', '35.780000000000001', '0.1', '1630634', '1E+3', '-7', '12345678901234567890'].map((v) => `<c><v>${v}</v></c>`),
    );
    expect(values).toEqual(['35.74', '35.78', '0.1', '1630634', '1000', '-7', '12345678901234600000']);
  });

  test('has texts of its own, shared ones, rich ones and results of formulas', async () => {
    const { values } = await cellsOf(
      [
        '<c t="s"><v>1</v></c>',
        '<c t="s"><v>0</v></c>',
        '<c t="inlineStr"><is><r><t>Kota </t></r><r><rPr><b/></rPr><t>Batu</t></r></is></c>',
        '<c t="str"><f>A1&amp;"x"</f><v>Kota Uji</v></c>',
        '<c t="inlineStr"><is><t>one_x000A_two _x005F_x000A_</t></is></c>',
      ],
      {
        strings:
          '<si><r><t>京都</t></r><r><t>市</t></r><rPh sb="0" eb="2"><t>キョウト</t></rPh></si><si><t xml:space="preserve"> Malang </t></si>',
      },
    );
    expect(values).toEqual([' Malang ', '京都市', 'Kota Batu', 'Kota Uji', 'one\ntwo _x000A_']);
  });

  test('has days where a cell is formatted as one, no more of them than it shows', async () => {
    const formats = [14, 'd mmmm yyyy', 'mmm-yy', 'yyyy', '[$-421]dddd, dd mmmm yyyy;@', '0.00', 'h:mm', 22];
    const { values } = await cellsOf(
      formats.map((_, at) => day(43510.75, at + 1)),
      { formats },
    );
    expect(values).toEqual(['2019-02-14', '2019-02-14', '2019-02', '2019', '2019-02-14', '43510.75', '43510.75', '2019-02-14']);
  });

  test('has the days of 1900 that were, and of workbooks that count from 1904', async () => {
    expect(
      (
        await cellsOf(
          [1, 59, 61, 2958465].map((serial) => day(serial)),
          { formats: [14] },
        )
      ).values,
    ).toEqual(['1900-01-01', '1900-02-28', '1900-03-01', '9999-12-31']);
    const { values } = await cellsOf(
      [0, 60, 42048].map((serial) => day(serial)),
      { formats: [14], from1904: true },
    );
    expect(values).toEqual(['1904-01-01', '1904-03-01', '2019-02-14']);
    expect((await cellsOf(['<c t="d"><v>2019-02-14T00:00:00</v></c>'])).values).toEqual(['2019-02-14']);
  });

  test.each([
    ['dd/mm/yyyy', 'DAY'],
    ['yyyy\\-mm\\-dd', 'DAY'],
    ['d-mmm', 'DAY'],
    ['mmmm', 'MONTH'],
    ['"Tahun "yyyy', 'YEAR'],
    ['[h]:mm:ss', null],
    ['mm:ss', null],
    ['General', null],
    ['[Red]0.00', null],
    ['"hari" 0', null],
    ['_-"Rp"* #,##0_-', null],
  ])('shows of a day what its format says: %s', (format, shown) => {
    expect(shownBy(format)).toBe(shown);
  });

  test('leaves out rows whose cells have no value, and says why', async () => {
    const { values, rejects } = await cellsOf(
      [
        '<c t="e"><v>#N/A</v></c>',
        '<c t="inlineStr"><is><t>NA</t></is></c>',
        '<c><f>A1</f></c>',
        day(60),
        day(-1),
        '<c t="s"><v>9</v></c>',
      ],
      { formats: [14] },
    );
    expect(values).toEqual(['NA']);
    expect(rejects.map(({ line, field, value, reason }) => [line, field, value, reason])).toEqual([
      [2, 'v', '#N/A', 'the cell shows the error #N/A'],
      [4, 'v', '', 'the cell has a formula, and the file lacks its result'],
      [5, 'v', '60', 'the cell shows 29 February 1900, a day that never was'],
      [6, 'v', '-1', 'the cell is formatted as a date, and its number is none'],
      [7, 'v', '9', 'the workbook lacks the text of the cell'],
    ]);
  });

  test('may lack rows and cells, which are blank', async () => {
    const rows = `${rowXml(2, ['a', 'b', 'c'])}<row r="5"><c r="C5" t="inlineStr"><is><t>x</t></is></c></row><row r="6"/><row r="9"><c r="A9"/><c r="B9" t="s"/><c><v>7</v></c></row>`;
    const { rows: read, lines } = await readAll(await workbookFile({ sheets: [{ name: 'Data', rows }] }));
    expect([read, lines]).toEqual([
      [
        ['', '', 'x'],
        ['', '', '7'],
      ],
      [5, 9],
    ]);
  });

  test('has what stands in joined cells in each of their rows', async () => {
    const rows = [
      ['kota', 'mitra'],
      ['Batu', 'Uji'],
      ['', 'Ube'],
      ['', 'Ueda'],
      ['', ''],
      ['', 'Ujung'],
    ]
      .map((cells, at) => rowXml(at + 1, cells))
      .join('');
    const file = await workbookFile({ sheets: [{ name: 'Data', rows, merged: ['A2:A5', 'B3:C3'] }] });
    expect((await readAll(file)).rows).toEqual([
      ['Batu', 'Uji'],
      ['Batu', 'Ube'],
      ['Batu', 'Ueda'],
      ['', 'Ujung'],
    ]);
  });

  test('is the one of the name, or the first that is not hidden', async () => {
    const sheet = (name: string, state?: 'hidden' | 'veryHidden') => ({ name, state, rows: rowXml(1, [name]) });
    const file = await workbookFile({ sheets: [sheet('Lama', 'hidden'), sheet('Lists', 'veryHidden'), sheet('Data'), sheet('Catatan')] });
    expect((await openTable(file)).columns).toEqual(['Data']);
    expect((await openTable(file, { sheet: 'Catatan' })).columns).toEqual(['Catatan']);
    expect((await openTable(file, { sheet: 'Lama' })).columns).toEqual(['Lama']);
    expect(await refusalOf(openTable(file, { sheet: 'data' }))).toMatch(
      /has no sheet data; it has Lama \(hidden\), Lists \(hidden\), Data, Catatan$/,
    );
    const hidden = await workbookFile({ sheets: [sheet('Lama', 'hidden')] });
    expect(await refusalOf(openTable(hidden))).toMatch(/has no sheet that can be seen: name one of Lama \(hidden\)$/);
  });

  test('leaves out a row with a cell of a million characters', async () => {
    const rows = TABLE + rowXml(3, ['x'.repeat(1_000_000), 'y']) + rowXml(4, ['Uji', 'z']);
    const read = await readAll(await workbookFile({ sheets: [{ name: 'Data', rows }] }));
    expect(read.rows).toEqual([
      ['Batu', 'Uji'],
      ['Uji', 'z'],
    ]);
    expect(read.rejects).toEqual([expect.objectContaining({ line: 3, field: 'name', remedy: expect.stringContaining('at most 32767') })]);
  });

  test('is read without being held when it is large', { timeout: 180_000 }, async () => {
    const rows = Array.from({ length: 200_000 }, (_, at) => rowXml(at + 2, [`Kota ${at * 7919}`, 'Uji'])).join('');
    const file = await workbookFile({ sheets: [{ name: 'Data', rows: rowXml(1, ['name', 'partner']) + rows }] });
    const table = await openTable(file);
    const before = process.memoryUsage().heapUsed;
    let [count, most] = [0, 0];
    for await (const _ of table.rows(() => {})) {
      count += 1;
      if (count % 10_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
    expect(count).toBe(200_000);
    expect(most).toBeLessThan(100 * 1024 * 1024);
  });
});

describe('a workbook is refused', () => {
  const parts = partsOf({ sheets: [{ name: 'Data', rows: TABLE }] });
  const SHEET = 'xl/worksheets/sheet1.xml';
  const bomb = parts[SHEET]?.replace('</sheetData>', `${' '.repeat(30_000_000)}</sheetData>`) ?? '';

  /** Says another uncompressed size of the largest part, in both places where a zip has it. */
  const lying = (zip: Uint8Array): Uint8Array => {
    const [bytes, size] = [Buffer.from(zip), Buffer.alloc(4)];
    size.writeUInt32LE(bomb.length);
    for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size, at + 1)) bytes.writeUInt32LE(5_000, at);
    return bytes;
  };

  test('before it is unpacked, when it is a bomb', async () => {
    const refusal = await refusalOf(openTable(await zipFile({ ...parts, [SHEET]: bomb })));
    expect(refusal).toMatch(/sheet1\.xml grows \d+ times when unpacked, as no sheet does \(at most 200 times\)/);
  });

  test('as soon as it is larger than it says, when it is a bomb that lies', async () => {
    const refusal = await refusalOf(openTable(await zipFile({ ...parts, [SHEET]: bomb }, lying)));
    expect(refusal).toMatch(/the workbook is damaged: .*too many bytes in the stream\. expected 5000/);
  });

  test('when a part is larger than what is accepted', async () => {
    const huge = (zip: Uint8Array): Uint8Array => {
      const [bytes, size] = [Buffer.from(zip), Buffer.alloc(4)];
      size.writeUInt32LE(parts[SHEET]?.length ?? 0);
      for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size, at + 1)) bytes.writeUInt32LE(0x7fffffff, at);
      return bytes;
    };
    expect(await refusalOf(openTable(await zipFile(parts, huge)))).toMatch(
      /has 2147483647 bytes when unpacked; at most 536870912 are accepted/,
    );
  });

  test('when it has too many parts', async () => {
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`x${at}`, '']));
    expect(await refusalOf(openTable(await zipFile({ ...parts, ...many })))).toMatch(/the zip has 2007 parts; a workbook has at most 2000/);
  });

  test('when entities in it refer to entities', async () => {
    const laughs = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${parts[SHEET]?.replace('Batu', '&b;')}`;
    expect(await refusalOf(openTable(await zipFile({ ...parts, [SHEET]: laughs })))).toMatch(/the workbook is damaged: .*entity/);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['when it is another zip', { 'readme.txt': 'x' }, /is a zip, but no Excel workbook: open it in a spreadsheet and save it as \.xlsx/],
    [
      'when it is a binary workbook',
      { '_rels/.rels': parts['_rels/.rels']?.replace('workbook.xml', 'workbook.bin') ?? '' },
      /is a binary workbook \(\.xlsb\)/,
    ],
    ['when it is a letter', { ...parts, 'xl/workbook.xml': '<document/>' }, /is a document of Office, but no workbook/],
    [
      'when it lacks a part',
      Object.fromEntries(Object.entries(parts).filter(([name]) => name !== SHEET)),
      /lacks its part xl\/worksheets\/sheet1\.xml/,
    ],
    [
      'when its XML is broken off',
      { ...parts, [SHEET]: '<worksheet><sheetData><row>' },
      /the workbook is damaged: .*Open it in a spreadsheet/,
    ],
    ['when it has no rows', { ...parts, [SHEET]: '<worksheet><sheetData/></worksheet>' }, /null : the file is empty/],
  ])('%s', async (_, other, refusal) => {
    expect(await refusalOf(openTable(await zipFile(other)))).toMatch(refusal);
  });

  test('when it is cut off', async () => {
    const file = await zipFile(parts, (zip) => zip.slice(0, zip.length - 40));
    expect(await refusalOf(openTable(file))).toMatch(/the workbook is damaged: /);
  });

  test('when its parts are encrypted', async () => {
    const encrypted = (zip: Uint8Array): Uint8Array => {
      const bytes = Buffer.from(zip);
      const entry = Buffer.from('PK\x01\x02', 'latin1');
      for (let at = bytes.indexOf(entry); at >= 0; at = bytes.indexOf(entry, at + 1)) bytes.writeUInt8(1 | bytes.readUInt8(at + 8), at + 8);
      return bytes;
    };
    expect(await refusalOf(openTable(await zipFile(parts, encrypted)))).toMatch(/is protected by a password: save it without one/);
  });

  test('when a delimiter is told', async () => {
    expect(await refusalOf(openTable(await zipFile(parts), { delimiter: ';' }))).toMatch(/is a workbook, whose cells have no delimiter/);
  });

  test('when two of its columns have one name', async () => {
    const file = await workbookFile({ sheets: [{ name: 'Data', rows: rowXml(3, ['', 'kota', 'x', 'kota']) }] });
    expect(await refusalOf(openTable(file))).toBe('3 kota: columns B and D both have this name: give each its own');
  });

  test('whatever its name is', async () => {
    expect((await readAll(await fileOf('a;b\n1;2\n', 'table.xlsx'))).rows).toEqual([['1', '2']]);
  });
});
