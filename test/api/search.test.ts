import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../engines.js';
import { type OpenedApi, openApi } from './open-api.js';

interface Found {
  readonly search: {
    readonly totalCount: number;
    readonly edges: {
      readonly score: number;
      readonly matchedName: string;
      readonly cursor: string;
      readonly node: { readonly id: string };
    }[];
  };
}

const SEARCH = `query ($text: String!, $first: Int = 10, $after: String, $types: [Searchable!]) {
  search(text: $text, first: $first, after: $after, types: $types) { totalCount edges { score matchedName cursor node { ... on Node { id } } } }
}`;

describe.each(ENGINES)('search on $name', (engine) => {
  let api: OpenedApi;
  beforeAll(async () => {
    api = await openApi(engine);
  });
  afterAll(() => api.close());

  async function find(text: string, more: object = {}) {
    const { data, errors } = await api.ask<Found, object>(SEARCH, { text, ...more });
    expect(errors).toEqual([]);
    return (data as Found).search;
  }

  test.each([
    ['kota batu', 'place:id-kota-batu', 'the whole name'],
    ['KOTA BATU', 'place:id-kota-batu', 'another case'],
    ['surab', 'place:id-kota-surabaya', 'the beginning of a word'],
    ['surabya', 'place:id-kota-surabaya', 'a missing letter'],
    ['yogjakarta', 'place:id-kota-yogyakarta', 'a typo'],
    ['jepang', 'place:jp', 'the Indonesian name'],
    ['japan', 'place:jp', 'the English name'],
    ['cote divoire', 'place:ci', 'no diacritics and no apostrophe'],
    ['Namibia', 'place:na', 'the country with the code NA'],
    ['Anies', 'official:anies-baswedan', 'an official'],
    ['wali kota batu', 'office:mayor-of-batu', 'an office by its Indonesian name'],
    ['we love cities', 'award:we-love-cities-2022', 'an award'],
  ])('"%s" finds %s: %s', async (text, id) => {
    const { edges } = await find(text);
    expect(edges.map(({ node }) => node.id).slice(0, 5)).toContain(id);
  });

  test('a whole name scores 1 and comes first', async () => {
    const { edges } = await find('Kota Batu');
    expect(edges[0]).toMatchObject({ score: 1, matchedName: 'Kota Batu', node: { id: 'place:id-kota-batu' } });
  });

  test('scores fall from hit to hit and stay between 0 and 1', async () => {
    const { edges } = await find('ba', { first: 100 });
    const scores = edges.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
    expect(Math.min(...scores)).toBeGreaterThan(0);
    expect(Math.max(...scores)).toBeLessThanOrEqual(1);
  });

  test('types narrow the search', async () => {
    const { edges } = await find('batu', { types: ['OFFICE'] });
    expect(edges.length).toBeGreaterThan(0);
    expect(edges.every(({ node }) => node.id.startsWith('office:'))).toBe(true);
  });

  test('pages give every hit once', async () => {
    const whole = await find('kota', { first: 100 });
    const ids: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 5; page += 1) {
      const { edges } = await find('kota', { first: 7, after });
      ids.push(...edges.map(({ node }) => node.id));
      after = edges.at(-1)?.cursor ?? null;
    }
    expect(ids).toEqual(whole.edges.slice(0, 35).map(({ node }) => node.id));
  });

  test('what nothing is called finds nothing', async () => {
    expect(await find('zzzzqqqqxxxx')).toEqual({ totalCount: 0, edges: [] });
  });

  test.each(['', '   ', '---', '\u0000', '’'])('%j has nothing to look for, and is refused', async (text) => {
    const { errors, storeCalls } = await api.ask(SEARCH, { text });
    const message = 'text has no letter or digit. Accepted is a text with one at least, of 200 characters at most.';
    expect(errors).toEqual([{ code: 'BAD_INPUT', message, path: 'search' }]);
    expect(storeCalls).toBe(0);
  });

  test('a text that is too long is refused', async () => {
    const { errors } = await api.ask(SEARCH, { text: 'x'.repeat(201) });
    expect(errors.map(({ code }) => code)).toEqual(['BAD_INPUT']);
  });

  test('a name that changes is found at once', async () => {
    await api.graph.write(async (transaction) => {
      await transaction.run(
        'write/save-nodes',
        { rows: [{ id: 'sector:test', properties: { id: 'sector:test', name: 'Quidditch', sortName: 'quidditch' } }] },
        { label: 'Sector' },
      );
      await transaction.run('graph/raise-revision', { changedAt: '2026-01-01T00:00:00.000Z' });
    });
    expect((await find('quiditch')).edges.map(({ node }) => node.id)).toEqual(['sector:test']);
  });
});

describe('search is the same on every engine', () => {
  test.skipIf(ENGINES.length < 2)('hits, order and scores', async () => {
    const answers = [];
    for (const engine of ENGINES) {
      const api = await openApi(engine);
      const found = [];
      for (const text of ['kota', 'san', 'jawa', 'surabya', 'ky', 'fujian', 'mayor of'])
        found.push((await api.ask(SEARCH, { text, first: 100 })).data);
      answers.push(found);
      await api.close();
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});
