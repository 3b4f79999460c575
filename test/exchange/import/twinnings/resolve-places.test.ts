import { beforeAll, describe, expect, test } from 'vitest';
import { createdFrom, imported, keyOf, keysOf, type PlaceRow, shippedData, type Tables } from './tables.js';

beforeAll(shippedData, 60_000);

const rulesOf = async (tables: Tables) => (await imported(tables)).report.places.resolved;
const doubtsOf = async (tables: Tables) => (await imported(tables)).report.places.doubtful;

const EAST_JAVA = { geonames_admin1: 'ID.08', geonames_name: 'East Java', iso3166_2: 'ID-JI', iso_name: 'East Java' };
const WEST_JAVA = { geonames_admin1: 'ID.30', geonames_name: 'West Java', iso3166_2: 'ID-JB', iso_name: 'West Java' };
const PROVINCES = [EAST_JAVA, WEST_JAVA];

describe('a place that is known by a code', () => {
  test.each([
    ['a GeoNames id', { geonameid: 2904789 }],
    ['a Wikidata item', { qid: 'Q3185' }],
    ['the second of two Wikidata items', { qid: 'Q999999999|Q3185' }],
  ])('is found by %s, whatever it is called', async (_, codes) => {
    const row = { id: 'w:de:x', name: 'Hildesheim (city)', ...codes };
    expect(await keyOf(row)).toBe('de-hildesheim');
    expect(await rulesOf({ places: [row] })).toEqual({ 'a GeoNames or Wikidata code': 1 });
  });

  test('is the one of its GeoNames id, and doubtful, when its Wikidata item is that of another', async () => {
    const row = { id: 'w:de:x', name: 'X', geonameid: 2904789, qid: 'Q2773' };
    expect(await keyOf(row)).toBe('de-hildesheim');
    expect(await doubtsOf({ places: [row] })).toEqual([
      'w:de:x X: its codes are those of de-hildesheim and de-braunschweig; the first is taken',
    ]);
  });

  test('is not found by its name alone in another country', async () => {
    expect(await keyOf({ id: 'w:us:hildesheim', name: 'Hildesheim' })).toBe('us-hildesheim');
  });
});

describe('a first-level subdivision', () => {
  test('is the one of its ISO code', async () => {
    const row = { id: 'a:ID.08', name: 'East Java', iso2: 'ID', admin1_code: 'ID.08', admin1_name: 'East Java', kind: 'admin1' };
    expect(await keyOf(row, PROVINCES)).toBe('id-ji');
  });

  test('is found under another name for an area, but no area in it or around it is', async () => {
    const chiba = { geonames_admin1: 'JP.04', geonames_name: 'Chiba', iso3166_2: 'JP-12', iso_name: 'Chiba' };
    const moscow = { geonames_admin1: 'RU.48', geonames_name: 'Moscow', iso3166_2: 'RU-MOW', iso_name: 'Moskva' };
    const alytus = {
      geonames_admin1: 'LT.56',
      geonames_name: 'Alytus',
      iso3166_2: 'LT-03',
      iso_name: 'Alytus',
      method: 'name(first of 3)',
    };
    const area = (id: string, name: string, admin1_code: string, admin1_name: string): PlaceRow => ({
      ...{ id, name, admin1_code, admin1_name, kind: 'area' },
    });
    expect(
      await keysOf(
        [
          area('w:jp:chiba-prefecture', 'Chiba Prefecture', 'JP.04', 'Chiba'),
          area('w:jp:inzai-district', 'Inzai District', 'JP.04', 'Chiba'),
          // The oblast around the city, which the table puts into the city.
          area('w:ru:moscow-district', 'Moscow District', 'RU.48', 'Moscow'),
          // A municipality with the name of the county.
          area('w:lt:alytus-district-municipality', 'Alytus District Municipality', 'LT.56', 'Alytus'),
        ],
        [chiba, moscow, alytus],
      ),
    ).toEqual(['jp-12', 'jp-inzai-district', 'ru-moscow-district', 'lt-alytus-district-municipality']);
  });

  test('that the gazetteer lacks is a new province of its country', async () => {
    const row = { id: 'a:FO.VG', name: 'Vágar', iso2: 'FO', admin1_code: 'FO.VG', admin1_name: 'Vágar', kind: 'admin1' };
    expect(await createdFrom([row])).toMatchObject([{ key: 'fo-vagar', kind: 'PROVINCE', partOf: 'fo' }]);
  });

  test('that is named as a county of the United States is doubtful', async () => {
    const hawaii = { geonames_admin1: 'US.HI', geonames_name: 'Hawaii', iso3166_2: 'US-HI', iso_name: 'Hawaii' };
    const row = { id: 'a:US.HI', name: 'Hawaii County', iso2: 'US', admin1_code: 'US.HI', admin1_name: 'Hawaii', kind: 'admin1' };
    expect(await doubtsOf({ places: [row], subdivisions: [hawaii] })).toEqual([
      'a:US.HI Hawaii County: taken for Hawaii, though it is named as a county',
    ]);
  });
});

