import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../engines.js';
import { type OpenedApi, openApi } from './open-api.js';

interface Connection {
  readonly totalCount: number;
  readonly nodes: readonly object[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Every list that counts ties: where it is in an answer, and how it is asked for, with PAGE for the page. */
const LISTS: readonly (readonly [path: string, question: string])[] = [
  ['countryMatrix', 'countryMatrix(PAGE) { LIST { countries { id } agreementCount } }'],
  ['provinceCountryMatrix', 'provinceCountryMatrix(PAGE) { LIST { province { id } partnerCountry { id } } }'],
  ['tiePanel.rows', 'tiePanel { rows(PAGE) { LIST { unit { id } partnerCountry { id } year } } }'],
  ['tiePanel.undated', 'tiePanel { undated(PAGE) { LIST { unit { id } partnerCountry { id } } } }'],
  ['domesticShare', 'domesticShare(PAGE) { LIST { country { id } share } }'],
  ['tiesByYear.years', 'tiesByYear(by: [KIND, DOMESTIC]) { years(PAGE) { LIST { year kind domestic } } }'],
  ['tiesByYear.undated', 'tiesByYear(by: [KIND, DOMESTIC]) { undated(PAGE) { LIST { year kind domestic } } }'],
  ['distanceDistribution.bins', 'distanceDistribution(binKm: 700) { bins(PAGE) { LIST { fromKm untilKm } } }'],
  ['sectorPairs', 'sectorPairs(PAGE) { LIST { sectors { id } } }'],
  ['levelMismatches.agreements', 'levelMismatches { agreements(PAGE) { LIST { id } } }'],
  ['levelMismatches.kindPairs', 'levelMismatches { kindPairs(PAGE) { LIST { higher lower } } }'],
  ['placesSharingPartners', 'placesSharingPartners(country: "place:my", by: PROVINCE, PAGE) { LIST { id } }'],
  ['provincesSharingForeignProvince', 'provincesSharingForeignProvince(pairs: ANY, minShared: 2, PAGE) { LIST { provinces { id } } }'],
];

describe.each(ENGINES)('counted ties on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openApi(engine);
  });
  afterAll(() => api.close());

  const ask = async <T>(document: string, variables = {}) => {
    const { data, errors } = await api.ask<T, object>(document, variables);
    expect(errors).toEqual([]);
    return data as T;
  };

  test.each(LISTS)('%s has each row once, page by page', async (path, question) => {
    const page = async (first: number, after: string | null) => {
      const asked = question
        .replace('PAGE', 'first: $first, after: $after')
        .replace('LIST', 'totalCount pageInfo { hasNextPage endCursor } nodes');
      const data = await ask(`query ($first: Int!, $after: String) { ${asked} }`, { first, after });
      return path.split('.').reduce((at, field) => (at as Record<string, unknown>)[field], data as unknown) as Connection;
    };
    const { nodes: expected, totalCount } = await page(100, null);
    expect(expected.length).toBe(Math.min(100, totalCount));
    expect(expected.length).toBeGreaterThan(0);
    const found: object[] = [];
    let after: string | null = null;
    do {
      const next: Connection = await page(7, after);
      found.push(...next.nodes);
      after = next.pageInfo.hasNextPage ? next.pageInfo.endCursor : null;
    } while (after !== null && found.length < expected.length);
    expect(found.slice(0, expected.length)).toEqual(expected);
    expect(new Set(found.map((row) => JSON.stringify(row))).size).toBe(found.length);
  });

  test('a regency and a city of one name are two units, and a province is neither of its cities', async () => {
    const { tiePanel } = await ask<{ tiePanel: Record<'rows' | 'undated', Connection> }>(
      `{ tiePanel(places: ["place:id-kota-bogor", "place:id-kabupaten-bogor", "place:id-yo", "place:id-kota-yogyakarta"]) {
        rows(first: 100) { nodes { unit { name } partnerCountry { name } year } }
        undated(first: 100) { nodes { unit { name } partnerCountry { name } } }
      } }`,
    );
    const units = [...tiePanel.rows.nodes, ...tiePanel.undated.nodes].map((row) => {
      const { unit, partnerCountry } = row as { unit: { name: string }; partnerCountry: { name: string } };
      return `${unit.name}, ${partnerCountry.name}`;
    });
    expect(units).toContain('Kabupaten Bogor, South Korea');
    expect(units).toContain('Kota Bogor, United States');
    expect(units).toContain('Daerah Istimewa Yogyakarta, Japan');
    expect(units).toContain('Kota Yogyakarta, Japan');
    expect(units).not.toContain('Kota Bogor, South Korea');
  });

  test('numbers can be checked by their agreements', async () => {
    const { countryMatrix } = await ask<{ countryMatrix: { nodes: { agreementCount: number; agreements: Connection }[] } }>(
      '{ countryMatrix(countries: ["place:id", "place:cn"]) { nodes { agreementCount agreements(first: 100) { totalCount nodes { id parties { place { country { id } } } } } } } }',
    );
    expect(countryMatrix.nodes.map(({ agreementCount, agreements }) => [agreementCount, agreements.totalCount])).toEqual([
      [51, 51],
      [16, 16],
    ]);
    for (const agreement of countryMatrix.nodes[0]?.agreements.nodes ?? []) {
      const { parties } = agreement as { parties: { place: { country: { id: string } } }[] };
      expect(parties.map(({ place }) => place.country.id).sort()).toEqual(['place:cn', 'place:id']);
    }
  });

