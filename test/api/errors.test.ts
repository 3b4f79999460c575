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
    [
      '{ events(from: "2024-01-02", until: "2024-01-01") { totalCount } }',
      'BAD_INPUT',
      'from 2024-01-02 is after until 2024-01-01. Accepted is the same day or an earlier one',
    ],
    ['{ stalledTalks(olderThan: "-P1Y") { totalCount } }', 'BAD_INPUT', 'is negative'],
    ['{ stalledTalks(olderThan: "P99999Y") { totalCount } }', 'BAD_INPUT', 'is too long'],
    ['{ stalledTalks(olderThan: "P9999999999999999Y") { totalCount } }', 'BAD_INPUT', 'is too long'],
    ['{ stalledTalks(olderThan: "P1.5Y") { totalCount } }', 'BAD_INPUT', 'is not a duration. Accepted is a duration such as P2Y or P18M'],
  ])('%s', async (document, code, message) => {
    const { data, errors } = await api.ask<Record<string, unknown>, object>(document);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.code).toBe(code);
    expect(errors[0]?.message).toContain(message);
    expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
  });

  test.each(['2023-02-29', '2024-13-01', '0000-01-01', 'yesterday', '2024-1-1', '', 2024, ['2024-01-01'], 'x'.repeat(5_000)])(
    'asOf %j is no day',
    async (asOf) => {
      const { errors } = await api.ask('query ($asOf: Date) { agreements(asOf: $asOf) { totalCount } }', { asOf });
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatchObject({
        code: 'BAD_INPUT',
        message: expect.stringMatching(/\$asOf.*is not a day\. Accepted is a day such as 2020-01-31/),
      });
    },
  );

  test.each([
    ['{ graphOn(date: "2025-02-30") { tieCount } }', 'date "2025-02-30" is not a day. Accepted is a day such as 2020-01-31'],
    [
      '{ graphOn(date: "0000-01-01") { tieCount } }',
      'date "0000-01-01" is not a day. Accepted is a day such as 2020-01-31, from the year 1 on',
    ],
    ['{ graphOn(date: 2025) { tieCount } }', 'date 2025 is not a day. Accepted is a day'],
    ['{ cousins(place: "place:id-jk", ties: { asOf: "x" }) { totalCount } }', 'asOf "x" is not a day. Accepted is a day'],
    ['{ events(from: "2024-01-32") { totalCount } }', 'from "2024-01-32" is not a day. Accepted is a day'],
    ['query ($day: Date! = "x") { graphOn(date: $day) { tieCount } }', '"x" is not a day. Accepted is a day'],
    [
      '{ stalledTalks(olderThan: "1 year") { totalCount } }',
      'olderThan "1 year" is not a duration. Accepted is a duration such as P2Y or P18M',
    ],
    ['{ awardsBeforeTalks(within: 1) { totalCount } }', 'within 1 is not a duration. Accepted is a duration such as P2Y or P18M'],
  ])('what is no day or duration is refused with the argument: %s', async (document, message) => {
    const { errors, storeCalls } = await api.ask(document);
    expect(errors.map(({ code }) => code)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(errors[0]?.message).toContain(message);
    expect(storeCalls).toBe(0);
  });

  test('a variable deep in a filter that is no day is named with its path', async () => {
    const { errors } = await api.ask('query ($ties: TieFilter) { countryMatrix(ties: $ties) { totalCount } }', {
      ties: { asOf: '2025-02-30' },
    });
    expect(errors).toMatchObject([
      { code: 'BAD_INPUT', message: expect.stringMatching(/"\$ties" .*"ties\.asOf"; "2025-02-30" is not a day\. Accepted is a day/) },
    ]);
  });

  test('a variable that is no duration is refused with what is accepted', async () => {
    const { errors } = await api.ask('query ($d: ISO8601Duration!) { stalledTalks(olderThan: $d) { totalCount } }', { d: '1 year' });
    expect(errors).toMatchObject([
      {
        code: 'BAD_INPUT',
        message: expect.stringMatching(/"\$d" .*"1 year" is not a duration\. Accepted is a duration such as P2Y or P18M/),
      },
    ]);
  });

  test('the first day is one', async () => {
    const { errors } = await api.ask('{ graphOn(date: "0001-01-01") { tieCount } agreements(asOf: "9999-12-31") { totalCount } }');
    expect(errors).toEqual([]);
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
