import { describe, expect, test } from 'vitest';
import { readName } from '../../../../src/exchange/import/resolution/kind-words.js';

describe('the words of a name that say what a place is', () => {
  test.each([
    ['Kota Bogor', 'bogor', ['CITY']],
    ['Kotamadya Bogor', 'bogor', ['CITY']],
    ['Pemkot Bogor', 'bogor', ['CITY']],
    ['Pemerintah Kota Bogor', 'bogor', ['CITY']],
    ['Kota Administrasi Jakarta Pusat', 'jakarta pusat', ['CITY']],
    ['Kabupaten Bogor', 'bogor', ['REGENCY']],
    ['Kab. Bogor', 'bogor', ['REGENCY']],
    ['Bogor Regency', 'bogor', ['REGENCY']],
    ['Provinsi Jawa Barat', 'jawa barat', ['PROVINCE']],
    ['Prov. Jawa Barat', 'jawa barat', ['PROVINCE']],
    ['Provinsi Daerah Istimewa Yogyakarta', 'yogyakarta', ['PROVINCE']],
    ['D.I. Yogyakarta', 'yogyakarta', ['PROVINCE']],
    ['DKI Jakarta', 'jakarta', ['PROVINCE']],
    ['Desa Mas', 'mas', ['VILLAGE']],
    ['City of Darwin', 'darwin', ['CITY']],
    ['Davao City', 'davao', ['CITY']],
    ['Municipality of Angono', 'angono', ['CITY']],
    ['Kochi Prefecture', 'kochi', ['PROVINCE']],
    ['State of Queensland', 'queensland', ['PROVINCE']],
    ['Negara Bagian Queensland', 'queensland', ['PROVINCE']],
    ['Liverpool City Region', 'liverpool', ['REGION']],
    ['Nanjing County', 'nanjing', ['REGENCY', 'PROVINCE']],
    ['Gangbuk District', 'gangbuk', ['DISTRICT', 'REGENCY']],
    ['Hamamatsu-shi', 'hamamatsu', ['CITY']],
    ['Kōchi-ken', 'kochi', ['PROVINCE']],
    ['Suwon-si', 'suwon', ['CITY']],
    ['Prov. Gyeongsangnam-do', 'gyeongsangnam', ['PROVINCE']],
    ['Kota Suwon-si', 'suwon', ['CITY']],
    ['浜松市', '浜松', ['CITY']],
    ['広東省', '広東', ['PROVINCE']],
  ] as const)('%s: %s, %s', (name, core, kinds) => {
    expect(readName(name)).toMatchObject({ core, kinds });
  });

  test.each(['Bogor', 'Kotagede', 'Di Linh', 'Stoke-on-Trent', 'Kota', '京市', 'City'])('are none in %s', (name) => {
    expect(readName(name)).toMatchObject({ core: readName(name).full, kinds: null });
  });

  test('belong to the name where they contradict one another', () => {
    expect(readName('Kota Bogor Regency')).toMatchObject({ core: 'bogor regency', kinds: ['CITY'] });
  });

  test.each([
    ['Đà Nẵng', 'Da Nang'],
    ['Köln', 'Koeln'],
    ['Århus', 'Aarhus'],
    ['St. Louis', 'Saint Louis'],
    ['Sankt Pölten', 'St. Poelten'],
  ])('leave aside how %s is written: %s', (one, other) => {
    expect(readName(one).full).toBe(readName(other).full);
  });
});