  test.each([
    [
      '{ countryMatrix(countries: ["place:id-ji"]) { totalCount } }',
      'countries "place:id-ji" is a province. Accepted is the id of a country',
    ],
    ['{ provinceCountryMatrix(country: "place:id-ji") { totalCount } }', 'is a province. Accepted is the id of a country'],
    [
      '{ tiePanel(from: 2020, until: 2019) { rows { totalCount } } }',
      'from 2020 is after until 2019. Accepted is the same year or an earlier one',
    ],
    ['{ tiePanel(places: ["agreement:x"]) { rows { totalCount } } }', 'places "agreement:x" is not an id of type place'],
    ['{ tiePanel(balanced: true, from: 1, until: 9999) { rows { totalCount } } }', 'Accepted are 100000 at most: narrow it by country'],
    ['{ domesticShare(minTies: 0) { totalCount } }', 'minTies is 0'],
    ['{ distanceDistribution(binKm: 9) { tieCount } }', 'binKm is 9. Accepted is a number from 10 to 20000'],
    ['{ sectorPairs(minAgreements: 0) { totalCount } }', 'minAgreements is 0'],
    ['{ placesSharingPartners(country: "place:id-ji") { totalCount } }', 'is a province. Accepted is the id of a country'],
    ['{ placesSharingPartners(country: "place:id", minShared: 0) { totalCount } }', 'minShared is 0'],
    ['{ provincesSharingForeignProvince(minShared: 0) { totalCount } }', 'minShared is 0'],
    [
      '{ provincesSharingForeignProvince(country: "place:id", pairs: TWO_COUNTRIES) { totalCount } }',
      'pairs is TWO_COUNTRIES. Accepted with a country is ONE_COUNTRY.',
    ],
    ['{ countryMatrix(first: 101) { totalCount } }', 'first is 101'],
  ])('%s is refused', async (document, message) => {
    const { errors } = await api.ask(document);
    expect(errors.map(({ code }) => code)).toEqual(['BAD_INPUT']);
    expect(errors[0]?.message).toContain(message);
  });

  test('more ids than are accepted are refused', async () => {
    const ids = Array.from({ length: 101 }, () => 'place:id');
    const { errors } = await api.ask(
      'query ($ids: [ID!]) { countryMatrix(countries: $ids) { totalCount } tiePanel(places: $ids) { rows { totalCount } } }',
      { ids },
    );
    expect(errors.map(({ message }) => message).sort()).toEqual([
      'countries has 101 ids. Accepted are 50 at most.',
      'places has 101 ids. Accepted are 100 at most.',
    ]);
  });

  test('where nothing counts, the answer is empty', async () => {
    const none = 'ties: { kinds: [SISTER_PORT], country: "place:cn" }';
    const answer = await ask(`{
      countryMatrix(${none}) { totalCount }
      domesticShare(${none}) { totalCount }
      tiePanel(balanced: true, ${none}) { rows { totalCount } undated { totalCount } }
      distanceDistribution(${none}) { tieCount unknownTieCount minKm medianKm meanKm bins { totalCount } }
      placesSharingPartners(country: "place:id", ${none}) { totalCount }
      provincesSharingForeignProvince(${none}) { totalCount }
    }`);
    expect(answer).toEqual({
      countryMatrix: { totalCount: 0 },
      domesticShare: { totalCount: 0 },
      tiePanel: { rows: { totalCount: 0 }, undated: { totalCount: 0 } },
      distanceDistribution: { tieCount: 0, unknownTieCount: 0, minKm: null, medianKm: null, meanKm: null, bins: { totalCount: 0 } },
      placesSharingPartners: { totalCount: 0 },
      provincesSharingForeignProvince: { totalCount: 0 },
    });
  });

  test('the state of a day is the state of that day', async () => {
    const { tiesByYear } = await ask<{ tiesByYear: { years: Connection } }>(
      '{ tiesByYear(ties: { asOf: "1989-12-31" }) { years(first: 100) { nodes { year tieCount } } } }',
    );
    expect(tiesByYear.years.nodes).toEqual([
      { year: 1960, tieCount: 1 },
      { year: 1979, tieCount: 1 },
      { year: 1984, tieCount: 4 },
      { year: 1985, tieCount: 1 },
      { year: 1986, tieCount: 2 },
      { year: 1988, tieCount: 1 },
      { year: 1989, tieCount: 3 },
    ]);
  });

  test.each(LISTS)('%s asks the store as often for many rows as for few', async (_, question) => {
    const document = (first: number) => `{ ${question.replace('PAGE', `first: ${first}`).replace('LIST', 'nodes')} }`;
    await api.ask(document(1));
    const [few, many] = [await api.ask(document(1)), await api.ask(document(100))];
    expect(many.errors).toEqual([]);
    expect(many.storeCalls).toBeLessThanOrEqual(few.storeCalls);
    expect(many.storeCalls).toBeLessThanOrEqual(6);
  });
});
