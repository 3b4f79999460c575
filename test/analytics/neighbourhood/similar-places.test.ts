import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jaccard, similarPlaces } from '../../../src/analytics/neighbourhood/similar-places.js';
import { ANY_TIE } from '../../../src/domain/tie.js';
import { similarityOf, tieGraph } from '../../contract/oracle/tie-graph.js';
import { graphs } from '../structure/graphs.js';
import { tied } from '../structure/tied.js';

const asked = (minShared: number) => ({ ties: ANY_TIE, minShared, within: null });

describe('similar places', () => {
  test('have the coefficient of Jaccard of their partners, the highest first, then by id', () => {
    fc.assert(
      fc.property(graphs({ names: 12, pairs: 40 }), fc.integer({ min: 1, max: 3 }), (pairs, minShared) => {
        const graph = tieGraph(
          pairs.flatMap(([from, to]) => [
            { from, to },
            { from: to, to: from },
          ]),
        );
        const names = [...graph.keys()].sort();
        const expected = names
          .flatMap((a) => names.filter((b) => a < b).map((b) => ({ a, b, ...similarityOf(graph, a, b) })))
          .filter(({ shared }) => shared >= minShared)
          .sort(
            (one, other) => other.shared / other.union - one.shared / one.union || (`${one.a} ${one.b}` < `${other.a} ${other.b}` ? -1 : 1),
          );
        expect(similarPlaces.rows(tied(pairs), asked(minShared))).toEqual(expected);
      }),
    );
  });

  test('that are partners of each other count among what either has, and are not shared', () => {
    const [pair] = similarPlaces.rows(
      tied([
        ['a', 'b'],
        ['a', 'c'],
        ['b', 'c'],
      ]),
      asked(1),
    );
    expect(pair).toEqual({ a: 'a', b: 'b', shared: 1, union: 3 });
    expect(jaccard(pair as NonNullable<typeof pair>)).toBeCloseTo(1 / 3);
  });

  test('that are too many are refused, with a word on how to have fewer', () => {
    const star = Array.from({ length: 500 }, (_, index): [string, string] => ['hub', `n${index}`]);
    expect(() => similarPlaces.rows(tied(star), asked(1))).toThrow(/more than 100000 pairs share 1 partners or more.*raise minShared/);
  });
});
