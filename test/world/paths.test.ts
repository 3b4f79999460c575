import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cliquesAround } from '../../src/analytics/neighbourhood/cliques.js';
import { egoNetwork } from '../../src/analytics/neighbourhood/ego-network.js';
import { Reach } from '../../src/analytics/neighbourhood/reach.js';
import { placesSimilarTo } from '../../src/analytics/neighbourhood/similar-places.js';
import { trianglesOf } from '../../src/analytics/neighbourhood/triangles.js';
import { chainsBetween } from '../../src/analytics/paths/chains.js';
import { walkWays } from '../../src/analytics/paths/ways.js';
import { Analyst } from '../../src/analytics/whole-graph/analyst.js';
import { ANY_TIE } from '../../src/domain/tie.js';
import type { GraphBatch } from '../../src/graph/batch.js';
import type { Graph } from '../../src/graph/graph.js';
import {
  chainCountsFrom,
  distancesFrom,
  maximalCliquesIn,
  partnersIn,
  shortestChains,
  similarityOf,
  type TieGraph,
  tieGraph,
  trianglesAt,
} from '../contract/oracle/tie-graph.js';
import { ENGINES } from '../engines.js';
import { assembleWorld, openWorld, worldFiles } from '../world-graph.js';

/** Loading the world takes half a minute or more. */
const PATIENCE_MS = 600_000;
/** Places with most partners, one in the middle, and the ends of the longest shortest chains that were found there are. */
const HUBS = ['place:ru-spe', 'place:br-rio-de-janeiro', 'place:cn-sh', 'place:lv-sigulda'];
const FAR = ['place:it-assoro', 'place:us-saranac-lake', 'place:lt-kursenai', 'place:de-vrees'];
const PLACES = [...HUBS, ...FAR, 'place:id-kota-bandung', 'place:jp', 'place:id-kota-batu'];

/** The ties of the files, before any graph has them. */
function tiesOf(...batches: readonly GraphBatch[]): TieGraph {
  const kinds = new Map(batches.flatMap(({ nodes }) => (nodes.get('Place') ?? []).map(({ id, properties }) => [id, properties.kind])));
  const parties = new Map<string, Set<string>>();
  for (const { relationships } of batches) {
    for (const { from, to } of relationships.get('Agreement HAS_PARTY Place')?.rows ?? []) {
      if (kinds.get(to) !== 'COUNTRY') parties.set(from, (parties.get(from) ?? new Set()).add(to));
    }
  }
  return tieGraph(
    [...parties.values()].flatMap((ends) => [...ends].flatMap((from) => [...ends].flatMap((to) => (from === to ? [] : [{ from, to }])))),
  );
}

