import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../engines.js';
import { type OpenedApi, openApi } from './open-api.js';

describe.each(ENGINES)('bad input on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openApi(engine);
  });
  afterAll(() => api.close());

  test.each([
    ['{ node(id: "place:atlantis") { id } }', 'NOT_FOUND', 'id: nothing has the id "place:atlantis"'],
    ['{ node(id: "garbage") { id } }', 'BAD_INPUT', '"garbage" is not an id'],
    ['{ node(id: "code:kemendagri.35") { id } }', 'BAD_INPUT', 'is not an id'],
    ['{ agreement(id: "agreement:none") { id } }', 'NOT_FOUND', 'id: there is no agreement "agreement:none"'],
    ['{ agreement(id: "place:id") { id } }', 'BAD_INPUT', 'is not an id of type agreement'],
    ['{ place(by: {}) { id } }', 'BAD_INPUT', 'by has 0 fields'],
    ['{ place(by: { id: "place:id", iso: "ID" }) { id } }', 'BAD_INPUT', 'by has 2 fields'],
    ['{ place(by: { kemendagri: "99.99" }) { id } }', 'NOT_FOUND', 'there is no place with the kemendagri "99.99"'],
    ['{ place(by: { slug: "atlantis" }) { id } }', 'NOT_FOUND', 'there is no place with the slug "atlantis"'],
    ['{ cousins(place: "place:none") { totalCount } }', 'NOT_FOUND', 'there is no place'],
    ['{ partners(place: "place:none") { totalCount } }', 'NOT_FOUND', 'place: there is no place "place:none"'],
    ['{ partners(place: "place:id-jk", within: "place:none") { totalCount } }', 'NOT_FOUND', 'within: there is no place "place:none"'],
    [
      '{ cousins(place: "place:id-jk", within: "agreement:none") { totalCount } }',
      'BAD_INPUT',
      'within "agreement:none" is not an id of type place',
    ],
    ['{ triangles(place: "place:none") { totalCount } }', 'NOT_FOUND', 'there is no place'],
    ['{ reach(place: "place:id-jk", steps: 4) { counts { distance } } }', 'BAD_INPUT', 'steps is 4. Accepted is a number from 1 to 3'],
    ['{ cliques(minSize: 2) { totalCount } }', 'BAD_INPUT', 'minSize is 2. Accepted is a number from 3 to 100'],
    ['{ cliques(place: "place:none") { totalCount } }', 'NOT_FOUND', 'there is no place'],
    ['{ similarPlaces(minShared: 0) { totalCount } }', 'BAD_INPUT', 'minShared is 0. Accepted is a number from 1'],
    ['{ similarPlaces(place: "place:none") { totalCount } }', 'NOT_FOUND', 'there is no place'],
    ['{ chains(from: "place:id-jk", to: "place:none") { status } }', 'NOT_FOUND', 'to: there is no place "place:none"'],
    [
      '{ chains(from: "place:id-jk", to: "place:id-jb", maxLength: 31) { status } }',
      'BAD_INPUT',
      'maxLength is 31. Accepted is a number from 1 to 30',
    ],
    ['{ facilitation(agreement: "agreement:none") { agreement { id } } }', 'NOT_FOUND', 'there is no agreement'],
    ['{ missionCoverage(mission: "mission:none") { summary { total } } }', 'NOT_FOUND', 'there is no mission'],
    ['{ negotiationFunnel(country: "place:id-ji") { total } }', 'BAD_INPUT', 'is a province. Accepted is the id of a country'],
    [
      '{ provincesSharingForeignProvince(country: "place:id-ji") { totalCount } }',
      'BAD_INPUT',
      'is a province. Accepted is the id of a country',
    ],
    ['{ provincesSharingForeignProvince(country: "place:id", minShared: 0) { totalCount } }', 'BAD_INPUT', 'minShared is 0'],
    ['{ events(from: "2024-01-02", until: "2024-01-01") { totalCount } }', 'BAD_INPUT', 'begins on 2024-01-02 and ends before'],
    ['{ stalledTalks(olderThan: "-P1Y") { totalCount } }', 'BAD_INPUT', 'is negative'],
    ['{ stalledTalks(olderThan: "P99999Y") { totalCount } }', 'BAD_INPUT', 'is too long'],
  ])('%s', async (document, code, message) => {
    const { data, errors } = await api.ask<Record<string, unknown>, object>(document);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.code).toBe(code);
    expect(errors[0]?.message).toContain(message);
    expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
  });

  test.each(['2023-02-29', '2024-13-01', 'yesterday', '2024-1-1', ''])('asOf "%s" is no day', async (asOf) => {
    const { errors } = await api.ask('query ($asOf: Date) { agreements(asOf: $asOf) { totalCount } }', { asOf });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('asOf') });
  });

  test('29 February of a leap year is a day', async () => {
    const { errors } = await api.ask(
      '{ agreements(asOf: "2024-02-29") { totalCount } stalledTalks(asOf: "2024-02-29", olderThan: "P1Y") { totalCount } }',
    );
    expect(errors).toEqual([]);
  });

  test('nodes answers those that exist and says which do not', async () => {
    const { data, errors } = await api.ask('{ nodes(ids: ["place:id", "place:none", "sector:education", "x"]) { id } }');
    expect(data).toEqual({ nodes: [{ id: 'place:id' }, null, { id: 'sector:education' }, null] });
    expect(Object.fromEntries(errors.map(({ code, path }) => [path, code]))).toEqual({ 'nodes.1': 'NOT_FOUND', 'nodes.3': 'BAD_INPUT' });
  });

  test('more than 100 ids are refused', async () => {
    const { errors } = await api.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: Array.from({ length: 101 }, () => 'place:id'),
    });
    expect(errors.map(({ code }) => code)).toEqual(['BAD_INPUT']);
  });

  test('a very long id is not repeated in full', async () => {
    const { errors } = await api.ask('query ($id: ID!) { node(id: $id) { id } }', { id: 'x'.repeat(100_000) });
    expect(errors[0]?.message.length).toBeLessThan(300);
  });

  test.each(['{ nothing }', '{ places(kinds: [CASTLE]) { totalCount } }', '{ places { ', ''])(
    'a document that is no question is refused: %s',
    async (document) => {
      const { data, errors, storeCalls } = await api.ask(document);
      expect(data).toBeNull();
      expect(errors.length).toBeGreaterThan(0);
      expect(storeCalls).toBe(0);
    },
  );

  test('what reads like Cypher is only ever a value', async () => {
    const before = await api.ask('{ graph { counts { label total } } }');
    const text = `') MATCH (n) DETACH DELETE n //`;
    const { errors } = await api.ask(
      'query ($text: String!, $id: ID!) { search(text: $text) { totalCount } place(by: { slug: $text }) { id } node(id: $id) { id } }',
      {
        text,
        id: `place:${text}`,
      },
    );
    expect(errors.map(({ code }) => code).sort()).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(await api.ask('{ graph { counts { label total } } }')).toMatchObject({ data: before.data });
  });
});
