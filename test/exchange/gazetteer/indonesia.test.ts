import { iso31662 } from 'iso-3166';
import { describe, expect, test } from 'vitest';
import { foldName } from '../../../src/domain/names.js';
import { INDONESIA_SOURCE, indonesiaPlaces } from '../../../src/exchange/gazetteer/indonesia.js';

const places = await indonesiaPlaces();
const provinces = places.filter(({ kind }) => kind === 'PROVINCE');
const regencies = places.filter(({ kind }) => kind !== 'PROVINCE');
const placeOf = new Map(places.map((place) => [place.key, place]));
const codeOf = (key: string, scheme: string) => placeOf.get(key)?.codes.find((code) => code.scheme === scheme)?.value;

describe('the gazetteer of Indonesia', () => {
  test('has 38 provinces, 416 regencies and 98 cities', () => {
    const count = (wanted: string) => places.filter(({ kind }) => kind === wanted).length;
    expect({ provinces: count('PROVINCE'), regencies: count('REGENCY'), cities: count('CITY'), all: places.length }).toEqual({
      provinces: 38,
      regencies: 416,
      cities: 98,
      all: 552,
    });
  });

  test('gives every place a key of its own', () => {
    expect(placeOf.size).toBe(places.length);
  });

  test.each([
    ['id-ji', 'Jawa Timur', '35', 'ID-JI'],
    ['id-jk', 'Daerah Khusus Ibukota Jakarta', '31', 'ID-JK'],
    ['id-yo', 'Daerah Istimewa Yogyakarta', '34', 'ID-YO'],
    ['id-pd', 'Papua Barat Daya', '96', 'ID-PD'],
  ])('has the province %s', (key, name, kemendagri, iso) => {
    expect({ name: placeOf.get(key)?.name, kemendagri: codeOf(key, 'KEMENDAGRI'), iso: codeOf(key, 'ISO_3166_2') }).toEqual({
      name,
      kemendagri,
      iso,
    });
  });

  test.each([
    ['id-kota-batu', 'Kota Batu', 'CITY', 'kota', 'id-ji', '35.79'],
    ['id-kota-bogor', 'Kota Bogor', 'CITY', 'kota', 'id-jb', '32.71'],
    ['id-kabupaten-bogor', 'Kabupaten Bogor', 'REGENCY', 'kabupaten', 'id-jb', '32.01'],
    ['id-kabupaten-klaten', 'Kabupaten Klaten', 'REGENCY', 'kabupaten', 'id-jt', '33.10'],
  ])('has %s', (key, name, kind, designation, partOf, value) => {
    expect(placeOf.get(key)).toMatchObject({ name, kind, designation, partOf, codes: [{ scheme: 'KEMENDAGRI', value }] });
  });

  test('calls the provinces as ISO 3166-2 does under the same code, but for three', () => {
    const isoName = new Map<string, string>(iso31662.map(({ code, name }) => [code, name]));
    const different = provinces.filter(({ key, name }) => foldName(isoName.get(codeOf(key, 'ISO_3166_2') ?? '') ?? '') !== foldName(name));
    expect(different.map(({ key }) => key)).toEqual(['id-jk', 'id-yo', 'id-pe']);
  });

  test('has all codes of ISO 3166-2, but not the groups of islands', () => {
    const groups = ['ID-JW', 'ID-KA', 'ID-ML', 'ID-NU', 'ID-PP', 'ID-SL', 'ID-SM'];
    const codes = iso31662.filter(({ code }) => code.startsWith('ID-')).map(({ code }) => code as string);
    expect(codes).toEqual(expect.arrayContaining(groups));
    expect(provinces.map(({ key }) => codeOf(key, 'ISO_3166_2')).sort()).toEqual(codes.filter((code) => !groups.includes(code)).sort());
  });

  test('puts every province under Indonesia', () => {
    expect(provinces.filter(({ partOf }) => partOf !== 'id')).toEqual([]);
  });

  test('puts every regency and city under the province that its code begins with', () => {
    const strays = regencies.filter(({ key, partOf }) => codeOf(key, 'KEMENDAGRI')?.split('.')[0] !== codeOf(partOf ?? '', 'KEMENDAGRI'));
    expect(strays).toEqual([]);
  });

  test('has codes of the ministry of which each belongs to one place and tells regencies from cities', () => {
    const codes = regencies.map(({ key, kind }) => ({ kind, code: codeOf(key, 'KEMENDAGRI') ?? '' }));
    expect(new Set(codes.map(({ code }) => code)).size).toBe(514);
    const wrong = codes.filter(({ kind, code }) => !(kind === 'CITY' ? /^\d\d\.[7-9]\d$/ : /^\d\d\.[0-6]\d$/).test(code));
    expect(wrong).toEqual([]);
  });

  test('cites the package, by code', () => {
    expect(INDONESIA_SOURCE).toMatchObject({ kind: 'DATASET', licence: 'ODbL-1.0', title: expect.stringMatching(/ \d+\.\d+\.\d+:/) });
    const wrong = places.filter(
      ({ key, cites }) => cites.length !== 1 || cites[0]?.source !== INDONESIA_SOURCE.key || cites[0].at !== codeOf(key, 'KEMENDAGRI'),
    );
    expect(wrong).toEqual([]);
  });
});