describe('an Indonesian place', () => {
  const indonesian = (name: string, more: object = {}): PlaceRow => ({
    ...{ id: `w:id:${name.toLowerCase()}`, name, admin1_code: 'ID.08', admin1_name: 'East Java' },
    ...more,
  });

  test('is the city of its name in its province', async () => {
    expect(await keyOf(indonesian('Blitar'), PROVINCES)).toBe('id-kota-blitar');
  });

  test('is the regency where there is no city of the name', async () => {
    expect(await keyOf(indonesian('Banyuwangi'), PROVINCES)).toBe('id-kabupaten-banyuwangi');
  });

  test('is the city where both have the name, and doubtful', async () => {
    expect(await doubtsOf({ places: [indonesian('Blitar'), indonesian('Banyuwangi')], subdivisions: PROVINCES })).toEqual([
      'w:id:blitar Blitar: Kota Blitar is taken, though there is Kabupaten Blitar as well',
    ]);
  });

  test('is the regency where the table has an area', async () => {
    expect(await keyOf(indonesian('Blitar', { kind: 'area' }), PROVINCES)).toBe('id-kabupaten-blitar');
    expect(await keyOf(indonesian('Surakarta', { kind: 'area' }), PROVINCES)).toBe('id-surakarta');
  });

  test('is not looked for in another province, nor without one', async () => {
    expect(await keyOf(indonesian('Blitar', { admin1_code: 'ID.30', admin1_name: 'West Java' }), PROVINCES)).toBe('id-blitar');
    expect(await keyOf(indonesian('Blitar', { admin1_code: '' }), PROVINCES)).toBe('id-blitar');
  });

  test('may be the authority of the new capital', async () => {
    expect(await keyOf({ id: 'w:id:nusantara', name: 'Nusantara' })).toBe('id-otorita-ibu-kota-nusantara');
  });
});

