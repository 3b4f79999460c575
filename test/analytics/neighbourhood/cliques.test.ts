import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cliques, cliquesAround } from '../../../src/analytics/neighbourhood/cliques.js';
import { ANY_TIE } from '../../../src/domain/tie.js';
import { maximalCliquesIn, tieGraph } from '../../contract/oracle/tie-graph.js';
import { graphs } from '../structure/graphs.js';
import { tied } from '../structure/tied.js';

const asked = (minSize: number) => ({ ties: ANY_TIE, minSize });
/** About two of three pairs of sixteen names: many cliques overlap, which few graphs of random pairs show. */
const dense = fc
  .array(fc.integer({ min: 0, max: 2 }), { minLength: 120, maxLength: 120 })
  .map((drawn) => all(...'abcdefghijklmnop').filter((_, index) => drawn[index] !== 0));
const denseAndSparse = fc.oneof(dense, graphs({ names: 7, pairs: 25 }), graphs({ names: 40, pairs: 80 }));
const bothWays = (pairs: readonly (readonly [string, string])[]) =>
  pairs.flatMap(([from, to]) => [
    { from, to },
    { from: to, to: from },
  ]);

/** All pairs of some names. */
function all(...names: readonly string[]): [string, string][] {
  return names.flatMap((a, index) => names.slice(index + 1).map((b): [string, string] => [a, b]));
}

describe('cliques', () => {
  test('are the maximal ones, each once', () => {
    fc.assert(
      fc.property(denseAndSparse, (pairs) => {
        const rows = cliques.rows(tied(pairs), asked(3));
        expect(rows.map(({ members }) => members.join(' ')).sort()).toEqual(maximalCliquesIn(tieGraph(bothWays(pairs))));
      }),
    );
  });

  test('of a smallest size are those that have it', () => {
    fc.assert(
      fc.property(denseAndSparse, fc.integer({ min: 3, max: 6 }), (pairs, minSize) => {
        const snapshot = tied(pairs);
        expect(cliques.rows(snapshot, asked(minSize))).toEqual(cliques.rows(snapshot, asked(3)).filter(({ size }) => size >= minSize));
      }),
    );
  });

  test('come largest first, with the agreements among them and no others', () => {
    const rows = cliques.rows(tied([...all('b', 'c', 'd', 'e'), ...all('a', 'b', 'c'), ['a', 'x'], ['a', 'b']]), asked(3));
    expect(rows).toEqual(
      [
        {
          members: ['b', 'c', 'd', 'e'],
          size: 4,
          agreements: ['b.c.0', 'b.d.1', 'b.e.2', 'c.d.3', 'c.e.4', 'd.e.5'].map((key) => `agreement:${key}`),
        },
        { members: ['a', 'b', 'c'], size: 3, agreements: ['a.b.10', 'a.b.6', 'a.c.7', 'b.c.8'].map((key) => `agreement:${key}`) },
      ].map((row) => ({ ...row, agreements: expect.arrayContaining(row.agreements) })),
    );
    expect(rows.map(({ agreements }) => agreements.length)).toEqual([7, 5]);
  });

  test('that are too many are refused, with a word on how to have fewer', () => {
    const names = Array.from({ length: 27 }, (_, index) => `n${String(index).padStart(2, '0')}`);
    const inThrees = all(...names).filter(([a, b]) => Math.floor(names.indexOf(a) / 3) !== Math.floor(names.indexOf(b) / 3));
    expect(() => cliques.rows(tied(inThrees), asked(3))).toThrow(/more than 10000 cliques.*raise minSize/);
  });

  test('around a place are found among its partners alone', () => {
    const pairs = all('a', 'b', 'c', 'd').map(([a, b]) => ({ a, b, agreements: [`${a}${b}`] }));
    const around = cliquesAround('a', { partners: new Map(), pairs: [...pairs, { a: 'd', b: 'e', agreements: ['de'] }] }, 3);
    expect(around).toEqual([{ members: ['a', 'b', 'c', 'd'], size: 4, agreements: ['ab', 'ac', 'ad', 'bc', 'bd', 'cd'] }]);
  });
});
