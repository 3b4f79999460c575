import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { openSheet } from '../../../../src/exchange/import/sheet/open-sheet.js';
import { refusalOf, testFolder } from '../table/files.js';
import { rowXml, workbookFile } from '../table/workbooks.js';
import { readFile, readSheet, rowOf, sheetOf } from './sheets.js';

const NOBODY = { country: null, province: null, level: null, usualLevel: null, codes: [], location: null };

describe('a sheet', () => {
  test('in Indonesian is understood', async () => {
    const { statements, rejects } = await readSheet(
      [
        'No;Provinsi;Kabupaten/Kota;Kota Mitra;Negara;Jenis Kerja Sama;Tahap;Tanggal;Bidang;Sumber;Tautan;Keterangan',
        '1;Jawa Timur;Kota Batu;Uji;Jepang;Kota Kembar;MoU;14 Februari 2019;Pendidikan, Pariwisata;Harian Uji;https://example.org/a;ditandatangani di Uji',
        '2;Bali;Kota Denpasar;Toyama;Jepang;;Penjajakan;1990-an;;;;',
        '3;;;;;;;;;;;',
      ].join('\r\n'),
    );
    expect(rejects).toEqual([]);
    expect(statements).toEqual([
      {
        file: expect.any(String),
        line: 2,
        at: 'row 2',
        parties: [
          { ...NOBODY, name: 'Kota Batu', province: 'Jawa Timur' },
          { ...NOBODY, name: 'Uji', country: 'Jepang' },
        ],
        kind: 'SISTER_CITY',
        title: null,
        steps: [{ stage: 'SIGNED', date: '2019-02-14' }],
        validity: null,
        sectors: ['Pendidikan', 'Pariwisata'],
        source: {
          title: 'Harian Uji',
          publisher: null,
          kind: null,
          url: 'https://example.org/a',
          published: null,
          language: null,
          licence: null,
        },
        confidence: null,
        note: 'ditandatangani di Uji',
      },
      expect.objectContaining({
        line: 3,
        kind: null,
        steps: [{ stage: 'EXPLORATION', date: '199X' }],
        validity: null,
        sectors: [],
        source: null,
        note: null,
      }),
    ]);
  });

  test('may have a title and blank lines above its header, and headers that people shorten', async () => {
    const { statements, rejects } = await readSheet(
      [
        'DAFTAR KERJA SAMA, 2024;;;;',
        ';;;;',
        'Nama Daerah;Mitra Luar Negeri;Negara;Tgl MoU;Naskah',
        'Kota Batu;Uji;Jepang;14-02-2019;MoU',
      ].join('\n'),
    );
    expect(rejects).toEqual([]);
    expect(statements).toMatchObject([
      { line: 4, parties: [{ name: 'Kota Batu' }, { name: 'Uji', country: 'Jepang' }], steps: [{ stage: 'SIGNED', date: '2019-02-14' }] },
    ]);
  });

  test('in English is understood, with all that can be said of both parties', async () => {
    const { statements } = await readSheet(
      [
        'Party A,Level A,Country A,Kemendagri code A,Wikidata A,GeoNames A,Lat A,Lng A,Party B,Partner level,Partner country,Partner province,QID B,Kind,Title,Stage,Year,Confidence',
        'Probolinggo,kota,Indonesia,35.74,Q10476,1630634,"-7,75",113.2,Luderitz,city,NA,Karas,https://www.wikidata.org/wiki/Q4321,sister city,A twin,signed,2019,high',
      ].join('\n'),
    );
    expect(statements).toEqual([
      expect.objectContaining({
        parties: [
          {
            name: 'Probolinggo',
            country: 'Indonesia',
            province: null,
            level: 'CITY',
            usualLevel: null,
            codes: [
              { scheme: 'KEMENDAGRI', value: '35.74' },
              { scheme: 'WIKIDATA', value: 'Q10476' },
              { scheme: 'GEONAMES', value: '1630634' },
            ],
            location: { latitude: -7.75, longitude: 113.2 },
          },
          { ...NOBODY, name: 'Luderitz', country: 'NA', province: 'Karas', level: 'CITY', codes: [{ scheme: 'WIKIDATA', value: 'Q4321' }] },
        ],
        title: { en: 'A twin', id: undefined },
        steps: [{ stage: 'SIGNED', date: '2019' }],
        confidence: 'HIGH',
      }),
    ]);
  });

  test('may be a workbook, with days and codes as cells', async () => {
    const file = join(await testFolder(), 'agreements.xlsx');
    const texts = (...values: string[]) => values.map((value) => ({ value }));
    await writeExcelFile([
      texts('Nama Daerah', 'Kode Kemendagri', 'Mitra', 'Tanggal MoU'),
      [{ value: 'Kota Probolinggo' }, { value: 35.74 }, { value: 'Uji' }, { value: new Date(Date.UTC(2019, 1, 14)), format: 'mmmm yyyy' }],
      [{ value: 'Kota Batu' }, { value: 35.7 }, { value: 'Uji' }, null],
    ]).toFile(file);
    const { statements, rejects } = await readFile(file);
    expect(statements).toMatchObject([
      { line: 2, parties: [{ codes: [{ scheme: 'KEMENDAGRI', value: '35.74' }] }, {}], steps: [{ stage: 'SIGNED', date: '2019-02' }] },
    ]);
    expect(rejects).toEqual([
      {
        file,
        line: 3,
        field: 'Kode Kemendagri',
        value: '35.7',
        reason: 'a digit is lacking: a spreadsheet takes 35.70 for a number and drops its 0',
        remedy: 'format the column as text and write the code anew',
      },
    ]);
  });

  test('says which column was taken for what, and which ones are left aside', async () => {
    const { columns, leftAside } = await sheetOf('No,Daerah,Mitra,Ibu kota,Negara\n');
    expect([...columns]).toEqual([
      ['partyA', 'Daerah'],
      ['partyB', 'Mitra'],
      ['countryB', 'Negara'],
    ]);
    expect(leftAside).toEqual(['No', 'Ibu kota']);
  });

  test('may be of one place, which it does not name', async () => {
    const { statements } = await readSheet('Mitra,Negara\nUji,Jepang\n', {
      defaults: { partyA: 'Kota Batu', countryA: 'Indonesia', kemendagriA: '35.79' },
    });
    expect(statements[0]?.parties[0]).toEqual({
      ...NOBODY,
      name: 'Kota Batu',
      country: 'Indonesia',
      codes: [{ scheme: 'KEMENDAGRI', value: '35.79' }],
    });
  });
});

