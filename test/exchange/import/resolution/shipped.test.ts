import { beforeAll, describe, expect, test } from 'vitest';
import type { PlaceKind } from '../../../../src/domain/vocabulary.js';
import { PartyResolver } from '../../../../src/exchange/import/resolution/resolver.js';
import { party, shippedPlaces, shown } from './directory.js';

let resolver: PartyResolver;
beforeAll(async () => {
  resolver = new PartyResolver(await shippedPlaces());
}, 60_000);

const found = (name: string, country: string | null, level: PlaceKind | null = null) =>
  shown(resolver.resolve(party(name, { country, level })));

describe('among the places that ship', () => {
  test.each([
    ['Kota Probolinggo', 'Indonesia', null, 'NAME id-kota-probolinggo'],
    ['Probolinggo', 'Indonesia', null, '? id-kabupaten-probolinggo id-kota-probolinggo'],
    ['Kab. Probolinggo', 'ID', null, 'KIND_WORDS id-kabupaten-probolinggo'],
    ['Pemkot Surabaya', 'RI', null, 'KIND_WORDS id-kota-surabaya'],
    ['DKI Jakarta', 'Indonesia', null, 'NAME id-jk'],
    ['Jakarta', 'Indonesia', 'CITY', 'NAME id-jk'],
    ['West Java', 'Indonesia', 'PROVINCE', 'NAME id-jb'],
    ['Jatim', 'Indonesia', null, 'NAME id-ji'],
    ['Nanggroe Aceh Darussalam', 'Indonesia', 'PROVINCE', 'NAME id-ac'],
    ['Kota Surabya', 'Indonesia', 'CITY', 'LIKENESS id-kota-surabaya'],
    ['Kyoto', 'Jepang', 'PROVINCE', 'NAME jp-26'],
    ['京都府', 'JP', null, 'NAME jp-26'],
    ['Prefektur Shizuoka', 'Jepang', null, 'KIND_WORDS jp-22'],
    ['Hamamatsu-shi', 'Jepang', null, 'KIND_WORDS jp-hamamatsu'],
    ['Seoul', 'Korea Selatan', 'CITY', 'NAME kr-11'],
    ['Fujian', 'RRT', null, 'NAME cn-fj'],
    ['Los Angeles', 'Amerika Serikat', 'CITY', 'NAME us-los-angeles'],
    ['Los Angeles', 'AS', 'CITY', 'NAME us-los-angeles'],
    ['Erongo', 'NA', null, 'NAME na-er'],
    ['Taipei', 'Taiwan', 'CITY', 'NAME tw-tpe'],
    ['Timor Leste', null, 'COUNTRY', 'NAME tl'],
  ] as [string, string | null, PlaceKind | null, string][])('%s, %s, %s: %s', (name, country, level, expected) => {
    expect(found(name, country, level)).toBe(expected);
  });
});
