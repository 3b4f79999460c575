import { describe, expect, test } from 'vitest';
import { COUNTRIES_SOURCE, countryPlaces, SUBDIVISIONS_SOURCE, subdivisionPlaces } from '../../../src/exchange/gazetteer/world.js';

describe('the gazetteer of countries', () => {
  const countries = countryPlaces();
  const countryOf = new Map(countries.map((country) => [country.key, country]));

  test('has 250, each with a key of its own', () => {
    expect(countries).toHaveLength(250);
    expect(countryOf.size).toBe(250);
  });

  test('names each in English and Indonesian', () => {
    expect(countries.filter(({ names }) => !names?.en || !names.id).map(({ key }) => key)).toEqual([]);
  });

  test('leaves no country with its code for a name', () => {
    expect(countries.filter(({ key, name }) => name.toLowerCase() === key)).toEqual([]);
  });

  test.each([
    ['na', 'NA', 'Namibia', 'Namibia'],
    ['id', 'ID', 'Indonesia', 'Indonesia'],
    ['jp', 'JP', 'Japan', 'Jepang'],
    ['no', 'NO', 'Norway', 'Norwegia'],
    ['xk', 'XK', 'Kosovo', 'Kosovo'],
    ['gb', 'GB', 'United Kingdom', expect.stringMatching(/Inggris|Britania/)],
  ])('knows %s', (key, value, en, id) => {
    expect(countryOf.get(key)).toMatchObject({ kind: 'COUNTRY', name: en, names: { en, id }, codes: [{ scheme: 'ISO_3166_1', value }] });
  });

  test.each(['tw', 'xk', 'ps', 'hk', 'mo', 'eh'])('has %s, which some lists lack', (key) => {
    expect(countryOf.has(key)).toBe(true);
  });

  test('makes no country part of anything', () => {
    expect(countries.filter(({ partOf }) => partOf !== undefined)).toEqual([]);
  });

  test('cites the package, by code', () => {
    expect(COUNTRIES_SOURCE).toMatchObject({ kind: 'DATASET', licence: 'MIT', title: expect.stringMatching(/ \d+\.\d+\.\d+:/) });
    expect(countries.filter(({ codes, cites }) => cites[0]?.source !== COUNTRIES_SOURCE.key || cites[0].at !== codes[0]?.value)).toEqual(
      [],
    );
  });
});

describe('the gazetteer of subdivisions', () => {
  const subdivisions = subdivisionPlaces();
  const countries = new Set(countryPlaces().map(({ key }) => key));
  const partsOf = (country: string) => subdivisions.filter(({ partOf }) => partOf === country).map(({ key }) => key);

  test('gives each a key of its own, made of its code', () => {
    expect(new Set(subdivisions.map(({ key }) => key)).size).toBe(subdivisions.length);
    expect(
      subdivisions.filter(
        ({ key, codes }) => codes.length !== 1 || codes[0]?.scheme !== 'ISO_3166_2' || codes[0].value.toLowerCase() !== key,
      ),
    ).toEqual([]);
  });

  test('puts each directly under a country that its code begins with', () => {
    expect(subdivisions.filter(({ key, partOf }) => !countries.has(partOf ?? '') || key.split('-')[0] !== partOf)).toEqual([]);
  });

  test('has the four countries of the United Kingdom and none of its districts or groupings', () => {
    expect(partsOf('gb').sort()).toEqual(['gb-eng', 'gb-nir', 'gb-sct', 'gb-wls']);
  });

  test('leaves Indonesia to its own gazetteer', () => {
    expect(partsOf('id')).toEqual([]);
  });

  test.each([
    ['jp', 47],
    ['us', 57],
    ['de', 16],
    ['nl', 18],
  ])('has the parts of %s: %d', (country, count) => {
    expect(partsOf(country)).toHaveLength(count);
  });

  test('has none of the departments inside the regions of France', () => {
    expect(partsOf('fr')).toContain('fr-idf');
    expect(partsOf('fr')).not.toContain('fr-77');
  });

  test.each([
    ['si-061', 'CITY', 'municipality'],
    ['ee-184', 'CITY', 'municipality'],
    ['ee-79', 'PROVINCE', undefined],
    ['hu-de', 'CITY', 'city with county rights'],
    ['hu-hb', 'PROVINCE', undefined],
    ['lv-dgv', 'CITY', 'state city'],
    ['at-9', 'PROVINCE', undefined],
  ])('tells municipalities from provinces: %s', (key, kind, designation) => {
    expect(subdivisions.find((one) => one.key === key)).toMatchObject({ kind, ...(designation === undefined ? {} : { designation }) });
  });

  test('cites the package, by code', () => {
    expect(SUBDIVISIONS_SOURCE).toMatchObject({ kind: 'DATASET', licence: 'MIT', title: expect.stringMatching(/ \d+\.\d+\.\d+:/) });
    expect(
      subdivisions.filter(({ codes, cites }) => cites[0]?.source !== SUBDIVISIONS_SOURCE.key || cites[0].at !== codes[0]?.value),
    ).toEqual([]);
  });
});