describe('a sheet is refused', () => {
  test.each([
    [
      'without a column for a party',
      'Daerah,Negara\n',
      {},
      /no column is recognised as partyB \(as pihak 2, .* would be\); name it in the mapping.*headerLine.* The columns, named in line 1, are Daerah, Negara$/,
    ],
    [
      'when two columns are for one field',
      'Daerah,Mitra,Kota mitra\n',
      {},
      /both “Mitra” and “Kota mitra” look like partyB; say in the mapping which it is, as in columns: \{ partyB: Mitra \}\. The columns/,
    ],
    [
      'when the mapping names another column',
      'Daerah,Mitra\n',
      { columns: { stage: 'Tahapan' } },
      /the mapping says that stage is in the column “Tahapan”, which is not there\. The columns, named in line 1, are Daerah, Mitra$/,
    ],
  ] as const)('%s', async (_, text, mapping, refusal) => {
    expect(await refusalOf(sheetOf(text, mapping))).toMatch(refusal);
  });

  test('with what the line lacks that comes closest to naming the columns', async () => {
    expect(await refusalOf(sheetOf('Rekapitulasi;;\n;;\nNama Daerah;Sahabat;Negara\nKota Batu;Uji;Jepang\n'))).toMatch(
      /no column is recognised as partyB .* The columns, named in line 3, are Nama Daerah, Sahabat, Negara$/,
    );
  });

  test('with the names of the other sheets of its workbook, of which one may be meant', async () => {
    const file = await workbookFile({
      sheets: [
        { name: 'Ringkasan', rows: rowXml(1, ['Jumlah', 'Negara']) },
        { name: 'Daftar', rows: rowXml(1, ['Daerah', 'Mitra']) },
        { name: 'Lama', rows: '', state: 'hidden' },
      ],
    });
    expect(await refusalOf(openSheet(file))).toMatch(
      /The columns, named in line 1, are Jumlah, Negara, in the sheet Ringkasan; there is also Daftar, and the mapping says which it is, as in sheet: Daftar$/,
    );
  });
});

