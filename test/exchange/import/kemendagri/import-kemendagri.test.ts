import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { checkReferences } from '../../../../src/exchange/dataset/check-references.js';
import { fileOf, refusalOf, testFolder } from '../table/files.js';
import { shippedData } from '../twinnings/tables.js';
import { importedFiles, importedRows, shippedPlaces } from './lists.js';

const folder = join(dirname(createRequire(import.meta.url).resolve('idn-area-data/package.json')), 'data');
const shippedList = (name: string) => join(folder, `${name}.csv`);

/** The shipped places, some without their Kemendagri codes. */
async function withoutCodes(...keys: readonly string[]) {
  const places = await shippedPlaces();
  return places.map((place) => (keys.includes(place.key) ? { ...place, codes: [] } : place));
}

describe('a list that the graph knows', () => {
  test('is found whole by its codes, and adds nothing', async () => {
    const { report, rejects, places, placeDetails } = await importedFiles([shippedList('provinces'), shippedList('regencies')]);
    expect(rejects).toEqual([]);
    expect(report).toEqual({
      read: 552,
      levels: { PROVINCE: 38, REGENCY: 514 },
      found: { 'its code, with the same name': 552 },
      created: {},
      completed: 0,
      doubtful: [],
      missing: [],
      leftOut: 0,
      rejected: 0,
    });
    expect([...places, ...placeDetails]).toEqual([]);
  });

  test('may have names in capitals, short forms and no points', async () => {
    const { report, rejects } = await importedRows([
      '31,DKI JAKARTA',
      '34,D.I. YOGYAKARTA',
      '3101,KAB. ADM. KEP. SERIBU',
      '3171,KOTA ADM. JAKARTA PUSAT',
      '3573,KOTA MALANG',
      '3507,KAB. MALANG',
      '9203,KAB. FAKFAK',
    ]);
    expect(rejects).toEqual([]);
    expect(report.doubtful).toEqual([]);
    expect(report.found).toEqual({ 'its code, with the same name': 7 });
  });

  test('may be a sheet of a workbook, in which a code that lost its zero is rejected', async () => {
    const file = join(await testFolder(), 'kode.xlsx');
    const text = (value: string) => ({ value, type: String });
    await writeExcelFile([
      [text('Kode Wilayah'), text('Nama Wilayah')],
      [text('35'), text('JAWA TIMUR')],
      [{ value: 35.7, type: Number }, text('KOTA UJI')],
      [{ value: 35.73, type: Number }, text('KOTA MALANG')],
    ]).toFile(file);
    const { report, rejects } = await importedFiles([file]);
    expect(report).toMatchObject({ read: 3, found: { 'its code, with the same name': 2 }, rejected: 1 });
    expect(rejects).toEqual([
      {
        file,
        line: 3,
        field: 'Kode Wilayah',
        value: '35.7',
        reason: expect.stringMatching(/a digit is lacking/),
        remedy: 'format the column as text and write the code anew',
      },
    ]);
  });
});

