import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checkReferences } from '../../../../src/exchange/dataset/check-references.js';
import type { PlaceRecord } from '../../../../src/exchange/format/records.js';
import { shippedPlaces } from '../kemendagri/lists.js';
import { fileOf, refusalOf, testFolder } from '../table/files.js';
import { shippedData } from '../twinnings/tables.js';
import { type DumpRow, dumpLine, imported, importedFiles } from './dumps.js';

// Ids, coordinates, codes and populations below are those of GeoNames (https://www.geonames.org/, CC BY 4.0), but for the
// places named Uji, which are made up.
const BANDUNG: DumpRow = {
  id: 1650357,
  name: 'Bandung',
  alternates: 'BDO,Bandoeng,Kota Bandung',
  at: [-6.92222, 107.60694],
  feature: 'P.PPLA',
  admin: 'ID.30',
  population: 2528163,
};
const KOTA_BANDUNG: DumpRow = { id: 1650356, name: 'Kota Bandung', at: [-6.9175, 107.6191], feature: 'A.ADM2', admin: 'ID.30.3273' };
const ADMIN1 = ['ID.30\tWest Java\tWest Java\t1642672', 'ID.08\tEast Java\tEast Java\t1642668', 'NA.21\tKhomas\tKhomas\t3371199'];

/** The shipped places; some of them bare of what the rows tell. */
async function placesWithBare(...keys: readonly string[]): Promise<PlaceRecord[]> {
  return (await shippedPlaces()).map((place) => {
    if (!keys.includes(place.key)) return place;
    const { location: _location, population: _population, ...rest } = place;
    return { ...rest, codes: place.codes.filter(({ scheme }) => scheme === 'KEMENDAGRI') };
  });
}

const importedOn = async (bare: readonly string[], rows: readonly (DumpRow | string)[], more: object = {}, options = {}) =>
  imported({ rows, admin1: ADMIN1, ...more }, await placesWithBare(...bare), options);