describe('a mapping', () => {
  test('tells which column is what, and overrules its name', async () => {
    const { columns } = await sheetOf('Kota,Mitra,Sister,Status,Tahap\n', {
      columns: { partyA: 'Mitra', partyB: 'Sister', stage: 'Tahap', note: '' },
    });
    expect(Object.fromEntries(columns)).toEqual({ partyA: 'Mitra', partyB: 'Sister', stage: 'Tahap' });
  });

  test('tells what holds where a row says nothing', async () => {
    const mapping = { defaults: { countryA: 'Indonesia', stage: 'SIGNED', confidence: 'sedang' } };
    expect(await rowOf({ stage: '-', date: '2019' }, mapping)).toMatchObject({
      parties: [{ country: 'Indonesia' }, { country: null }],
      steps: [{ stage: 'SIGNED', date: '2019' }],
      confidence: 'MEDIUM',
    });
    expect(await rowOf({ stage: 'LoI' }, mapping)).toMatchObject({ steps: [{ stage: 'LETTER_OF_INTENT', date: null }] });
  });

  test('has a level for rows that tell none, which is told from one that a row states', async () => {
    const mapping = { defaults: { levelA: 'kota' }, columns: { levelA: 'Tingkat' } };
    expect(await rowOf({ Tingkat: '' }, mapping)).toMatchObject({ parties: [{ level: null, usualLevel: 'CITY' }, { usualLevel: null }] });
    expect(await rowOf({ Tingkat: 'kabupaten' }, mapping)).toMatchObject({ parties: [{ level: 'REGENCY', usualLevel: null }, {}] });
  });

  test('tells what words stand for, whatever their case and punctuation', async () => {
    const mapping = { values: { stage: { Aktif: 'IMPLEMENTATION', 'Ter-daftar': '' } }, defaults: { stage: 'SIGNED' } };
    expect(await rowOf({ stage: 'AKTIF' }, mapping)).toMatchObject({ steps: [{ stage: 'IMPLEMENTATION' }] });
    expect(await rowOf({ stage: 'ter daftar', date: '2018' }, mapping)).toMatchObject({ steps: [] });
    expect(await rowOf({ stage: 'aktif sekali' }, mapping)).toMatchObject({ field: 'stage', reason: 'the word is not known' });
  });

  test('tells what the sheet is as a source, which rows cite that name none', async () => {
    const mapping = { source: { title: 'Daftar', publisher: 'Pemkot', language: 'id', published: '14 Februari 2019' } };
    const { told } = await readSheet('Daerah,Mitra\nBatu,Uji\n', mapping);
    expect(told).toEqual({ title: 'Daftar', publisher: 'Pemkot', language: 'id', published: '2019-02-14' });
    expect(await rowOf({ sourceTitle: '' }, mapping)).toMatchObject({ source: null });
    expect(await rowOf({ sourceUrl: 'https://example.org/x' }, mapping)).toMatchObject({
      source: { title: 'https://example.org/x', url: 'https://example.org/x', publisher: null },
    });
  });

  test('tells the order of dates, the delimiter and the header', async () => {
    const { statements } = await readSheet('DAFTAR\n\nDaerah;Mitra, lengkap, benar;MoU\nBatu;Uji;02/14/2019\n', {
      dateOrder: 'MDY',
      delimiter: ';',
      headerLine: 3,
      columns: { partyB: 'Mitra, lengkap, benar' },
    });
    expect(statements).toMatchObject([{ line: 4, steps: [{ stage: 'SIGNED', date: '2019-02-14' }] }]);
  });
});

