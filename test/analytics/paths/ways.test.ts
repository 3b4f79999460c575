import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWays, type Ways, walkWays } from '../../../src/analytics/paths/ways.js';
import { distancesFrom, partnersIn, shortestChains, type TieGraph, tieGraph } from '../../contract/oracle/tie-graph.js';
import { graphs } from '../structure/graphs.js';

const [FROM, TO] = ['n000', 'n001'];

/** The steps of the shortest ways, as a search would find them. */
function waysIn(graph: TieGraph): Ways | null {
  const left = distancesFrom(graph, TO);
  const gone = distancesFrom(graph, FROM);
  const length = left.get(FROM);
  if (length === undefined) return null;
  const onTheWay = [...gone].filter(([place, distance]) => distance + (left.get(place) ?? length + 1) === length).map(([place]) => place);
  const closer = (place: string) => [...partnersIn(graph, place)].filter((one) => left.get(one) === (left.get(place) ?? 0) - 1).sort();
  return { from: FROM, to: TO, next: new Map(onTheWay.map((place) => [place, closer(place)])) };
}

/** Few names and many pairs, so that there are often several shortest ways. */
const randomGraphs = fc.oneof(graphs({ names: 9, pairs: 20 }), graphs({ names: 24, pairs: 60 })).map((pairs) =>
  tieGraph(
    pairs.flatMap(([from, to]) => [
      { from, to },
      { from: to, to: from },
    ]),
  ),
);

/** Places in rows: from each of a row one can go on to each of the next. */
function rows(count: number, width: number): Ways {
  const row = (at: number) => Array.from({ length: width }, (_, place) => `${String(at).padStart(2, '0')}.${place}`);
  const next = new Map<string, readonly string[]>([['from', row(0)]]);
  for (let at = 0; at < count; at += 1) for (const place of row(at)) next.set(place, at === count - 1 ? ['to'] : row(at + 1));
  return { from: 'from', to: 'to', next };
}

describe('the shortest ways', () => {
  test('are all there, each once, in the order of their places', () => {
    fc.assert(
      fc.property(randomGraphs, (graph) => {
        const ways = waysIn(graph);
        const walked = ways === null ? [] : [...walkWays(ways, null)].map((way) => way.join(' '));
        expect(walked).toEqual(shortestChains(graph, FROM, TO));
      }),
    );
  });

  test('are as many as are counted', () => {
    fc.assert(
      fc.property(randomGraphs, (graph) => {
        const ways = waysIn(graph);
        if (ways !== null) expect(countWays(ways)).toBe(shortestChains(graph, FROM, TO).length);
      }),
    );
  });

  test('go on behind any list of places, whether it is one of them or not', () => {
    const places = fc.array(
      fc.integer({ min: 0, max: 25 }).map((number) => `n${String(number).padStart(3, '0')}`),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(randomGraphs, places, fc.boolean(), (graph, others, begins) => {
        const ways = waysIn(graph);
        fc.pre(ways !== null);
        const after = begins ? [FROM, ...others] : others;
        const rest = [...walkWays(ways as Ways, after)].map((way) => way.join(' '));
        expect(rest).toEqual(shortestChains(graph, FROM, TO).filter((chain) => chain > after.join(' ')));
      }),
    );
  });

  test('are counted and begun without walking all of them', () => {
    const ways = rows(30, 3);
    expect(countWays(ways)).toBe(3 ** 30);
    const [first] = walkWays(ways, null);
    expect(first).toHaveLength(32);
    const last = ['from', ...Array.from({ length: 30 }, (_, at) => `${String(at).padStart(2, '0')}.2`), 'to'];
    const [one, ...others] = walkWays(ways, last.with(30, '29.1'));
    expect([one, others]).toEqual([last, []]);
  });

  test('from a place to itself are one, of that place alone', () => {
    const ways: Ways = { from: 'here', to: 'here', next: new Map() };
    expect([...walkWays(ways, null)]).toEqual([['here']]);
    expect(countWays(ways)).toBe(1);
  });
});
