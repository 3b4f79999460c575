import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { communities, components, type NodeGroup } from '../../../src/analytics/structure/groups.js';
import { structureCommunities } from '../../../src/analytics/structure/structure.js';
import { graphs } from './graphs.js';
import { NaiveGraph } from './naive.js';
import { PLACES, tied } from './tied.js';

/** Edges with both ends, and with one end, in a group. */
function edgesOf(graph: NaiveGraph, { members }: NodeGroup): { innerEdges: number; outerEdges: number } {
  const ends = graph.edges.map((edge) => edge.filter((node) => members.includes(node)).length);
  return { innerEdges: ends.filter((count) => count === 2).length, outerEdges: ends.filter((count) => count === 1).length };
}

describe('the components of any graph', () => {
  test('are the sets of nodes that reach one another, the largest first', () => {
    fc.assert(
      fc.property(graphs({ names: 20, pairs: 20 }), (pairs) => {
        const naive = new NaiveGraph(pairs);

        const rows = components.rows(tied(pairs), PLACES);

        expect(rows.map(({ members }) => members)).toEqual(naive.components);
        for (const row of rows) expect(row).toMatchObject({ ...edgesOf(naive, row), size: row.members.length, outerEdges: 0 });
      }),
    );
  });
});

describe('the communities of any graph', () => {
  test('hold every node once, the largest first, with their edges', () => {
    fc.assert(
      fc.property(graphs({ names: 20, pairs: 40 }), (pairs) => {
        const naive = new NaiveGraph(pairs);

        const rows = communities.rows(tied(pairs), PLACES);

        expect(rows.flatMap(({ members }) => members).sort()).toEqual(naive.nodes);
        expect(rows.map(({ size }) => size)).toEqual(rows.map(({ size }) => size).sort((one, other) => other - one));
        for (const row of rows) expect(row).toMatchObject({ ...edgesOf(naive, row), size: row.members.length });
      }),
    );
  });

  test('have the modularity that is told of them', () => {
    fc.assert(
      fc.property(graphs({ names: 20, pairs: 40 }), (pairs) => {
        const rows = communities.rows(tied(pairs), PLACES);

        const { count, modularity } = structureCommunities.answer(tied(pairs), PLACES);

        expect(count).toBe(rows.length);
        if (pairs.length === 0) expect(modularity).toBeNull();
        else expect(modularity).toBeCloseTo(new NaiveGraph(pairs).modularity(rows.map(({ members }) => members)), 10);
      }),
    );
  });

  test('are the same in whatever order the agreements come', () => {
    fc.assert(
      fc.property(graphs({ names: 20, pairs: 40 }), (pairs) => {
        const turned = [...pairs].reverse().map(([a, b]): [string, string] => [b, a]);

        const [once, again] = [pairs, turned].map((order) => communities.rows(tied(order), PLACES));

        expect(once).toEqual(again);
      }),
    );
  });
});
