import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articulationPoints, bridges } from '../../../src/analytics/structure/weak-points.js';
import { graphs } from './graphs.js';
import { NaiveGraph } from './naive.js';
import { PLACES, tied } from './tied.js';

test('articulation points are the nodes without which their component falls apart, those that cut off most first', () => {
  fc.assert(
    fc.property(graphs({ names: 16, pairs: 22 }), (pairs) => {
      const naive = new NaiveGraph(pairs);
      const expected = naive.nodes.flatMap((id) => {
        const [, ...others] = naive.partsWithout(id);
        return others.length === 0 ? [] : [{ id, parts: others.length + 1, cutOff: others.reduce((sum, size) => sum + size, 0) }];
      });

      const rows = articulationPoints.rows(tied(pairs), PLACES);

      expect(rows.map(({ id, parts, cutOff }) => ({ id, parts, cutOff }))).toEqual(
        expected.sort((one, other) => other.cutOff - one.cutOff || (one.id < other.id ? -1 : 1)),
      );
    }),
  );
});

test('bridges are the edges without which their ends do not reach one another, those that cut off most first', () => {
  fc.assert(
    fc.property(graphs({ names: 16, pairs: 22 }), (pairs) => {
      const naive = new NaiveGraph(pairs);
      const expected = naive.edges.flatMap(([a, b]) => {
        const sides = naive.sidesWithout(a, b);
        return sides === null ? [] : [{ a, b, sides, cutOff: Math.min(...sides) }];
      });

      const rows = bridges.rows(tied(pairs), PLACES);

      expect(rows.map(({ agreements: _, ...bridge }) => bridge)).toEqual(
        expected.sort((one, other) => other.cutOff - one.cutOff || (`${one.a} ${one.b}` < `${other.a} ${other.b}` ? -1 : 1)),
      );
    }),
  );
});

test('a bridge that several agreements make comes with all of them', () => {
  const rows = bridges.rows(
    tied([
      ['a', 'b'],
      ['b', 'a'],
    ]),
    PLACES,
  );

  expect(rows).toEqual([{ a: 'a', b: 'b', sides: [1, 1], cutOff: 1, agreements: ['agreement:a.b.0', 'agreement:b.a.1'] }]);
});

test('a way of many thousand edges is followed to its end', () => {
  const way = Array.from({ length: 20_000 }, (_, index): [string, string] => [
    `n${String(index).padStart(6, '0')}`,
    `n${String(index + 1).padStart(6, '0')}`,
  ]);

  const rows = bridges.rows(tied(way), PLACES);

  expect(rows).toHaveLength(20_000);
  expect(rows[0]).toMatchObject({ a: 'n009999', b: 'n010000', sides: [10_000, 10_001] });
});
