import { beforeAll, describe, expect, test } from 'vitest';
import { CountryNames } from '../../../../src/exchange/import/resolution/country-names.js';
import { shippedPlaces } from './directory.js';

let countries: CountryNames;
beforeAll(async () => {
  countries = new CountryNames(await shippedPlaces());
}, 60_000);

describe('a country', () => {
  test.each([
    ['Indonesia', 'id'],
    ['Japan', 'jp'],
    ['Jepang', 'jp'],
    ['JPN', 'jp'],
    ['jp', 'jp'],
    ['NA', 'na'],
    ['Korea Selatan', 'kr'],
    ['Korsel', 'kr'],
    ['Republic of Korea', 'kr'],
    ['DPRK', 'kp'],
    ['USA', 'us'],
    ['U.S.', 'us'],
    ['Amerika Serikat', 'us'],
    ['UK', 'gb'],
    ['Inggris', 'gb'],
    ['RRT', 'cn'],
    ['Tiongkok', 'cn'],
    ['Cina', 'cn'],
    ["People's Republic of China", 'cn'],
    ['Timor Leste', 'tl'],
    ['Timor-Leste', 'tl'],
    ['East Timor', 'tl'],
    ['Prancis', 'fr'],
    ['Perancis', 'fr'],
    ['Türkiye', 'tr'],
    ['Turki', 'tr'],
    ['Pantai Gading', 'ci'],
    ['Papua Nugini', 'pg'],
    ['Burma', 'mm'],
    ['Kosovo', 'xk'],
    ['XK', 'xk'],
    ['Taiwan', 'tw'],
    ['Palestina', 'ps'],
    ['Hong Kong', 'hk'],
    ['Hongkong', 'hk'],
    ['Macau', 'mo'],
    ['Moldova', 'md'],
    ['Vietnam', 'vn'],
    ['Viet Nam', 'vn'],
  ])('is known as %s', (name, key) => {
    expect(countries.called(name).map((country) => country.key)).toEqual([key]);
  });

  test('is one of two where sources use one word for both', () => {
    expect(
      countries
        .called('AS')
        .map(({ key }) => key)
        .sort(),
    ).toEqual(['as', 'us']);
    expect(
      countries
        .called('Korea')
        .map(({ key }) => key)
        .sort(),
    ).toEqual(['kp', 'kr']);
  });

  test.each(['Jepan', 'Atlantis', ''])('is not guessed from %s', (name) => {
    expect(countries.called(name)).toEqual([]);
  });
});
