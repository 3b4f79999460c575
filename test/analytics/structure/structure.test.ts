import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_DISTANT, structure, structureDistances } from '../../../src/analytics/structure/structure.js';
import { graphs } from './graphs.js';
import { NaiveGraph } from './naive.js';
import { PLACES, tied } from './tied.js';

describe('the structure of any graph', () => {
  test('has the figures that follow from their definitions', () => {
    fc.assert(
      fc.property(graphs({ names: 14, pairs: 40 }), (pairs) => {
        const naive = new NaiveGraph(pairs);
        const [nodes, edges] = [naive.nodes.length, naive.edges.length];
        const at = naive.nodes.map((node) => naive.pairsAt(node));
        const wedges = at.reduce((sum, one) => sum + one.pairs, 0);
        const closed = at.reduce((sum, one) => sum + one.joined, 0);
        const clustering = naive.nodes.reduce((sum, node) => sum + naive.clustering(node), 0);

        const figures = structure.answer(tied(pairs), PLACES);

        expect(figures).toMatchObject({ nodes, edges, wedges, triangles: naive.triangles, componentCount: naive.components.length });
        expect(figures.largestComponents).toEqual(naive.components.slice(0, 10).map(({ length }) => length));
        expect(figures.degrees.flatMap(({ degree, nodes: count }) => Array(count).fill(degree))).toEqual(
          naive.nodes.map((node) => naive.degree(node)).sort((one, other) => one - other),
        );
        expect(figures.cores.map(({ nodes: size }) => size)).toEqual(
          Array.from({ length: figures.cores.length }, (_, index) => naive.core(index + 1).length),
        );
        expect(naive.core(figures.cores.length + 1)).toEqual([]);
        expectClose(figures.transitivity, wedges === 0 ? null : closed / wedges);
        expectClose(figures.averageClustering, nodes === 0 ? null : clustering / nodes);
        expectClose(figures.meanDegree, nodes === 0 ? null : (2 * edges) / nodes);
        expectClose(figures.density, nodes === 0 ? null : edges / ((nodes * (nodes - 1)) / 2));
        expectClose(figures.degreeAssortativity, naive.assortativity);
      }),
    );
  });

  test('has the distances of searches from every node', () => {
    fc.assert(
      fc.property(fc.oneof(graphs({ names: 14, pairs: 30 }), graphs({ names: 110, pairs: 220 })), (pairs) => {
        const naive = new NaiveGraph(pairs);

        const { distances } = structureDistances.answer(tied(pairs), PLACES);

        const distribution = naive.distanceDistribution;
        const sum = distribution.reduce((total, one) => total + one.distance * one.pairs, 0);
        const count = distribution.reduce((total, one) => total + one.pairs, 0);
        if (count === 0) expect(distances).toBeNull();
        else
          expect(distances).toEqual({
            nodes: naive.components[0]?.length,
            diameter: distribution.length,
            mean: sum / count,
            distribution,
          });
      }),
    );
  });
});

test('distances are refused where there are too many nodes, with how to have fewer', () => {
  const star = Array.from({ length: MOST_DISTANT }, (_, index): [string, string] => ['hub', `leaf ${index}`]);

  const ask = () => structureDistances.answer(tied(star), PLACES);

  expect(ask).toThrow(
    'the largest component of the projection has 25001 nodes. Accepted are 25000 at most: take a higher level, or fewer ties.',
  );
});

function expectClose(value: number | null, expected: number | null): void {
  if (value === null || expected === null) expect(value).toBe(expected);
  else expect(value).toBeCloseTo(expected, 10);
}
