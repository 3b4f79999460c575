import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANY_TIE } from '../../src/domain/tie.js';
import { assemble } from '../../src/exchange/dataset/shipped.js';
import { Oracle } from '../contract/oracle/oracle.js';
import { randomWorld } from '../contract/oracle/random-world.js';
import { chainCountsFrom, shortestChains, type TieGraph, tieGraph } from '../contract/oracle/tie-graph.js';
import { ENGINES } from '../engines.js';
import { type OpenedApi, openApi } from './open-api.js';

interface Answer {
  readonly chains: {
    readonly status: string;
    readonly length: number | null;
    readonly chainCount: number;
    readonly searchedPlaces: number;
    readonly chains: {
      readonly totalCount: number;
      readonly nodes: readonly {
        readonly length: number;
        readonly steps: readonly { readonly place: { readonly id: string }; readonly agreements: readonly { readonly id: string }[] }[];
      }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string | null };
    };
  };
}

const CHAINS = `query ($from: ID!, $to: ID!, $maxLength: Int! = 30, $first: Int! = 20, $after: String, $ties: TieFilter) {
  chains(from: $from, to: $to, maxLength: $maxLength, ties: $ties) {
    status length chainCount searchedPlaces
    chains(first: $first, after: $after) {
      totalCount
      nodes { length steps { place { id } agreements { id } } }
      pageInfo { hasNextPage hasPreviousPage endCursor }
    }
  }
}`;

describe.each(ENGINES)('chains on $name', (engine) => {
  let api: OpenedApi;
  let graph: TieGraph;
  let oracle: Oracle;
  beforeAll(async () => {
    const read = randomWorld(2);
    oracle = new Oracle(read.data);
    graph = tieGraph(oracle.ties(ANY_TIE));
    api = await openApi(engine, assemble(read));
  });
  afterAll(() => api.close());

  const ask = async (variables: Record<string, unknown>) => {
    const { data, errors } = await api.ask<Answer, object>(CHAINS, variables);
    expect(errors).toEqual([]);
    return (data as Answer).chains;
  };

  /** Two places between which there are most shortest chains. */
  function ends(): { readonly from: string; readonly to: string; readonly count: number } {
    const all = [...graph.keys()].flatMap((from) => [...chainCountsFrom(graph, from)].map(([to, count]) => ({ from, to, count })));
    return all.reduce((best, one) => (one.count > best.count ? one : best));
  }

  test.each([1, 2, 100])('come once each, in pages of %i', async (first) => {
    const { from, to } = ends();
    const expected = shortestChains(graph, from, to);
    expect(expected.length).toBeGreaterThan(2);
    const found: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { chainCount, chains }: Answer['chains'] = await ask({ from: `place:${from}`, to: `place:${to}`, first, after });
      expect([chainCount, chains.totalCount]).toEqual([expected.length, expected.length]);
      expect(chains.pageInfo.hasPreviousPage).toBe(after !== null);
      found.push(...chains.nodes.map(({ steps }) => steps.map(({ place }) => place.id.replace('place:', '')).join(' ')));
      after = chains.pageInfo.endCursor;
      if (!chains.pageInfo.hasNextPage) break;
    }
    expect(found).toEqual(expected);
  });

  test('have at each step the agreements that tie it with the next, and none at the end', async () => {
    const { from, to } = ends();
    const { chains } = await ask({ from: `place:${from}`, to: `place:${to}` });
    for (const { length, steps } of chains.nodes) {
      expect(steps).toHaveLength(length + 1);
      for (const [index, { place, agreements }] of steps.entries()) {
        const next = steps[index + 1]?.place.id.replace('place:', '') ?? '';
        const expected = oracle.partners(place.id.replace('place:', ''), ANY_TIE).get(next) ?? new Set<string>();
        expect(agreements.map(({ id }) => id)).toEqual([...expected].map((key) => `agreement:${key}`).sort());
      }
    }
  });

  test('from a place to itself are one of length 0', async () => {
    const { from } = ends();
    expect(await ask({ from: `place:${from}`, to: `place:${from}` })).toMatchObject({
      status: 'CONNECTED',
      length: 0,
      chainCount: 1,
      searchedPlaces: 1,
      chains: { totalCount: 1, nodes: [{ length: 0, steps: [{ place: { id: `place:${from}` }, agreements: [] }] }] },
    });
  });

  test('to a country, which is no end of a tie, are none; that is an answer', async () => {
    const { from } = ends();
    expect(await ask({ from: `place:${from}`, to: 'place:aa' })).toMatchObject({
      status: 'NOT_CONNECTED',
      length: null,
      chainCount: 0,
      chains: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
    });
  });

  test('that are longer than asked for are not given', async () => {
    const { from, to } = ends();
    const length = shortestChains(graph, from, to)[0]?.split(' ').length ?? 0;
    expect(await ask({ from: `place:${from}`, to: `place:${to}`, maxLength: length - 2 })).toMatchObject({
      status: 'NOT_WITHIN',
      length: null,
      chains: { nodes: [] },
    });
  });

  test('on a day before there was any agreement are none', async () => {
    const { from, to } = ends();
    const answer = await ask({ from: `place:${from}`, to: `place:${to}`, ties: { asOf: '1900-01-01' } });
    expect(answer).toMatchObject({ status: 'NOT_CONNECTED', searchedPlaces: 2 });
  });

  test('can be gone on with behind a chain that is there no more', async () => {
    const { from, to } = ends();
    const expected = shortestChains(graph, from, to);
    const [one = '', other = ''] = expected;
    const gone = `${one
      .split(' ')
      .slice(0, -1)
      .map((key) => `place:${key}`)
      .join(' ')}!`;
    const after = Buffer.from(JSON.stringify(['chains', gone, ''])).toString('base64url');
    const { chains } = await ask({ from: `place:${from}`, to: `place:${to}`, first: 1, after });
    expect(chains.nodes[0]?.steps.map(({ place }) => place.id.replace('place:', '')).join(' ')).toBe(other);
  });
});
