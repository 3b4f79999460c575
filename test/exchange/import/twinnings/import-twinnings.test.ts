import { beforeAll, describe, expect, test } from 'vitest';
import { RECORD_TYPES } from '../../../../src/exchange/format/records.js';
import { importTwinnings } from '../../../../src/exchange/import/twinnings/import-twinnings.js';
import { nodeOf, relationshipsOf } from '../../dataset/batches.js';
import { filesOf, filesOfTables, imported, placesText, shippedData, type TwinningRow, twinningsText } from './tables.js';

beforeAll(shippedData, 60_000);

const PLACES = [
  { id: 'w:de:aachen', name: 'Aachen' },
  { id: 'w:de:bonn', name: 'Bonn' },
  { id: 'w:fr:reims', name: 'Reims' },
];
const surabaya = { id: 'g1625822', name: 'Surabaya', iso2: 'ID', geonameid: 1625822 };
const seattle = { id: 'g5809844', name: 'Seattle', iso2: 'US', geonameid: 5809844 };

const agreementsOf = async (...twinnings: TwinningRow[]) => (await imported({ places: PLACES, twinnings })).data.agreements;

describe('a pair', () => {
  test('becomes an agreement of its places in the order of their keys', async () => {
    expect(await agreementsOf(['w:fr:reims', 'w:de:aachen'])).toMatchObject([
      { key: 'de-aachen.fr-reims', kind: 'SISTER_CITY', parties: ['de-aachen', 'fr-reims'] },
    ]);
  });

  test.each<[string, ...TwinningRow[]]>([
    ['both ways round', ['w:fr:reims', 'w:de:aachen', 'D'], ['w:de:aachen', 'w:fr:reims', 'W']],
    ['twice', ['w:fr:reims', 'w:de:aachen', 'D'], ['w:fr:reims', 'w:de:aachen', 'W']],
    ['from both lists at once', ['w:fr:reims', 'w:de:aachen', 'DW']],
  ])('is one agreement when it is there %s', async (_, ...rows) => {
    const agreements = await agreementsOf(...rows);
    expect(agreements).toHaveLength(1);
    expect(agreements[0]?.cites.map(({ source }) => source)).toEqual([
      'world-twinnings-wikipedia',
      'world-twinnings-wikidata',
      'world-twinnings-wikipedia',
    ]);
  });

  test('of places in one country is domestic', async () => {
    expect(await agreementsOf(['w:de:bonn', 'w:de:aachen'])).toMatchObject([{ kind: 'DOMESTIC' }]);
  });

  test('that would join a place with itself is left out', async () => {
    const places = [...PLACES, { id: 'w:de:x', name: 'X', geonameid: 2904789 }, { id: 'w:de:y', name: 'Y', qid: 'Q3185' }];
    const { data, report } = await imported({
      places,
      twinnings: [
        ['w:de:x', 'w:de:y'],
        ['w:fr:reims', 'w:fr:reims'],
      ],
    });
    expect(data.agreements).toEqual([]);
    expect(report.agreements).toMatchObject({ read: 2, withItself: 2, created: {} });
  });

  test('need not touch any other', async () => {
    const places = [...PLACES, { id: 'w:na:windhoek', name: 'Windhoek' }, { id: 'w:fj:suva', name: 'Suva' }];
    const { data } = await imported({
      places,
      twinnings: [
        ['w:de:aachen', 'w:fr:reims'],
        ['w:na:windhoek', 'w:fj:suva'],
      ],
    });
    expect(data.agreements.map(({ key }) => key)).toEqual(['de-aachen.fr-reims', 'fj-suva.na-windhoek']);
  });
});