describe('codes', () => {
  test('complete known places of the name and level, with the time for which they hold', async () => {
    const places = await withoutCodes('id-kota-malang');
    const { placeDetails, report } = await importedRows(['35.73,KOTA MALANG'], { from: '2022-11' }, places);
    expect(placeDetails).toEqual([
      expect.objectContaining({
        key: 'id-kota-malang',
        codes: [{ scheme: 'KEMENDAGRI', value: '35.73', from: '2022-11' }],
        cites: [expect.objectContaining({ source: 'kemendagri-list', at: '35.73' })],
      }),
    ]);
    expect(report).toMatchObject({ completed: 1, found: { 'its name and level, in the same larger area': 1 } });
  });

  test('of a kota never go to the kabupaten of its name', async () => {
    const { placeDetails, places } = await importedRows(['35.73,KOTA MALANG'], {}, await withoutCodes('id-kabupaten-malang'));
    expect([...placeDetails, ...places]).toEqual([]);
  });

  test('that are those of another area are doubtful, and nothing is overwritten', async () => {
    const { places, placeDetails, report } = await importedRows(['92.71,KOTA SORONG', '35.73,KOTA LAIN']);
    expect([...places, ...placeDetails]).toEqual([]);
    expect(report.doubtful).toEqual([
      expect.stringMatching(/^35\.73 KOTA LAIN: the code is that of Kota Malang \(id-kota-malang\)/),
      '92.71 KOTA SORONG: the same name has Kota Sorong (id-kota-sorong) in another province',
    ]);
  });

  test('that hold no longer go to the area that moved to another province', async () => {
    const { placeDetails, report } = await importedRows(['92.71,KOTA SORONG'], { until: '2022-12' });
    expect(placeDetails).toMatchObject([{ key: 'id-kota-sorong', codes: [{ value: '92.71', until: '2022-12' }] }]);
    expect(report.found).toEqual({ 'its name and level, in another province, by a code that holds no longer': 1 });
  });

  test('that differ from the one that a place has are doubtful where no time is said', async () => {
    const other = await importedRows(['35.99,KOTA MALANG']);
    expect(other.report.doubtful).toEqual([expect.stringMatching(/has the code 35\.73: say from when or until when/)]);
    expect(other.placeDetails).toEqual([]);
    const dated = await importedRows(['35.99,KOTA MALANG'], { from: '2030' });
    expect(dated.placeDetails).toMatchObject([{ key: 'id-kota-malang', codes: [{ value: '35.99', from: '2030' }] }]);
  });

  test('that are there twice are left out: once where the rows agree, wholly where they do not', async () => {
    const { rejects, report } = await importedRows(['35.98,KOTA UJI', '35.73,KOTA MALANG', '35.73,KOTA MALANG', '35.98,KOTA LAIN']);
    expect(rejects.map(({ line, value, reason }) => `${line} ${value}: ${reason}`).sort()).toEqual([
      '2 35.98: the code is also that of KOTA LAIN in line 5',
      '4 35.73: the code is there already, in line 3',
      '5 35.98: the code is also that of KOTA UJI in line 2',
    ]);
    expect(report).toMatchObject({ read: 4, rejected: 3, created: {} });
  });

  test('of BPS are refused as a whole', async () => {
    const rows = [
      '1101,KAB. SIMEULUE',
      '1102,KAB. ACEH SINGKIL',
      '1103,KAB. ACEH SELATAN',
      '1104,KAB. ACEH TENGGARA',
      '1105,KAB. ACEH TIMUR',
    ];
    expect(await refusalOf(importedRows(rows))).toMatch(/the 5 that are known are those of other areas here.*they look like codes of BPS/);
  });

  test.each([
    ['35.7,X', /a digit is lacking/],
    ['"35,73",X', /a comma for the point/],
    ['1101010,X', /seven digits are a code of BPS/],
    ['11.01.40001,Pulau Batukapal', /no Kemendagri code/],
    ['05.01,X', /no Kemendagri code/],
    ['35.99,', /no name/],
    ['99.01,KAB. X', /it lies in 99, which is neither known nor in the list/],
  ])('or names that are wrong in %s are rejected, and the rest goes on', async (row, reason) => {
    const { rejects, report } = await importedRows([row, '35.73,KOTA MALANG']);
    expect(rejects).toEqual([expect.objectContaining({ line: 2, reason: expect.stringMatching(reason) })]);
    expect(report).toMatchObject({ read: 2, rejected: 1, found: { 'its code, with the same name': 1 } });
  });
});