const files = worldFiles();
describe.skipIf('absent' in files)(
  'the world',
  () => {
    let naive: TieGraph;
    beforeAll(async () => {
      const { shipped, world } = await assembleWorld();
      naive = tiesOf(shipped.batch, world.batch);
    }, PATIENCE_MS);

    describe.each(ENGINES)('on $name', (engine) => {
      let graph: Graph;
      let analyst: Analyst;
      beforeAll(async () => {
        graph = await openWorld(engine);
        analyst = new Analyst(graph, { deadlineMs: PATIENCE_MS });
      }, PATIENCE_MS);
      afterAll(async () => {
        await analyst.close();
        await graph.engine.close();
      });

      test.each(PLACES)('chains from %s are the shortest there are', async (from) => {
        const distances = distancesFrom(naive, from);
        const counts = chainCountsFrom(naive, from);
        for (const to of PLACES) {
          const { status, length, count, ways } = await chainsBetween(graph, from, to, 30, ANY_TIE);
          expect({ to, status, length, count }).toEqual({
            to,
            status: distances.has(to) ? 'CONNECTED' : 'NOT_CONNECTED',
            length: distances.get(to) ?? null,
            count: counts.get(to) ?? 0,
          });
          const walked = ways === null ? [] : [...walkWays(ways, null)].map((way) => way.join(' '));
          expect(walked).toEqual(shortestChains(naive, from, to));
        }
      });

      test.each(PLACES)('3 ties lead from %s to the places at these distances', async (start) => {
        const near = [...distancesFrom(naive, start)].filter(([, distance]) => distance > 0 && distance <= 3);
        const { places } = await Reach.from(graph, start, 3, ANY_TIE, null);
        expect(new Map(places.map(({ id, distance }) => [id, distance]))).toEqual(new Map(near));
      });

      test.each(HUBS)('triangles and cliques around %s', async (place) => {
        const network = await egoNetwork(graph, place, ANY_TIE);
        expect(
          trianglesOf(place, network)
            .map(({ partners }) => [...partners].sort().join(' '))
            .sort(),
        ).toEqual(trianglesAt(naive, place));
        const { rows } = await analyst.table('cliques', { ties: ANY_TIE, minSize: 3 }, 100_000, null);
        expect(cliquesAround(place, network, 3)).toEqual(rows.filter(({ members }) => members.includes(place)));
      });

      test('cliques are whole, maximal and different; every triangle is in one; a few places have those that naive search finds', async () => {
        const { rows } = await analyst.table('cliques', { ties: ANY_TIE, minSize: 3 }, 100_000, null);
        const joined = (a: string, b: string) => partnersIn(naive, a).has(b);
        const covered = new Set<string>();
        for (const { members } of rows) {
          const [first, ...rest] = members as [string, ...string[]];
          for (const [index, a] of members.entries()) for (const b of members.slice(index + 1)) expect(joined(a, b)).toBe(true);
          expect([...partnersIn(naive, first)].filter((one) => !rest.includes(one) && rest.every((other) => joined(one, other)))).toEqual(
            [],
          );
          for (const [index, a] of members.entries())
            for (const [next, b] of members.slice(index + 1).entries())
              for (const c of members.slice(index + 2 + next)) covered.add(`${a} ${b} ${c}`);
        }
        expect(new Set(rows.map(({ members }) => members.join(' '))).size).toBe(rows.length);
        const triangles = [...naive.keys()].flatMap((a) => trianglesAt(naive, a).map((pair) => [a, ...pair.split(' ')].sort().join(' ')));
        expect(covered).toEqual(new Set(triangles));
        for (const place of [...naive.keys()].filter((one) => partnersIn(naive, one).size === 9)) {
          const around = new Set([place, ...partnersIn(naive, place)]);
          const network = new Map(
            [...around].map((one) => [one, new Set([...partnersIn(naive, one)].filter((other) => around.has(other)))]),
          );
          const held = rows.filter(({ members }) => members.includes(place)).map(({ members }) => members.join(' '));
          expect(held.sort()).toEqual(maximalCliquesIn(network).filter((clique) => clique.split(' ').includes(place)));
        }
      });

      test('similar places', async () => {
        const asked = { ties: ANY_TIE, minShared: 2, within: null };
        const { rows } = await analyst.table('similarPlaces', asked, 100_000, null);
        const sharing = new Map<string, number>();
        for (const partners of naive.values()) {
          for (const a of partners) for (const b of partners) if (a < b) sharing.set(`${a} ${b}`, (sharing.get(`${a} ${b}`) ?? 0) + 1);
        }
        expect(new Map(rows.map(({ a, b, shared }) => [`${a} ${b}`, shared]))).toEqual(
          new Map([...sharing].filter(([, shared]) => shared > 1)),
        );
        for (const { a, b, shared, union } of rows.filter((_, index) => index % 50 === 0)) {
          expect({ shared, union }).toEqual(similarityOf(naive, a, b));
        }
        for (const place of HUBS) {
          const around = await placesSimilarTo(graph, place, asked);
          expect(around.map(({ b, shared, union }) => `${[place, b].sort().join(' ')} ${shared} ${union}`).sort()).toEqual(
            rows.flatMap(({ a, b, shared, union }) => (a === place || b === place ? [`${a} ${b} ${shared} ${union}`] : [])).sort(),
          );
        }
      });
    });
  },
  PATIENCE_MS,
);