describe('the kind of an agreement', () => {
  const row = (code: string, name: string, iso: string) => ({ geonames_admin1: code, geonames_name: name, iso3166_2: iso, iso_name: name });
  const first = (code: string, name: string) => ({
    ...{ id: `a:${code}`, name, iso2: code.slice(0, 2), admin1_code: code, admin1_name: name, kind: 'admin1' },
  });
  const subdivisions = [row('JP.01', 'Aichi', 'JP-23'), row('AU.07', 'Victoria', 'AU-VIC'), row('DE.16', 'Berlin', 'DE-BE')];
  const places = [first('JP.01', 'Aichi'), first('AU.07', 'Victoria'), first('DE.16', 'Berlin'), { id: 'w:fr:reims', name: 'Reims' }];

  test.each([
    ['of two first-level subdivisions is that of provinces', 'a:JP.01', 'a:AU.07', 'SISTER_PROVINCE'],
    ['of a first-level subdivision and a city is that of cities', 'a:JP.01', 'w:fr:reims', 'SISTER_CITY'],
    ['of a city that is a first-level subdivision is that of cities', 'a:JP.01', 'a:DE.16', 'SISTER_CITY'],
  ])('%s', async (_, a, b, kind) => {
    const { data } = await imported({ places, subdivisions, twinnings: [[a, b]] });
    expect(data.agreements).toMatchObject([{ kind }]);
  });
});

describe('what the lists say', () => {
  test.each([
    ['D', [['world-twinnings-wikidata', 'LOW']]],
    ['W', [['world-twinnings-wikipedia', 'MEDIUM']]],
    [
      'DW',
      [
        ['world-twinnings-wikipedia', 'MEDIUM'],
        ['world-twinnings-wikidata', 'LOW'],
      ],
    ],
  ])('is cited from %s', async (sources, expected) => {
    const [agreement] = await agreementsOf(['w:fr:reims', 'w:de:aachen', sources]);
    const cited = (basis: string, cites = agreement?.cites) =>
      cites?.filter((cite) => cite.basis === basis && cite.field === undefined).map(({ source, confidence }) => [source, confidence]);
    expect(cited('STATED')).toEqual(expected);
    expect(cited('INFERRED', agreement?.stages[0]?.cites)).toEqual(expected);
  });

  test('is that two places are twins; that and as what they signed follows, and says why', async () => {
    const [agreement] = await agreementsOf(['w:fr:reims', 'w:de:aachen', 'W']);
    expect(agreement?.stages).toMatchObject([
      { stage: 'SIGNED', cites: [{ basis: 'INFERRED', note: expect.stringContaining('twinned') }] },
    ]);
    expect(agreement?.stages[0]).not.toHaveProperty('date');
    expect(agreement?.cites.slice(1)).toMatchObject([{ field: 'kind', basis: 'INFERRED', note: expect.any(String) }]);
  });

  test('has sources with their terms', async () => {
    const { data } = await imported({ places: PLACES });
    expect(data.sources.map(({ kind, published, licence, url }) => ({ kind, published, licence, url }))).toEqual([
      { kind: 'DATASET', published: '2026-02', licence: 'CC BY-SA 4.0', url: 'https://github.com/Hekman/twincities' },
      { kind: 'DATASET', published: '2016-09', licence: 'CC0 1.0', url: 'https://github.com/L3viathan/sister-cities' },
    ]);
  });
});