describe('areas that are not known', () => {
  test('become places, with what they are called and where they are', async () => {
    const { places, report } = await importedRows(
      ['35.80,KOTA ADM. KEP. UJI', '35.70.01.1001,SUKA MAJU II', '35.70,KAB. UJI BARU', '35.70.01,UJI KIDUL', '35.70.01.2002,Ujung Ds'],
      { level: 'VILLAGE' },
    );
    expect(places.map(({ key, kind, designation, name, partOf }) => [key, kind, designation, name, partOf])).toEqual([
      ['id-kabupaten-uji-baru', 'REGENCY', 'kabupaten', 'Kabupaten Uji Baru', 'id-ji'],
      ['id-kota-administrasi-kepulauan-uji', 'CITY', 'kota administrasi', 'Kota Administrasi Kepulauan Uji', 'id-ji'],
      ['id-kecamatan-35-70-01-uji-kidul', 'DISTRICT', 'kecamatan', 'Uji Kidul', 'id-kabupaten-uji-baru'],
      ['id-kelurahan-35-70-01-1001-suka-maju-ii', 'VILLAGE', 'kelurahan', 'Suka Maju II', 'id-kecamatan-35-70-01-uji-kidul'],
      ['id-desa-35-70-01-2002-ujung-ds', 'VILLAGE', 'desa', 'Ujung Ds', 'id-kecamatan-35-70-01-uji-kidul'],
    ]);
    expect(places[0]).toMatchObject({
      codes: [{ scheme: 'KEMENDAGRI', value: '35.70' }],
      cites: [{ source: 'kemendagri-list', at: '35.70', basis: 'STATED' }],
    });
    expect(report).toMatchObject({ created: { CITY: 1, DISTRICT: 1, REGENCY: 1, VILLAGE: 2 }, read: 5, rejected: 0 });
  });

  test('are left out where they are smaller than what was asked for', async () => {
    const { places, report } = await importedRows(['35.70,KAB. UJI', '35.70.01,UJI KIDUL', '35.70.01.1001,SUKA']);
    expect(places.map(({ key }) => key)).toEqual(['id-kabupaten-uji']);
    expect(report).toMatchObject({ read: 3, leftOut: 2, rejected: 0, levels: { REGENCY: 1, DISTRICT: 1, VILLAGE: 1 } });
  });

  test('need the larger area in which they are', async () => {
    const { places, rejects } = await importedRows(['35.73.09.1001,SUKA', '35.75,KOTA BUKAN', '35.75.01,UJI'], { level: 'VILLAGE' });
    expect(places).toEqual([]);
    expect(rejects.map(({ value, reason, remedy }) => `${value}: ${reason}; ${remedy}`)).toEqual([
      '35.75.01: what 35.75 is, in which it lies, is doubtful; settle 35.75 first',
      '35.73.09.1001: it lies in 35.73.09, which is neither known nor in the list; add the row of 35.73.09, or import the list of those areas with it',
    ]);
  });

  test('are no places where the list holds no longer', async () => {
    const { places, report } = await importedRows(['35.70,KAB. UJI'], { until: '2000' });
    expect(places).toEqual([]);
    expect(report.doubtful).toEqual(['35.70 KAB. UJI: no such area is known, and the codes of the list hold no longer']);
  });

  test('get the same records in any order of the rows', async () => {
    const rows = [
      '35.70,KAB. UJI',
      '35.70.01,UJI KIDUL',
      '35.70.02,UJI LOR',
      '35.70.01.1001,SUKA',
      '35.98,KOTA A',
      '35.98,KOTA B',
      '35.75,KOTA X',
    ];
    const { rejects, files, ...first } = await importedRows(rows, { level: 'VILLAGE' });
    const { rejects: others, files: otherFiles, ...second } = await importedRows(rows.toReversed(), { level: 'VILLAGE' });
    expect(second).toEqual(first);
    expect(others).toHaveLength(rejects.length);
    expect(otherFiles).not.toEqual(files);
  });

  test('complete a village whose kecamatan is not known, unless two bear its name', async () => {
    const rows = ['51.04.05,UBUD', '51.04.05.2002,MAS'];
    const one = await importedRows(rows, { level: 'VILLAGE' });
    expect(one.placeDetails).toMatchObject([{ key: 'id-desa-mas', codes: [{ value: '51.04.05.2002' }] }]);
    const two = await importedRows([...rows, '51.04.06,PAYANGAN', '51.04.06.2009,DESA MAS'], { level: 'VILLAGE' });
    expect(two.placeDetails).toEqual([]);
    expect(two.report.doubtful).toEqual([
      '51.04.05.2002 MAS: 51.04.06.2009 DESA MAS may be Desa Mas (id-desa-mas) as well',
      '51.04.06.2009 DESA MAS: 51.04.05.2002 MAS may be Desa Mas (id-desa-mas) as well',
    ]);
  });
});

describe('places that a list lacks', () => {
  test('are reported in the provinces that it has', async () => {
    const { report } = await importedRows([
      '34,DI YOGYAKARTA',
      '34.01,KAB. KULON PROGO',
      '34.71,KOTA YOGYAKARTA',
      '34.03,KAB. GUNUNGKIDUL',
    ]);
    expect(report.missing).toEqual(['34.02 Kabupaten Bantul (id-kabupaten-bantul)', '34.04 Kabupaten Sleman (id-kabupaten-sleman)']);
  });
});

test('columns of idn-area-data that contradict the code are rejected', async () => {
  const file = await fileOf('code,province_code,name\n35.73,34,Kota Malang\n35.79,35,Kota Batu\n');
  const { rejects, report } = await importedFiles([file]);
  expect(rejects).toMatchObject([{ line: 2, field: 'province_code', value: '34', reason: 'it is not the beginning of the code 35.73' }]);
  expect(report.found).toEqual({ 'its code, with the same name': 1 });
});

test('a table without a column of codes is refused with what is accepted', async () => {
  const reason = await refusalOf(importedFiles([await fileOf('nomor,nama\n35,Jawa Timur\n')]));
  expect(reason).toMatch(/no column is the code; accepted are kode, code.*The columns are nomor, nama/);
  expect((await importedFiles([await fileOf('nomor,nama\n35,Jawa Timur\n')], { columns: { code: 'nomor' } })).rejects).toEqual([]);
});

test('all the kecamatan and desa of Indonesia become places whose references and keys hold', { timeout: 60_000 }, async () => {
  const files = ['provinces', 'regencies', 'districts', 'villages'].map(shippedList);
  const { places, sources, placeDetails, report, rejects } = await importedFiles(files, { level: 'VILLAGE' });
  const { data } = await shippedData();
  expect(rejects).toEqual([]);
  expect(report.created.DISTRICT).toBeGreaterThan(7_000);
  expect(report.created.VILLAGE).toBeGreaterThan(80_000);
  const all = {
    ...data,
    sources: [...data.sources, ...sources],
    places: [...data.places, ...places],
    placeDetails: [...data.placeDetails, ...placeDetails],
  };
  expect(checkReferences({ data: all, origins: new WeakMap(), contents: [] })).toEqual([]);
});
