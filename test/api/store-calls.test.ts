import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../engines.js';
import { type OpenedApi, openApi } from './open-api.js';

describe.each(ENGINES)('how many statements an operation takes on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openApi(engine);
  });
  afterAll(() => api.close());

  const NESTED = (first: number) => `{
    places(first: ${first}, within: "place:id", withAgreements: true) {
      nodes {
        name
        province { name }
        agreements(first: 10) {
          nodes {
            name
            state { phase stage { date { edtf } citations { source { title } } } }
            parties { place { name province { name } country { name } } }
            sectors { name }
            citations { source { title } }
          }
        }
      }
    }
  }`;

  test('the number follows the depth of the question, not the length of its lists', async () => {
    const few = await api.ask(NESTED(1));
    const many = await api.ask(NESTED(50));
    expect(few.errors).toEqual([]);
    expect(many.errors).toEqual([]);
    expect(many.storeCalls).toBeLessThanOrEqual(few.storeCalls + 3);
    expect(many.storeCalls).toBeLessThanOrEqual(24);
  });

  test.each([
    ['{ place(by: { id: "place:id-kota-batu" }) { name kind slug } }', 1],
    ['{ agreements(first: 5) { totalCount } }', 1],
    ['{ agreements(first: 5) { nodes { name } } }', 2],
    ['{ agreements(first: 5) { nodes { name } totalCount pageInfo { endCursor } } }', 3],
    [
      '{ provincesSharingForeignProvince(country: "place:id", first: 50) { nodes { provinces { name } shared { nodes { foreignProvince { name } agreements { nodes { name } } } } } } }',
      4,
    ],
    [
      '{ cousins(place: "place:id-kota-surabaya", first: 50) { edges { node { name } partners { totalCount nodes { place { name } agreements { name } } } } } }',
      6,
    ],
    ['{ partners(place: "place:id-jk", first: 50) { edges { node { name } agreements { name } } } }', 5],
    [
      '{ reach(place: "place:id-kota-manado", steps: 3) { counts { placeCount } places(first: 50) { edges { node { name } chainCount chain { steps { place { name } agreements { name } } } } } } }',
      12,
    ],
    [
      '{ chains(from: "place:id-kota-manado", to: "place:us-seattle") { chains { nodes { steps { place { name } agreements { name } } } } } }',
      9,
    ],
    ['{ triangles(place: "place:id-jk") { nodes { partners { name } sides { agreements { name } } } } }', 5],
    [
      '{ similarPlaces(place: "place:id-kota-surabaya", minShared: 1) { nodes { places { name } shared { totalCount nodes { place { name } agreements { name } } } } } }',
      9,
    ],
    ['{ negotiationFunnel(country: "place:id", by: PROVINCE) { province { name } total } }', 3],
  ])('%s', async (document, most) => {
    const { errors, storeCalls } = await api.ask(document);
    expect(errors).toEqual([]);
    expect(storeCalls).toBeLessThanOrEqual(most);
  });
});