describe('an agreement that is there already', () => {
  test('cites the lists, after what it cites itself, and makes no second one', async () => {
    const { data, batch, report } = await imported({ places: [surabaya, seattle], twinnings: [['g5809844', 'g1625822', 'DW']] });
    expect(data.agreements).toEqual([]);
    expect(report.agreements).toMatchObject({ merged: 1, created: {} });
    const known = (await shippedData()).data.agreements.find(({ parties }) => parties.includes('us-seattle'));
    expect(relationshipsOf(batch, 'Agreement CITES Source', `agreement:${known?.key}`)).toMatchObject([
      { to: 'source:world-twinnings-wikipedia', position: known?.cites.length, basis: 'STATED', confidence: 'MEDIUM' },
      { to: 'source:world-twinnings-wikidata', position: (known?.cites.length ?? 0) + 1, basis: 'STATED', confidence: 'LOW' },
    ]);
    expect(batch.nodes.has('Agreement')).toBe(false);
  });

  test('is named where a new one is with a place around or inside one of its parties', async () => {
    const districts = [
      { id: 'w:us:seattle-ballard', name: 'Ballard (Seattle)' },
      { id: 'w:us:seattle', name: 'Seattle', geonameid: 5809844 },
    ];
    const { report } = await imported({ places: [surabaya, ...districts], twinnings: [['g1625822', 'w:us:seattle-ballard']] });
    expect(report.agreements.doubtful).toEqual(['Kota Surabaya – Ballard (id-kota-surabaya.us-seattle-ballard): perhaps surabaya-seattle']);
  });

  test('is the plainest of several', async () => {
    const ground = await shippedData();
    const like = (key: string, kind: string) =>
      RECORD_TYPES.agreements.parse({
        ...{ key, kind, parties: ['id-kota-blitar', 'jp-uji'], cites: [{ source: 'geonames' }] },
        stages: [{ stage: 'SIGNED', cites: [{ source: 'geonames' }] }],
      });
    const uji = RECORD_TYPES.places.parse({ key: 'jp-uji', kind: 'CITY', name: 'Uji', partOf: 'jp-26', cites: [{ source: 'geonames' }] });
    const agreements = [like('a-plan', 'COOPERATION'), like('b-twins', 'SISTER_CITY'), like('c-friends', 'FRIENDSHIP')];
    const { batch } = await imported(
      {
        places: [
          { id: 'w:jp:uji', name: 'Uji', admin1_code: 'JP.22' },
          { id: 'w:id:blitar', name: 'Blitar', admin1_code: 'ID.08' },
        ],
        subdivisions: [
          { geonames_admin1: 'JP.22', geonames_name: 'Kyoto', iso3166_2: 'JP-26', iso_name: 'Kyoto' },
          { geonames_admin1: 'ID.08', geonames_name: 'East Java', iso3166_2: 'ID-JI', iso_name: 'East Java' },
        ],
        twinnings: [['w:jp:uji', 'w:id:blitar']],
      },
      { ...ground, data: { ...ground.data, agreements, places: [...ground.data.places, uji] } },
    );
    expect(batch.relationships.get('Agreement CITES Source')?.rows.map(({ from }) => from)).toEqual(['agreement:b-twins']);
  });
});

describe('a new place', () => {
  test('has what the table knows of it', async () => {
    const saxony = { geonames_admin1: 'DE.06', geonames_name: 'Lower Saxony', iso3166_2: 'DE-NI', iso_name: 'Niedersachsen' };
    const goslar = {
      ...{ id: 'g2918987', name: 'Goslar', iso2: 'DE', geonameid: 2918987, qid: 'Q888888|Q999999', kind: 'place' },
      ...{ lat: '51.90425', lng: '10.42766', population: 41785, admin1_code: 'DE.06', admin1_name: 'Lower Saxony' },
    };
    const { data, batch } = await imported({ places: [goslar], subdivisions: [saxony] });
    expect(data.places).toMatchObject([
      {
        ...{ key: 'de-goslar', slug: 'de-goslar', kind: 'CITY', name: 'Goslar', partOf: 'de-ni', population: 41785 },
        location: { latitude: 51.90425, longitude: 10.42766 },
        codes: [
          { scheme: 'GEONAMES', value: '2918987' },
          { scheme: 'WIKIDATA', value: 'Q888888' },
          { scheme: 'WIKIDATA', value: 'Q999999' },
        ],
        cites: [
          { source: 'geonames', at: '2918987' },
          { source: 'wikidata', at: 'Q888888' },
          { source: 'wikidata', at: 'Q999999' },
        ],
      },
    ]);
    expect(nodeOf(batch, 'Place', 'place:de-goslar')).toMatchObject({ country: 'place:de', province: 'place:de-ni', sortName: 'goslar' });
  });

  test('cites the list that names it, when it has no code', async () => {
    const { data } = await imported({ places: PLACES, twinnings: [['w:fr:reims', 'w:de:aachen', 'D']] });
    expect(data.places.find(({ key }) => key === 'fr-reims')?.cites).toMatchObject([
      { source: 'world-twinnings-wikidata', confidence: 'LOW' },
    ]);
  });

  test('says so, when where it lies is a guess', async () => {
    const { data } = await imported({
      places: [{ id: 'w:de:aachen', name: 'Aachen', admin1_method: 'nearest GeoNames place(shared coords)' }],
    });
    expect(data.places[0]?.cites.slice(1)).toMatchObject([
      { source: 'geonames', field: 'partOf', basis: 'INFERRED', confidence: 'LOW', note: expect.any(String) },
    ]);
  });

  test.each([
    ['Leduc County', 'area', 'REGENCY', 'county'],
    ['County Carlow', 'area', 'REGENCY', 'county'],
    ['Yavoriv Raion', 'area', 'REGENCY', 'raion'],
    ['Merki District', 'area', 'REGENCY', 'district'],
    ['Enz (district)', 'area', 'REGENCY', 'district'],
    ['Vilnius District Municipality', 'area', 'REGENCY', 'district municipality'],
    ['Palermo Province', 'area', 'REGION', 'province'],
    ['Leine Valley', 'area', 'REGION', undefined],
    ['Gangjin County', 'place', 'REGENCY', 'county'],
    ['Districtville', 'place', 'CITY', undefined],
    ['Aachen', 'place', 'CITY', undefined],
  ])('named %s (%s) is a %s', async (name, kind, expected, designation) => {
    const { data } = await imported({ places: [{ id: 'w:pl:x', name, kind }] });
    expect(data.places).toMatchObject([{ kind: expected }]);
    expect(data.places[0]?.designation).toBe(designation);
  });

  test('named as a district is a part of the city that it lies in', async () => {
    const seoul = { geonames_admin1: 'KR.11', geonames_name: 'Seoul', iso3166_2: 'KR-11', iso_name: 'Seoul' };
    const { data } = await imported({
      places: [{ id: 'w:kr:gangbuk', name: 'Gangbuk District', admin1_code: 'KR.11' }],
      subdivisions: [seoul],
    });
    expect(data.places).toMatchObject([{ kind: 'DISTRICT', designation: 'district', partOf: 'kr-11' }]);
  });
});

