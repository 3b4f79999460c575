import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SimpleGraph } from '../../../src/analytics/network/simple-graph.js';
import { betweennessOf } from '../../../src/analytics/structure/betweenness.js';
import { CENTRALITIES, type Centrality, centralPlaces } from '../../../src/analytics/structure/central-places.js';
import { graphs } from './graphs.js';
import { NaiveGraph } from './naive.js';
import { PLACES, tied } from './tied.js';

const MEASURES = Object.keys(CENTRALITIES) as Centrality[];

function naively(graph: NaiveGraph, by: Centrality): ReadonlyMap<string, number> {
  const core = (node: string) => graph.nodes.filter((_, k) => graph.core(k + 1).includes(node)).length;
  if (by === 'PAGERANK') return graph.pageRank;
  if (by === 'BETWEENNESS') return graph.betweenness;
  const value = { DEGREE: (node: string) => graph.degree(node), CORE: core, CLUSTERING: (node: string) => graph.clustering(node) }[by];
  return new Map(graph.nodes.map((node) => [node, value(node)]));
}

describe.each(MEASURES)('places ranked by %s', (by) => {
  test('have the values that follow from the definition', () => {
    fc.assert(
      fc.property(graphs({ names: 12, pairs: 30 }), (pairs) => {
        const expected = naively(new NaiveGraph(pairs), by);

        const rows = centralPlaces.rows(tied(pairs), { ...PLACES, by });

        expect(rows).toHaveLength(expected.size);
        for (const { id, value } of rows) expect(value).toBeCloseTo(expected.get(id) ?? Number.NaN, 10);
      }),
      { numRuns: 60 },
    );
  });

  test('come with the highest value first, and equal values have equal ranks', () => {
    fc.assert(
      fc.property(graphs({ names: 12, pairs: 30 }), (pairs) => {
        const rows = centralPlaces.rows(tied(pairs), { ...PLACES, by });

        for (const [index, { id, value, rank }] of rows.entries()) {
          const before = rows[index - 1];
          expect(rank).toBe(1 + rows.filter((other) => other.value > value).length);
          if (before !== undefined) expect(before.value > value || (before.value === value && before.id < id)).toBe(true);
        }
      }),
    );
  });
});

test.each(MEASURES)('places that are alike have one rank of %s, however they are numbered', (by) => {
  const side = Array.from({ length: 7 }, (_, index) => index);
  const grid = side.flatMap((x) =>
    side.slice(1).flatMap((y): [string, string][] => [
      [`${x},${y - 1}`, `${x},${y}`],
      [`${y - 1},${x}`, `${y},${x}`],
    ]),
  );

  const rows = centralPlaces.rows(tied(grid), { ...PLACES, by });

  // Turning and mirroring the grid brings a place to those that are as far from the middle, on either axis.
  const alike = (id: string) =>
    id
      .split(',')
      .map((one) => Math.abs(Number(one) - 3))
      .sort()
      .join();
  for (const { id, rank } of rows) expect([id, rank]).toEqual([id, rows.find((other) => alike(other.id) === alike(id))?.rank]);
});

test('a place comes with all agreements of its edges, and parallel ones make no further edge', () => {
  const rows = centralPlaces.rows(
    tied([
      ['a', 'b'],
      ['b', 'a'],
      ['b', 'c'],
    ]),
    { ...PLACES, by: 'DEGREE' },
  );

  expect(rows.map(({ id, degree, agreements }) => [id, degree, agreements])).toEqual([
    ['b', 2, ['agreement:a.b.0', 'agreement:b.a.1', 'agreement:b.c.2']],
    ['a', 1, ['agreement:a.b.0', 'agreement:b.a.1']],
    ['c', 1, ['agreement:b.c.2']],
  ]);
});

describe('betweenness from a sample of sources', () => {
  const wheelsOnAPath = ['a', 'b', 'c', 'd'].flatMap((hub, index, hubs): [string, string][] => [
    ...Array.from({ length: 9 }, (_, leaf): [string, string] => [hub, `${hub}${leaf}`]),
    ...(index === 0 ? [] : [[hubs[index - 1] as string, hub] as [string, string]]),
  ]);
  const graph = new SimpleGraph(wheelsOnAPath.map(([a, b]) => ({ a, b, agreements: [] })));
  const exact = betweennessOf(graph).values;

  test('says how many there were', () => {
    const { sampledFrom } = betweennessOf(graph, { mostExact: 10, pivots: 8 });

    expect(sampledFrom).toBe(8);
  });

  test('is the same every time', () => {
    const [once, again] = [1, 2].map(() => betweennessOf(graph, { mostExact: 10, pivots: 8 }));

    expect(once).toEqual(again);
  });

  test('is right on average', () => {
    const estimates = Array.from({ length: 2_000 }, (_, seed) => betweennessOf(graph, { mostExact: 10, pivots: 8, seed }).values);

    for (const [node, value] of exact.entries()) {
      const mean = estimates.reduce((sum, values) => sum + (values[node] as number), 0) / estimates.length;
      expect(Math.abs(mean - value)).toBeLessThan(0.01);
    }
  });
});
