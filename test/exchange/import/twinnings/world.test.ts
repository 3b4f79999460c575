import { describe, expect, test } from 'vitest';
import { checkReferences } from '../../../../src/exchange/dataset/check-references.js';
import { assembleWorld, worldFiles } from '../../../world-graph.js';

const files = worldFiles();
if ('absent' in files) console.log(`The world is not tested: ${files.absent}`);

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((total, one) => total + one, 0);
const twice = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value, index + 1) >= 0);
/** Like `twice`, for many. */
const repeated = (values: readonly string[]) => (new Set(values).size === values.length ? [] : twice(values));

describe.skipIf('absent' in files)('the world', async () => {
  if ('absent' in files) return;
  const { shipped, world } = await assembleWorld();
  const { report, data, batch } = world;
  const parties = new Set(data.agreements.flatMap((agreement) => agreement.parties));
  const agreement = (key: string) => data.agreements.find((one) => one.key === key);

  test('accounts for every place and pair', () => {
    const { places, agreements } = report;
    expect(sum(places.resolved) + sum(places.created) + places.repeated).toBe(places.read);
    expect(sum(agreements.created) + agreements.merged + agreements.repeated + agreements.withItself).toBe(agreements.read);
  });

  test('comes to the numbers that were looked at', () => {
    expect(report.places.read).toBe(18_796);
    expect(report.places.resolved).toEqual({
      'having been looked up by hand': 40,
      'a GeoNames or Wikidata code': 160,
      'the first-level subdivision that it is': 186,
      'its name, among the cities and regencies of an Indonesian province': 10,
      'its name, as a city that is a first-level subdivision': 397,
      'its name, in the same subdivision': 2,
    });
    expect(report.places.created).toEqual({ CITY: 17_454, REGENCY: 261, DISTRICT: 220, PROVINCE: 20, REGION: 15 });
    expect(report.agreements).toMatchObject({
      read: 30_946,
      created: { SISTER_CITY: 28_972, DOMESTIC: 1_728, SISTER_PROVINCE: 25, SISTER_REGENCY: 5 },
      merged: 83,
      repeated: 133,
      withItself: 0,
    });
    expect(report.places).toMatchObject({ completed: 647, withoutProvince: 495 });
    expect(report.places.doubtful).toHaveLength(4);
    expect(report.agreements.doubtful).toHaveLength(4);
  });

  test.each([
    ['Prague, which ships as Praha', 'cz-10', { otherNames: [{ text: 'Prague' }], location: { latitude: 50.08804, longitude: 14.42076 } }],
    ['Saint Petersburg, whose name is transliterated', 'ru-spe', { otherNames: [{ text: 'Saint Petersburg' }] }],
    ['Shanghai, whose code is that of the city', 'cn-sh', { codes: [{ scheme: 'GEONAMES', value: '1796236' }, { scheme: 'WIKIDATA' }] }],
  ])('completes %s', (_, key, detail) => {
    expect(data.placeDetails.find((one) => one.key === key)).toMatchObject(detail);
  });

  test('knows where nearly every place is', () => {
    const located = new Set(batch.units.flatMap(({ of, completion }) => (completion?.latitude === undefined ? [] : [of.id])));
    const all = [...(shipped.batch.nodes.get('Place') ?? []), ...(batch.nodes.get('Place') ?? [])];
    const places = all.filter(({ id }) => parties.has(id.slice('place:'.length)));
    const nowhere = places.filter(({ id, properties }) => (properties.latitude ?? null) === null && !located.has(id));
    expect(nowhere.length / places.length).toBeLessThan(0.01);
  });

  test('holds references', () => {
    const both = {
      ...shipped.data,
      sources: [...shipped.data.sources, ...data.sources],
      places: [...shipped.data.places, ...data.places],
      placeDetails: [...shipped.data.placeDetails, ...data.placeDetails],
      agreements: [...shipped.data.agreements, ...data.agreements],
    };
    expect(checkReferences({ data: both, origins: new WeakMap(), contents: [] })).toEqual([]);
  });

  test('has nothing twice: ids, slugs, codes, pairs', () => {
    for (const [label, rows] of batch.nodes) {
      expect(repeated([...(shipped.batch.nodes.get(label) ?? []), ...rows].map(({ id }) => id))).toEqual([]);
    }
    const places = [...(shipped.batch.nodes.get('Place') ?? []), ...(batch.nodes.get('Place') ?? [])];
    expect(repeated(places.map(({ properties }) => String(properties.slug)))).toEqual([]);
    const pairs = [...shipped.data.agreements.filter(({ parties: { length } }) => length === 2), ...data.agreements];
    const known = new Set(shipped.data.agreements.map(({ key }) => key));
    const pairsOf = (of: typeof pairs) => of.map((one) => [...one.parties].sort().join(' '));
    const isKnown = new Set(pairsOf(pairs.filter(({ key }) => known.has(key))));
    expect(repeated(pairsOf(data.agreements))).toEqual([]);
    expect(pairsOf(data.agreements).filter((pair) => isKnown.has(pair))).toEqual([]);
  });

  test('leaves no place without an agreement, and no agreement without two places', () => {
    expect(data.places.filter(({ key }) => !parties.has(key)).map(({ key }) => key)).toEqual([]);
    expect(data.agreements.filter((one) => new Set(one.parties).size !== 2)).toEqual([]);
  });

  test('puts every new place into its country', () => {
    const rows = batch.nodes.get('Place') ?? [];
    expect(rows.filter(({ id, properties }) => properties.country !== `place:${id.slice('place:'.length).split('-')[0]}`)).toEqual([]);
    // Most are in a first-level subdivision, too.
    expect(rows.filter(({ properties }) => properties.province === null).length).toBeLessThan(600);
  });

  test.each([
    ['Aachen and Reims', 'de-aachen.fr-reims', 'SISTER_CITY'],
    ['Coventry and Volgograd', 'gb-coventry.ru-volgograd', 'SISTER_CITY'],
    ['Berlin, a state, and Windhoek in Namibia', 'de-be.na-windhoek', 'SISTER_CITY'],
    ['Hamburg and Shanghai, each a city and more', 'cn-sh.de-hh', 'SISTER_CITY'],
    ['Osaka, the city, and San Francisco', 'jp-osaka.us-san-francisco', 'SISTER_CITY'],
    ['Osaka, the prefecture, and California', 'jp-27.us-ca', 'SISTER_PROVINCE'],
    ['Graz and Maribor, a municipality', 'at-graz.si-070', 'SISTER_CITY'],
    ['Debrecen, a city outside its county, and Brno', 'cz-brno.hu-de', 'SISTER_CITY'],
    ['Gangnam, twice in the table, and Riverside', 'kr-seoul-gangnam.us-riverside', 'SISTER_CITY'],
    ['Sorong and Gaborone', 'bw-ga.id-kota-sorong', 'SISTER_CITY'],
    ['Makassar and Samarinda', 'id-kota-makassar.id-kota-samarinda', 'DOMESTIC'],
    ['Yogyakarta, the city, and Kyoto, the prefecture', 'id-kota-yogyakarta.jp-26', 'SISTER_CITY'],
  ])('has %s', (_, key, kind) => {
    expect(agreement(key)).toMatchObject({ kind });
  });

  test.each([
    ['Surabaya and Seattle', 'surabaya-seattle', ['world-twinnings-wikidata', 'world-twinnings-wikipedia']],
    ['Jakarta and Berlin', 'jakarta-berlin', ['world-twinnings-wikidata', 'world-twinnings-wikipedia']],
    ['Padang and Bà Rịa–Vũng Tàu', 'padang-ba-ria-vung-tau', ['world-twinnings-wikipedia']],
    ['Yogyakarta, the province, and Kyoto', 'di-yogyakarta-kyoto', ['world-twinnings-wikidata']],
  ])('adds to what is known of %s', (_, key, sources) => {
    const cites = batch.relationships.get('Agreement CITES Source')?.rows.filter(({ from }) => from === `agreement:${key}`);
    expect(cites?.map(({ to }) => to.slice('source:'.length)).sort()).toEqual(sources);
  });
});