describe('a known place', () => {
  test('is found by its name in its province, and gets its id, where it lies and how many live there', async () => {
    const { placeDetails, report, places, sources } = await importedOn(['id-kota-bandung'], [BANDUNG]);
    expect(places).toEqual([]);
    expect(placeDetails).toEqual([
      expect.objectContaining({
        key: 'id-kota-bandung',
        codes: [{ scheme: 'GEONAMES', value: '1650357' }],
        location: { latitude: -6.92222, longitude: 107.60694 },
        population: 2528163,
      }),
    ]);
    expect(placeDetails[0]?.cites.map(({ source, at, field }) => [source, at, field])).toEqual([
      ['geonames-dump', '1650357', undefined],
      ['geonames-dump', '1650357', 'location'],
      ['geonames-dump', '1650357', 'population'],
    ]);
    expect(sources).toMatchObject([{ key: 'geonames-dump', licence: 'CC BY 4.0' }]);
    expect(report).toMatchObject({ read: 1, selected: 1, completed: 1, found: { 'its name, in the same first-level subdivision': 1 } });
  });

  test('is found by its id, whatever the row calls it, and keeps what it has', async () => {
    const places = (await placesWithBare('id-kota-bandung')).map((place) =>
      place.key === 'id-kota-bandung' ? { ...place, codes: [{ scheme: 'GEONAMES' as const, value: '1650357' }], population: 5 } : place,
    );
    const { placeDetails, report } = await imported({ rows: [{ ...BANDUNG, name: 'Parijs van Java' }] }, places);
    expect(report.found).toEqual({ 'its GeoNames id': 1 });
    expect(placeDetails).toMatchObject([{ codes: [], otherNames: [{ text: 'Parijs van Java', kind: 'ALIAS' }] }]);
    expect(placeDetails[0]?.population).toBeUndefined();
  });

  test('that is a row as a populated place and another as an area gets the first, and the second is told', async () => {
    const both = await importedOn(['id-kota-bandung'], [KOTA_BANDUNG, BANDUNG], {}, { create: {} });
    expect(both.placeDetails).toMatchObject([{ key: 'id-kota-bandung', codes: [{ value: '1650357' }] }]);
    expect(both.places).toEqual([]);
    expect(both.report.besides).toEqual(['1650356 Kota Bandung (ADM2) beside 1650357 Bandung (PPLA) → id-kota-bandung']);
    const area = await importedOn(['id-kota-bandung'], [KOTA_BANDUNG]);
    expect(area.placeDetails).toMatchObject([{ key: 'id-kota-bandung', codes: [{ value: '1650356' }] }]);
  });

  test('that is a kabupaten is not its seat', async () => {
    const seat: DumpRow = { id: 1, name: 'Bandung', feature: 'P.PPLA2', admin: 'ID.30' };
    const area: DumpRow = { id: 2, name: 'Kabupaten Bandung', feature: 'A.ADM2', admin: 'ID.30.3204' };
    const { placeDetails } = await importedOn(['id-kota-bandung', 'id-kabupaten-bandung'], [seat, area]);
    expect(placeDetails.map(({ key, codes }) => [key, codes[0]?.value])).toEqual([
      ['id-kabupaten-bandung', '2'],
      ['id-kota-bandung', '1'],
    ]);
  });

  test('is none of several rows of its name, unless one alone has people or a government', async () => {
    const hamlets: DumpRow[] = [8, 9].map((id) => ({ id, name: 'Bandung', admin: 'ID.30' }));
    const unclear = await importedOn(['id-kota-bandung'], hamlets, {}, { create: {} });
    expect([...unclear.placeDetails, ...unclear.places]).toEqual([]);
    expect(unclear.report.doubtful).toEqual([
      '8 Bandung (PPL): Kota Bandung (id-kota-bandung) may be any of 8 Bandung (PPL), 9 Bandung (PPL)',
      '9 Bandung (PPL): Kota Bandung (id-kota-bandung) may be any of 8 Bandung (PPL), 9 Bandung (PPL)',
    ]);
    const clear = await importedOn(['id-kota-bandung'], [...hamlets, BANDUNG], {}, { create: {} });
    expect(clear.placeDetails).toMatchObject([{ key: 'id-kota-bandung', codes: [{ value: '1650357' }] }]);
    expect(clear.places.map(({ key, kind }) => [key, kind])).toEqual([
      ['id-bandung-8', 'VILLAGE'],
      ['id-bandung-9', 'VILLAGE'],
    ]);
  });

  test('is no row of its name that lies elsewhere, or in another province, or has another id', async () => {
    const other = await importedOn([], [{ ...BANDUNG, id: 7 }]);
    expect(other.report.doubtful).toEqual([
      '7 Bandung (PPLA): it bears the name of Kota Bandung (id-kota-bandung), whose GeoNames id is 1650357',
    ]);
    const elsewhere = await importedOn(['id-kota-bandung'], [{ ...BANDUNG, admin: 'ID.08' }]);
    expect(elsewhere.report).toMatchObject({ found: {}, leftOut: 1 });
    const moved = await imported(
      { rows: [{ ...BANDUNG, id: 7, at: [-8, 112] }], admin1: ADMIN1 },
      (await placesWithBare('id-kota-bandung')).map((place) =>
        place.key === 'id-kota-bandung' ? { ...place, location: { latitude: -6.92, longitude: 107.6 } } : place,
      ),
    );
    expect(moved.report.doubtful).toEqual([
      expect.stringMatching(/it bears the name of Kota Bandung \(id-kota-bandung\), from which it lies 5\d\d km/),
    ]);
  });

  test('that is in no province is found where it lies; a section of a city is no city', async () => {
    const places = await shippedPlaces();
    const uji = {
      ...(places.find(({ key }) => key === 'id-kota-batu') as PlaceRecord),
      key: 'id-uji',
      name: 'Uji',
      partOf: 'id',
      codes: [],
      otherNames: [],
    };
    const located = [...places, { ...uji, location: { latitude: -7, longitude: 107 } }];
    const row: DumpRow = { id: 31, name: 'Uji', admin: 'ID.30', at: [-7.1, 107] };
    const found = async (rows: readonly DumpRow[]) => (await imported({ rows, admin1: ADMIN1 }, located)).report.found;
    expect(await found([row])).toEqual({ 'its name in the country, and where it lies': 1 });
    expect(await found([{ ...row, at: [-8, 107] }])).toEqual({});
    expect(await found([{ ...row, feature: 'P.PPLX' }])).toEqual({});
  });

  test('may be a first-level subdivision, found by its code; NA is Namibia', async () => {
    const khomas: DumpRow = {
      id: 3371199,
      name: 'Khomas Region',
      at: [-22.66667, 17],
      feature: 'A.ADM1',
      admin: 'NA.21',
      population: 494605,
    };
    const { placeDetails, report } = await importedOn([], [khomas]);
    expect(placeDetails).toMatchObject([{ key: 'na-kh', codes: [{ scheme: 'GEONAMES', value: '3371199' }], population: 494605 }]);
    expect(report.found).toEqual({ 'its first-level code': 1 });
  });

  test('gets names by language and an item of Wikidata, and is not a row whose item is another', async () => {
    const alternateNames = [
      '1\t1650357\tid\tKota Kembang\t1\t\t\t',
      '2\t1650357\ten\tBandoong\t\t\t\t1',
      '3\t1650357\tde\tBandung an der Cikapundung\t\t\t\t',
      '4\t1650357\tid\tBdg\t\t\t1\t',
      '5\t1650357\twkdt\tQ10389\t\t\t\t',
      '6\t99\tid\tLain\t\t\t\t',
    ];
    const { placeDetails } = await importedOn(['id-kota-bandung'], [BANDUNG], { alternateNames });
    expect(placeDetails).toMatchObject([{ codes: [{ scheme: 'GEONAMES' }, { scheme: 'WIKIDATA', value: 'Q10389' }] }]);
    expect(
      placeDetails[0]?.otherNames.map(({ text, kind, language }) => [text, kind, language]).filter(([text]) => text !== 'Bandung'),
    ).toEqual([
      ['Kota Kembang', 'ALIAS', 'id'],
      ['Bandoong', 'FORMER', 'en'],
    ]);

    const places = (await placesWithBare('id-kota-bandung')).map((place) =>
      place.key === 'id-kota-bandung' ? { ...place, codes: [{ scheme: 'WIKIDATA' as const, value: 'Q1' }] } : place,
    );
    const other = await imported({ rows: [BANDUNG], admin1: ADMIN1, alternateNames }, places);
    expect(other.placeDetails).toEqual([]);
    expect(other.report.doubtful).toEqual([expect.stringMatching(/its item of Wikidata is Q10389, and that of Kota Bandung .* is Q1$/)]);
  });
});