describe('the import', () => {
  test('is refused whole, with every reference that leads nowhere', async () => {
    const places = placesText([...PLACES, { id: 'w:de:bonn', name: 'Bonn again' }, { id: 'w:zz:x', name: 'X' }]);
    const files = await filesOf({ places, twinnings: twinningsText([]) });
    await expect(importTwinnings(files, await shippedData())).rejects.toMatchObject({
      problems: [
        { file: files.places, line: 5, field: 'id', message: expect.stringContaining('the place w:de:bonn is in line 3 already; ') },
        { file: files.places, line: 6, field: 'iso2', message: 'there is no country ZZ; accepted are codes of ISO 3166-1 and XK' },
      ],
    });
    const others = await filesOf({
      places: placesText(PLACES),
      twinnings: twinningsText([
        ['w:de:bonn', 'nowhere'],
        ['x', 'y'],
      ]),
    });
    await expect(importTwinnings(others, await shippedData())).rejects.toMatchObject({
      problems: [
        { line: 2, field: 'b', message: expect.stringContaining(`there is no place nowhere in ${others.places}; `) },
        { line: 3, field: 'a' },
        { line: 3, field: 'b' },
      ],
    });
  });

  test('has another fingerprint for other files and for other ground, and no other', async () => {
    const ground = await shippedData();
    const tables = { places: PLACES, twinnings: [['w:de:bonn', 'w:fr:reims']] as const };
    const files = await filesOfTables(tables);
    const fingerprints = await Promise.all([
      importTwinnings(files, ground),
      importTwinnings(await filesOfTables(tables), ground),
      importTwinnings(await filesOfTables({ ...tables, twinnings: [['w:de:bonn', 'w:fr:reims', 'D']] }), ground),
      importTwinnings(files, { ...ground, fingerprint: 'another' }),
      importTwinnings({ places: files.places, twinnings: files.twinnings }, ground),
    ]).then((all) => all.map(({ fingerprint }) => fingerprint));
    expect(fingerprints[1]).toBe(fingerprints[0]);
    expect(new Set(fingerprints).size).toBe(4);
  });

  test('gives the same keys whichever way the rows are ordered', async () => {
    const places = [
      { id: 'g1', name: 'Newport', iso2: 'GB', geonameid: 1 },
      { id: 'g2', name: 'Newport', iso2: 'GB', geonameid: 2 },
      ...PLACES,
    ];
    const keys = async (rows: typeof places) => (await imported({ places: rows })).data.places.map(({ key }) => key).sort();
    expect(await keys(places)).toEqual(await keys(places.toReversed()));
  });
});