describe('a row', () => {
  test.each([
    ['penjajakan', 'EXPLORATION'],
    ['LoI', 'LETTER_OF_INTENT'],
    ['Letter of Intent', 'LETTER_OF_INTENT'],
    ['Pernyataan Kehendak Kerja Sama', 'LETTER_OF_INTENT'],
    ['Persetujuan DPRD', 'COUNCIL_APPROVAL'],
    ['MoU', 'SIGNED'],
    ['Memorandum Saling Pengertian', 'SIGNED'],
    ['Perpanjangan', 'RENEWED'],
    ['Berakhir', 'EXPIRED'],
    ['tidak aktif', 'DORMANT'],
    ['FULL_POWERS', 'FULL_POWERS'],
  ])('may be at the stage %s', async (stage, found) => {
    expect(await rowOf({ stage })).toMatchObject({ steps: [{ stage: found, date: null }] });
  });

  test.each([
    ['Sister Province', 'SISTER_PROVINCE'],
    ['kabupaten kembar', 'SISTER_REGENCY'],
    ['KSDD', 'DOMESTIC'],
    ['KSDPL', 'COOPERATION'],
    ['Kota Bersaudara', 'SISTER_CITY'],
  ])('may be of the kind %s', async (kind, found) => {
    expect(await rowOf({ kind })).toMatchObject({ kind: found });
  });

  test('may tell of several steps', async () => {
    expect(await rowOf({ intentDate: '2017', signedDate: '2019-02-14', stage: 'MoU' })).toMatchObject({
      steps: [
        { stage: 'LETTER_OF_INTENT', date: '2017' },
        { stage: 'SIGNED', date: '2019-02-14' },
      ],
    });
    expect(await rowOf({ signedDate: '2014', stage: 'perpanjangan', date: '2019' })).toMatchObject({
      steps: [
        { stage: 'SIGNED', date: '2014' },
        { stage: 'RENEWED', date: '2019' },
      ],
    });
  });

  test('may have been signed before what it is at now', async () => {
    expect(await rowOf({ signedDate: '1999', stage: 'LoI', date: '2021' })).toMatchObject({
      steps: [
        { stage: 'SIGNED', date: '1999' },
        { stage: 'LETTER_OF_INTENT', date: '2021' },
      ],
    });
    expect(await rowOf({ signedDate: '1999', stage: 'tidak aktif' })).toMatchObject({
      steps: [
        { stage: 'SIGNED', date: '1999' },
        { stage: 'DORMANT', date: null },
      ],
    });
  });

  test.each([
    ['LoI', { stage: 'LETTER_OF_INTENT', date: '2018-07-09' }],
    ['penjajakan', { stage: 'EXPLORATION', date: '2018-07-09' }],
    ['perpanjangan', { stage: 'RENEWED', date: '2018-07-09' }],
  ])('dates the stage %s by the day of signing, where that is the only day it has', async (stage, step) => {
    expect(await rowOf({ signedDate: '9 Juli 2018', stage })).toMatchObject({
      steps: [{ ...step, inferred: 'The date stands in the column “signedDate”.' }],
    });
  });

  test.each([
    ['2024-12-31', 'Berakhir', 'EXPIRED', '../2024-12-31'],
    ['2024', 'tidak aktif', 'DORMANT', '../2024'],
    ['2024', 'IMPLEMENTATION', 'IMPLEMENTATION', '../2024'],
    ['1998', 'Berakhir', 'EXPIRED', null],
  ])('of a sheet that holds for %s tells of the stage %s by then, and not before the signing', async (statedOn, stage, found, date) => {
    expect(await rowOf({ signedDate: '1999', stage }, { statedOn })).toMatchObject({
      steps: [
        { stage: 'SIGNED', date: '1999' },
        { stage: found, date },
      ],
    });
  });

  test('holds for when its source was published, where nothing else is said', async () => {
    const source = { title: 'A list', published: '2023-06' };
    const stated = (date: string) => ({ steps: [{ stage: 'SIGNED' }, { stage: 'EXPIRED', date }] });
    expect(await rowOf({ signedDate: '1999', stage: 'berakhir' }, { source })).toMatchObject(stated('../2023-06'));
    expect(await rowOf({ signedDate: '1999', stage: 'berakhir' }, { source, statedOn: '2024' })).toMatchObject(stated('../2024'));
  });

  test('tells by its kind that its parties are provinces', async () => {
    const mapping = { defaults: { levelB: 'city' } };
    expect(await rowOf({ kind: 'Sister Province' }, mapping)).toMatchObject({
      parties: [{ usualLevel: 'PROVINCE' }, { usualLevel: 'PROVINCE' }],
    });
    expect(await rowOf({ kind: 'Sister City' }, mapping)).toMatchObject({ parties: [{ usualLevel: null }, { usualLevel: 'CITY' }] });
  });

  test('may have the address of its source where the title would be', async () => {
    expect(await rowOf({ sourceTitle: 'https://example.org/a' })).toMatchObject({
      source: { title: 'https://example.org/a', url: 'https://example.org/a' },
    });
  });

  test('has sectors between semicolons, or between commas where there are none', async () => {
    expect(await rowOf({ sectors: 'UMKM, kecil; Pendidikan ;-; Pendidikan' })).toMatchObject({ sectors: ['UMKM, kecil', 'Pendidikan'] });
    expect(await rowOf({ sectors: 'Budaya,Pariwisata' })).toMatchObject({ sectors: ['Budaya', 'Pariwisata'] });
  });

  test.each(['', '-', '–', 'n/a', '#N/A', 'tidak ada', 'Nihil'])('says nothing with “%s”', async (nothing) => {
    expect(await rowOf({ countryB: nothing, date: nothing, stage: nothing, note: nothing })).toMatchObject({
      parties: [{}, { country: null }],
      steps: [],
      note: null,
    });
  });

  test('means Namibia with NA', async () => {
    expect(await rowOf({ countryB: 'NA' })).toMatchObject({ parties: [{}, { country: 'NA' }] });
  });

  test.each([
    [{ partyB: '-' }, 'partyB', 'the row names no party B'],
    [{ stage: 'MoU', date: '31 Juni 2019' }, 'date', 'it is not a date: there is no 2019-06-31'],
    [
      { stage: 'penjajakan', intentDate: '2018', signedDate: '2019' },
      'signedDate',
      /one of signing, and is at a stage that comes before signing$/,
    ],
    [{ stage: 'MoU', date: '02/14/2019' }, 'date', /there is no month 14, .* say dateOrder: MDY/],
    [{ stage: 'MoU', date: '2019-02-14', year: '2018' }, 'year', 'the row has the date 2019-02-14 and the year 2018'],
    [{ date: '2019' }, 'date', 'the row does not say which step was reached then'],
    [{ stage: 'hampir' }, 'stage', 'the word is not known'],
    [{ kind: 'twin' }, 'kind', 'the word is not known'],
    [{ levelB: 'planet' }, 'levelB', 'the word is not known'],
    [{ confidence: '7' }, 'confidence', 'the word is not known'],
    [{ kemendagriA: '3574' }, 'kemendagriA', /may be a code of BPS/],
    [{ kemendagriA: '35,74' }, 'kemendagriA', /took it for a number/],
    [{ kemendagriA: 'Jawa' }, 'kemendagriA', 'it is no Kemendagri code'],
    [{ qidB: '10476' }, 'qidB', 'it is no item of Wikidata'],
    [{ geonamesB: 'Q1' }, 'geonamesB', 'it is no id of GeoNames'],
    [{ latitudeA: '91', longitudeA: '1' }, 'latitudeA', 'these are no degrees'],
    [{ latitudeA: '', longitudeA: '1' }, 'latitudeA', 'it is empty beside the other of the two'],
    [{ sourceUrl: 'javascript:alert(1)' }, 'sourceUrl', 'it is not one address'],
    [{ sourceUrl: 'https://example.org/a; https://example.org/b' }, 'sourceUrl', 'it is not one address'],
    [{ note: 'x'.repeat(1001) }, 'note', 'it has 1001 characters'],
  ] as const)('is left out as a whole with %o', async (cells, field, reason) => {
    const reject = await rowOf(cells);
    expect(reject).toMatchObject({ line: 2, field, reason: expect.stringMatching(reason), remedy: expect.stringMatching(/./) });
  });

  test('is left out with everything that is wrong in it, and the others are not', async () => {
    const { statements, rejects } = await readSheet('Daerah,Mitra,Tahap,Tanggal\n,-,maybe,soon\nBatu,Uji,MoU,2019\n');
    expect(statements).toMatchObject([{ line: 3 }]);
    expect(rejects.map(({ line, field, value }) => [line, field, value])).toEqual([
      [2, 'Daerah', ''],
      [2, 'Mitra', '-'],
      [2, 'Tahap', 'maybe'],
      [2, 'Tanggal', 'soon'],
    ]);
    expect(rejects[2]?.remedy).toContain('SIGNED (MoU)');
    expect(rejects[3]?.remedy).toContain('14 Februari 2019');
  });
});