describe('rows that are no known place', () => {
  const UJI: DumpRow[] = [
    { id: 11, name: 'Uji', feature: 'P.PPLA3', admin: 'ID.30', population: 60_000, at: [-7, 107] },
    { id: 12, name: 'Uji Kecil', admin: 'ID.30', population: 900 },
    { id: 13, name: 'Uji Besar', admin: 'ID.30', population: 9000 },
    { id: 14, name: 'Kabupaten Uji', feature: 'A.ADM2', admin: 'ID.30.3299' },
    { id: 15, name: 'Uji Lama', feature: 'P.PPLH', admin: 'ID.30', population: 9000 },
    { id: 16, name: 'Uji County', feature: 'A.ADM2', admin: 'US.CA.001', population: 10 },
    { id: 17, name: 'Uji', feature: 'P.PPLX', admin: 'SG.00' },
  ];

  test('are left out', async () => {
    const { places, report } = await importedOn([], UJI);
    expect(places).toEqual([]);
    expect(report).toMatchObject({ read: 7, selected: 6, leftOut: 6 });
  });

  test('become places where that is asked for: what they are, and where', async () => {
    const { places, report } = await importedOn([], UJI, {}, { create: {} });
    expect(places.map(({ key, kind, designation, partOf }) => [key, kind, designation, partOf])).toEqual([
      ['id-uji', 'CITY', undefined, 'id-jb'],
      ['id-uji-kecil', 'VILLAGE', undefined, 'id-jb'],
      ['id-uji-besar', 'CITY', undefined, 'id-jb'],
      ['id-kabupaten-uji', 'REGENCY', 'kabupaten', 'id-jb'],
      ['us-uji-county', 'REGENCY', 'county', 'us'],
      ['sg-uji', 'DISTRICT', undefined, 'sg'],
    ]);
    expect(places[0]).toMatchObject({
      codes: [{ scheme: 'GEONAMES', value: '11' }],
      location: { latitude: -7, longitude: 107 },
      population: 60_000,
      cites: [{ source: 'geonames-dump', at: '11' }],
    });
    expect(places[2]?.cites).toHaveLength(1);
    expect(places[1]?.cites[1]).toMatchObject({ field: 'kind', basis: 'INFERRED' });
    expect(report).toMatchObject({ created: { CITY: 2, DISTRICT: 1, REGENCY: 2, VILLAGE: 1 }, withoutProvince: 2, leftOut: 0 });
  });

  test('need the people, country and feature code that are asked for', async () => {
    const keys = async (options: object) => (await importedOn([], UJI, {}, options)).places.map(({ key }) => key);
    expect(await keys({ create: { minPopulation: 10_000 } })).toEqual(['id-uji', 'id-kabupaten-uji', 'us-uji-county']);
    expect(await keys({ create: {}, countries: ['US'] })).toEqual(['us-uji-county']);
    expect(await keys({ create: {}, features: ['PPL'] })).toEqual(['id-uji-kecil', 'id-uji-besar']);
    expect(await refusalOf(keys({ countries: ['ZZ'] }))).toMatch(/there is no country ZZ/);
    expect(await refusalOf(keys({ features: ['HTL'] }))).toMatch(/no feature code HTL .*accepted are PPL\*/);
  });

  test('get the same records in any order of the rows, and their references hold', async () => {
    const rows = [...UJI, { ...UJI[0], id: 18 } as DumpRow, BANDUNG, KOTA_BANDUNG];
    const { files, ...first } = await importedOn(['id-kota-bandung'], rows, {}, { create: {} });
    const { files: other, ...second } = await importedOn(['id-kota-bandung'], rows.toReversed(), {}, { create: {} });
    expect(second).toEqual(first);
    expect(other).not.toEqual(files);
    const { data } = await shippedData();
    const all = {
      ...data,
      sources: [...data.sources, ...first.sources],
      places: [...data.places, ...first.places],
      placeDetails: [...data.placeDetails, ...first.placeDetails],
    };
    expect(checkReferences({ data: all, origins: new WeakMap(), contents: [] })).toEqual([]);
  });

  test('lie in a new first-level subdivision, where the graph has none', async () => {
    const rows: DumpRow[] = [
      { id: 21, name: 'Uji', feature: 'P.PPLA', admin: 'ID.99', population: 1 },
      { id: 22, name: 'Provinsi Uji', feature: 'A.ADM1', admin: 'ID.99' },
    ];
    const { places } = await importedOn([], rows, {}, { create: {} });
    expect(places.map(({ key, kind, partOf }) => [key, kind, partOf])).toEqual([
      ['id-provinsi-uji', 'PROVINCE', 'id'],
      ['id-uji', 'CITY', 'id-provinsi-uji'],
    ]);
  });
});

