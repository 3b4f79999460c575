import { describe, expect, test } from 'vitest';
import { completePlaces } from '../../../../src/exchange/dataset/place-tree.js';
import { KnownPlaces } from '../../../../src/exchange/import/places/known-places.js';
import { likeness, Subdivisions } from '../../../../src/exchange/import/subdivisions/subdivisions.js';
import { shippedData } from '../twinnings/tables.js';

const known = new KnownPlaces(completePlaces((await shippedData()).data));

/** The key of the subdivision that a code stands for, with a `<` before it where it is only in there. */
function found(code: string, rows: readonly (readonly [code: string, name: string, iso: string, isoName: string, method: string])[]) {
  const crosswalk = rows.map(([geonames_admin1, geonames_name, iso, iso_name, method]) => ({
    ...{ geonames_admin1, geonames_name, iso3166_2: iso || null, iso_name, method },
  }));
  const subdivision = new Subdivisions(known, crosswalk).find(
    code,
    crosswalk.find((row) => row.geonames_admin1 === code)?.geonames_name ?? '',
  );
  return subdivision === null ? null : `${subdivision.same ? '' : '<'}${subdivision.place.key}`;
}

describe('a first-level code of GeoNames', () => {
  test.each(['name', 'name(first of 2)', 'iso suffix = GeoNames code', 'manual'])('is trusted when found by %s', (method) => {
    expect(found('FR.53', [['FR.53', 'Brittany', 'FR-BRE', 'Bretagne', method]])).toBe('fr-bre');
  });

  test.each(['fips code', 'fuzzy 0.90', ''])('is borne out by its names when found by %s', (method) => {
    expect(found('DE.05', [['DE.05', 'Hesse', 'DE-HE', 'Hessen', method]])).toBe('de-he');
    expect(found('KR.13', [['KR.13', 'Gyeonggi-do', 'KR-41', 'Gyeonggi', method]])).toBe('kr-41');
  });

  test('is not taken when its names are others', () => {
    expect(found('GW.99', [['GW.99', 'Somewhere', 'GW-BS', 'Bissau', 'fips code']])).toBeNull();
  });

  test('is not taken when a code that was found by name has it', () => {
    expect(
      found('XX.2', [
        ['XX.1', 'Buenos Aires', 'AR-B', 'Buenos Aires', 'name'],
        ['XX.2', 'Buenos Aires F.D.', 'AR-B', 'Buenos Aires', 'fips code'],
      ]),
    ).toBeNull();
  });

  test.each([
    ['AR.07', 'Buenos Aires F.D.', 'AR-B', 'ar-c'],
    ['UA.13', 'Kyiv Oblast', 'UA-30', 'ua-32'],
    ['KG.08', 'Osh Region', 'KG-GO', 'kg-o'],
    ['HU.23', 'Veszprém', 'HU-VM', 'hu-ve'],
    ['AZ.29', 'Lənkəran', 'AZ-LA', 'az-lan'],
    ['MG.31', 'Atsinanana', 'MG-D', '<mg-a'],
  ])('was looked up by hand where the crosswalk is wrong: %s %s is not %s', (code, name, iso, key) => {
    expect(found(code, [[code, name, iso, name, 'name']])).toBe(key);
  });

  test('is the one above where ISO has its name there too, and else in it', () => {
    expect(found('ES.31', [['ES.31', 'Murcia', 'ES-MU', 'Murcia', 'name']])).toBe('es-mc');
    expect(found('DO.15', [['DO.15', 'Monte Cristi Province', 'DO-15', 'Monte Cristi', 'name']])).toBe('<do-34');
  });

  test('is found by its name in the country where there is no ISO code', () => {
    expect(found('FI.99', [['FI.99', 'Kanta-Häme', '', '', '']])).toBe('fi-06');
    expect(found('RS.SE', [['RS.SE', 'Central Serbia', '', '', '']])).toBeNull();
  });

  test('is not found by a name that several have', () => {
    expect(found('LU.99', [['LU.99', 'Luxembourg', '', '', '']])).toBeNull();
  });

  test('may be in no crosswalk', () => {
    expect(new Subdivisions(known, []).find('JP.26', 'Kyoto')?.place.key).toBe('jp-26');
    expect(new Subdivisions(known, []).find('EH.CE', '')).toBeNull();
  });
});

describe('the likeness of names', () => {
  test.each([
    ['Hesse', 'Hesse', 1],
    ['Gyeonggi-do', 'gyeonggi do', 1],
    ['Republic of Tyva', 'Tyva, Respublika', 1],
    ['Lviv', 'Lvivska', 8 / 13],
    ['Kyiv', 'Lviv', 4 / 10],
    ['Bissau', 'Somewhere', 0],
    ['', 'Lviv', 0],
  ])('of %s and %s is %d', (a, b, expected) => {
    expect(likeness(a, b)).toBeCloseTo(expected);
    expect(likeness(b, a)).toBe(likeness(a, b));
  });
});
