import { describe, expect, test } from 'vitest';
import { Reach } from '../../../src/analytics/neighbourhood/reach.js';
import { chainsBetween } from '../../../src/analytics/paths/chains.js';
import { walkWays } from '../../../src/analytics/paths/ways.js';
import { ENGINES } from '../../engines.js';
import type { Oracle } from '../oracle/oracle.js';
import { TIE_FILTERS, tieFilterIn } from '../oracle/tie-filters.js';
import { chainCountsFrom, distancesFrom, shortestChains, tieGraph } from '../oracle/tie-graph.js';
import { worldsOn } from '../oracle/worlds.js';
import { openedWorld } from './opened-world.js';

const key = (id: string) => id.slice(id.indexOf(':') + 1);

describe.each(ENGINES)('chains on $name', (engine) => {
  describe.each(worldsOn(engine))('on $name', (world) => {
    const opened = openedWorld(engine, world);
    /** Some of the parties of agreements, countries among them, and a place without any tie. */
    const some = (oracle: Oracle, most: number) => {
      const tied = [...new Set(oracle.ties(tieFilterIn(world, {})).map(({ from }) => from))].sort();
      return [...tied.filter((_, index) => index % Math.ceil(tied.length / most) === 0), world.country];
    };

    test.each(TIE_FILTERS)('are the shortest ones of the oracle, or there is none: %o', async (part) => {
      const { graph, oracle } = opened();
      const ties = tieFilterIn(world, part);
      const naive = tieGraph(oracle.ties(ties));
      const places = some(oracle, 6);
      for (const from of places) {
        for (const to of places) {
          const expected = shortestChains(naive, from, to);
          const { status, length, count, ways } = await chainsBetween(graph, `place:${from}`, `place:${to}`, 30, ties);
          const found = ways === null ? [] : [...walkWays(ways, null)].map((way) => way.map(key).join(' '));
          expect({ found, count, status, length }).toEqual({
            found: expected,
            count: expected.length,
            status: expected.length === 0 ? 'NOT_CONNECTED' : 'CONNECTED',
            length: distancesFrom(naive, from).get(to) ?? null,
          });
        }
      }
    });

    test('that are longer than asked for are not looked for', async () => {
      const { graph, oracle } = opened();
      const ties = tieFilterIn(world, {});
      const naive = tieGraph(oracle.ties(ties));
      let farthest = 0;
      for (const from of some(oracle, 3)) {
        for (const [to, distance] of distancesFrom(naive, from)) {
          const ask = async (most: number) => (await chainsBetween(graph, `place:${from}`, `place:${to}`, most, ties)).status;
          expect(await ask(distance)).toBe('CONNECTED');
          if (distance > 1) expect(await ask(distance - 1)).toBe('NOT_WITHIN');
          farthest = Math.max(farthest, distance);
        }
      }
      expect(farthest).toBeGreaterThan(1);
    });

    test.each(TIE_FILTERS)('lead to the places that can be reached, with their distances and counts: %o', async (part) => {
      const { graph, oracle } = opened();
      const ties = tieFilterIn(world, part);
      const naive = tieGraph(oracle.ties(ties));
      for (const start of some(oracle, 4)) {
        for (const within of [null, world.country]) {
          const distances = [...distancesFrom(naive, start)].filter(
            ([place, distance]) => distance > 0 && distance <= 3 && (within === null || oracle.isWithin(place, within)),
          );
          const reach = await Reach.from(graph, `place:${start}`, 3, ties, within && `place:${within}`);
          expect(Object.fromEntries(reach.places.map(({ id, distance }) => [key(id), distance]))).toEqual(Object.fromEntries(distances));
          expect(reach.counts(3)).toEqual(
            [1, 2, 3].map((distance) => ({ distance, placeCount: distances.filter(([, one]) => one === distance).length })),
          );
          const chains = await reach.chainsTo(reach.places);
          const counts = chainCountsFrom(naive, start);
          for (const [index, { id }] of reach.places.entries()) {
            const place = key(id);
            expect(chains[index]?.count).toBe(counts.get(place));
            expect(shortestChains(naive, start, place)).toContain(chains[index]?.chain.map(key).join(' '));
          }
        }
      }
    });
  });
});