describe('a dump', () => {
  test.each([
    [{ at: [91, 0] as const }, 'latitude', /no degrees/],
    [{ at: [0, '1e2'] as const }, 'longitude', /no degrees/],
    [{ population: -1 }, 'population', /no number of people/],
    [{ population: 99999999999 }, 'population', /no number of people/],
    [{ feature: 'P.CITY' }, 'feature code', /no feature P\.CITY/],
    [{ id: 'x' }, 'geonameid', /no id/],
    [{ name: '' }, 'name', /empty/],
    [{ admin: 'id.30' }, 'country code', /ISO 3166-1/],
  ])('has a row with %j rejected, and the rest goes on', async (wrong, field, reason) => {
    const { rejects, report } = await importedOn(['id-kota-bandung'], [BANDUNG, { ...BANDUNG, ...wrong }, 'a\tb']);
    expect(rejects).toEqual([
      expect.objectContaining({ line: 2, field, reason: expect.stringMatching(reason) }),
      expect.objectContaining({ line: 3, field: '', reason: 'the row has 2 fields; those of GeoNames have 19' }),
    ]);
    expect(report).toMatchObject({ read: 3, completed: 1 });
  });

  test('may overlap with another: the row that was changed last is taken', async () => {
    const newer = { ...BANDUNG, population: 7, modified: '2025-01-01' };
    const files = {
      dumps: [await fileOf(dumpLine(newer)), await fileOf(`${dumpLine(BANDUNG)}\r\n`)],
      admin1: await fileOf(ADMIN1.join('\n')),
    };
    const { placeDetails, report } = await importedFiles(files, {}, await placesWithBare('id-kota-bandung'));
    expect(placeDetails).toMatchObject([{ population: 7 }]);
    expect(report).toMatchObject({ read: 2, repeated: 1, leftOut: 0 });
  });

  test('may be the zip that it is downloaded in', async () => {
    const file = join(await testFolder(), 'ID.zip');
    await writeFile(file, zipSync({ 'readme.txt': strToU8('words'), 'ID.txt': strToU8(dumpLine(BANDUNG)) }));
    const { report } = await importedFiles(
      { dumps: [file], admin1: await fileOf(ADMIN1.join('\n')) },
      {},
      await placesWithBare('id-kota-bandung'),
    );
    expect(report).toMatchObject({ read: 1, completed: 1 });
    const other = join(await testFolder(), 'two.zip');
    await writeFile(other, zipSync({ 'a.txt': strToU8('a'), 'b.txt': strToU8('b') }));
    expect(await refusalOf(importedFiles({ dumps: [other] }, {}, []))).toMatch(/it holds a\.txt, b\.txt/);
  });

  test('is refused where it is another file', async () => {
    expect(await refusalOf(importedFiles({ dumps: [await fileOf(ADMIN1.join('\n'))] }, {}, []))).toMatch(
      /the first line has 4 fields, and a dump of GeoNames has 19/,
    );
    expect(await refusalOf(importedFiles({ dumps: [await fileOf('')] }, {}, []))).toMatch(/the file is empty/);
    expect(await refusalOf(importedFiles({ dumps: ['nowhere.txt'] }, {}, []))).toMatch(/nowhere\.txt cannot be read/);
  });
});