describe('a city that is a first-level subdivision', () => {
  const SEOUL = { geonames_admin1: 'KR.11', geonames_name: 'Seoul', iso3166_2: 'KR-11', iso_name: 'Seoul' };
  const GYEONGGI = {
    geonames_admin1: 'KR.13',
    geonames_name: 'Gyeonggi-do',
    iso3166_2: 'KR-41',
    iso_name: 'Gyeonggi',
    method: 'fips code',
  };
  const GWANGJU = { geonames_admin1: 'KR.18', geonames_name: 'Gwangju', iso3166_2: 'KR-29', iso_name: 'Gwangju' };
  const city = (id: string, name: string, more: object = {}): PlaceRow => ({ id, name, ...more });

  test.each([
    [
      'the capital of Austria, by its name in English',
      city('w:at:vienna', 'Vienna', { admin1_code: 'AT.09', admin1_name: 'Vienna' }),
      'at-9',
    ],
    ['Shanghai', city('w:cn:shanghai', 'Shanghai'), 'cn-sh'],
    ['a city with the word for it', city('w:mx:mexico-city', 'Mexico City'), 'mx-cmx'],
    ['a city that GeoNames puts into the county around it', city('w:hu:debrecen', 'Debrecen'), 'hu-de'],
    ['a municipality', city('w:si:maribor', 'Maribor'), 'si-070'],
    ['a municipality of Estonia', city('w:ee:viimsi', 'Viimsi'), 'ee-890'],
    ['the city, not the parish around it', city('w:ee:rakvere', 'Rakvere'), 'ee-663'],
    ['a municipality that is spelled otherwise', city('w:me:herceg-novi', 'Herceg Novi'), 'me-08'],
  ])('is %s', async (_, row, key) => {
    const vienna = { geonames_admin1: 'AT.09', geonames_name: 'Vienna', iso3166_2: 'AT-9', iso_name: 'Vienna' };
    expect(await keyOf(row, [vienna])).toBe(key);
  });

  test('is the one of two of its name that lies in it', async () => {
    const rows = [
      city('w:kr:gwangju-1', 'Gwangju', { admin1_code: 'KR.13', admin1_name: 'Gyeonggi-do', population: 2_000_000 }),
      city('w:kr:gwangju-2', 'Gwangju', { admin1_code: 'KR.18', admin1_name: 'Gwangju', population: 1 }),
    ];
    expect(await keysOf(rows, [GWANGJU, GYEONGGI])).toEqual(['kr-gwangju', 'kr-29']);
  });

  test('is the larger of two of its name that both lie elsewhere', async () => {
    const rows = [city('w:hu:debrecen-1', 'Debrecen', { population: 10 }), city('w:hu:debrecen-2', 'Debrecen', { population: 200_000 })];
    expect(await keysOf(rows)).toEqual(['hu-debrecen', 'hu-de']);
  });

  test('has its districts inside', async () => {
    const rows = [city('w:kr:yongsan', 'Yongsan-gu', { admin1_code: 'KR.11', admin1_name: 'Seoul' })];
    expect(await createdFrom(rows, [SEOUL])).toMatchObject([{ key: 'kr-yongsan-gu', partOf: 'kr-11' }]);
  });

  test('is not the prefecture where the city has a government of its own', async () => {
    const osaka = { geonames_admin1: 'JP.32', geonames_name: 'Osaka', iso3166_2: 'JP-27', iso_name: 'Osaka' };
    const rows = [
      city('w:jp:osaka', 'Osaka', { admin1_code: 'JP.32', admin1_name: 'Osaka' }),
      city('a:JP.32', 'Osaka', { iso2: 'JP', admin1_code: 'JP.32', admin1_name: 'Osaka', kind: 'admin1' }),
    ];
    expect(await keysOf(rows, [osaka])).toEqual(['jp-osaka', 'jp-27']);
  });
});

describe('a country', () => {
  test.each([
    ['w:sg:singapore', 'Singapore', 'sg-singapore'],
    ['w:hk:hong-kong', 'Hong Kong', 'hk-hong-kong'],
    ['w:lu:luxembourg', 'Luxembourg', 'lu-luxembourg'],
  ])('stands for a party that is not known, so that a city of its name is a place of its own: %s', async (id, name, key) => {
    expect(await keyOf({ id, name })).toBe(key);
  });

  test('is not the one that has it as a subdivision', async () => {
    const guiana = { geonames_admin1: 'GF.GF', geonames_name: 'Guyane', iso3166_2: 'FR-973', iso_name: 'Guyane' };
    const [cayenne] = await createdFrom([{ id: 'w:gf:cayenne', name: 'Cayenne', admin1_code: 'GF.GF', admin1_name: 'Guyane' }], [guiana]);
    expect(cayenne).toMatchObject({ key: 'gf-cayenne', partOf: 'gf' });
  });

  test.each(['NA', 'TW', 'XK', 'PS', 'HK'])('may have the code %s', async (iso2) => {
    const [place] = await createdFrom([{ id: 'w:xx:somewhere', name: 'Somewhere', iso2 }]);
    expect(place).toMatchObject({ key: `${iso2.toLowerCase()}-somewhere`, partOf: iso2.toLowerCase() });
  });
});

describe('a shipped place without codes', () => {
  test('is found by its name, in the place that it is part of', async () => {
    expect(await keyOf({ id: 'w:nc:le-mont-dore', name: 'Le Mont-Dore' })).toBe('nc-le-mont-dore');
  });

  test('is not found from elsewhere in the country', async () => {
    // Nanjing County in Fujian is shipped, and is not the city in Jiangsu.
    const jiangsu = { geonames_admin1: 'CN.04', geonames_name: 'Jiangsu', iso3166_2: 'CN-JS', iso_name: 'Jiangsu' };
    expect(await keyOf({ id: 'w:cn:nanjing', name: 'Nanjing', admin1_code: 'CN.04', admin1_name: 'Jiangsu' }, [jiangsu])).toBe(
      'cn-nanjing',
    );
  });
});
