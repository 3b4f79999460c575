import { describe, expect, test } from 'vitest';
import { cliquesAround } from '../../../src/analytics/neighbourhood/cliques.js';
import { egoNetwork } from '../../../src/analytics/neighbourhood/ego-network.js';
import { sharedPartners } from '../../../src/analytics/neighbourhood/shared-partners.js';
import { placesSimilarTo } from '../../../src/analytics/neighbourhood/similar-places.js';
import { trianglesOf } from '../../../src/analytics/neighbourhood/triangles.js';
import { tieParameters } from '../../../src/store/ties.js';
import { ENGINES } from '../../engines.js';
import type { Oracle } from '../oracle/oracle.js';
import { TIE_FILTERS, tieFilterIn } from '../oracle/tie-filters.js';
import { maximalCliquesIn, similarityOf, tieGraph, trianglesAt } from '../oracle/tie-graph.js';
import { worldsOn } from '../oracle/worlds.js';
import { openedWorld } from './opened-world.js';

const ALL = 100_000;
const key = (id: string) => id.slice(id.indexOf(':') + 1);
const keys = (ids: readonly string[]) => ids.map(key);

/** Every so many places, for what is asked of one place at a time. */
const some = (places: readonly string[]) => places.filter((_, index) => index % Math.ceil(places.length / 40) === 0);

describe.each(ENGINES)('the neighbourhood on $name', (engine) => {
  describe.each(worldsOn(engine))('on $name', (world) => {
    const opened = openedWorld(engine, world);
    const list = (name: string, parents: readonly string[], filters: object) =>
      opened().graph.page(name, 'up', { parents, afterKey: null, afterId: '', limit: 1_000, ...filters });
    const placesOf = (oracle: Oracle) => [...new Set(oracle.ties(tieFilterIn(world, {})).map(({ from }) => from))].sort();
    const agreementsBetween = (oracle: Oracle, part: (typeof TIE_FILTERS)[number], places: readonly string[]) =>
      oracle
        .ties(tieFilterIn(world, part))
        .filter(({ from, to }) => places.includes(from) && places.includes(to))
        .map(({ agreement }) => agreement);

    test.each(TIE_FILTERS)('partners and cousins are those of the oracle, anywhere and within a place: %o', async (part) => {
      const { oracle } = opened();
      const ties = tieFilterIn(world, part);
      const places = placesOf(oracle);
      for (const within of [null, world.country, oracle.provinceOf(places[0] ?? ''), places.at(-1) ?? null]) {
        const inside = (place: string) => within === null || oracle.isWithin(place, within);
        const filters = { ...tieParameters(ties), within: within && `place:${within}` };
        const parents = places.map((place) => `place:${place}`);
        const partners = await list('place/list-partners', parents, filters);
        const cousins = await list('place/list-cousins', parents, filters);
        for (const place of places) {
          const of = (rows: typeof partners) => rows.filter(({ parent }) => parent === `place:${place}`);
          expect(keys(of(partners).map(({ id }) => String(id))).sort()).toEqual(
            [...oracle.partners(place, ties).keys()].filter(inside).sort(),
          );
          expect(Object.fromEntries(of(cousins).map(({ id, key: shared }) => [key(String(id)), shared]))).toEqual(
            Object.fromEntries(
              Object.entries(oracle.cousins(place, ties)).flatMap(([cousin, shared]) => (inside(cousin) ? [[cousin, shared.length]] : [])),
            ),
          );
        }
      }
    });

    test.each(TIE_FILTERS)('the partners that two places share come with the agreements on either side: %o', async (part) => {
      const { graph, oracle } = opened();
      const ties = tieFilterIn(world, part);
      const pairs = placesOf(oracle).flatMap((a) => Object.keys(oracle.cousins(a, ties)).map((b) => ({ a, b })));
      const found = await sharedPartners(
        graph,
        pairs.map(({ a, b }) => ({ a: `place:${a}`, b: `place:${b}` })),
        ties,
      );
      for (const [index, { a, b }] of pairs.entries()) {
        const agreements = (place: string, partner: string) => [...(oracle.partners(place, ties).get(partner) ?? [])].sort();
        const shared = (found[index] ?? []).map(({ partner, ofA, ofB }) => [key(partner), keys(ofA), keys(ofB)]);
        expect({ a, b, shared: shared.sort() }).toEqual({
          a,
          b,
          shared: oracle.cousins(a, ties)[b]?.map((partner) => [partner, agreements(a, partner), agreements(b, partner)]),
        });
      }
    });

    test.each(TIE_FILTERS)('triangles have the three sides that the oracle has: %o', async (part) => {
      const { graph, oracle } = opened();
      const ties = tieFilterIn(world, part);
      const naive = tieGraph(oracle.ties(ties));
      for (const place of some(placesOf(oracle))) {
        const triangles = trianglesOf(`place:${place}`, await egoNetwork(graph, `place:${place}`, ties));
        expect(triangles.map(({ partners }) => keys(partners).sort().join(' ')).sort()).toEqual(trianglesAt(naive, place));
        for (const { partners, sides } of triangles) {
          const [one, other] = keys(partners) as [string, string];
          const ends = [
            [place, one],
            [place, other],
            [one, other],
          ];
          expect(sides.map(({ a, b, agreements }) => ({ ends: keys([a, b]), agreements: keys(agreements) }))).toEqual(
            ends.map((places) => ({ ends: [...places].sort(), agreements: [...new Set(agreementsBetween(oracle, part, places))].sort() })),
          );
        }
      }
    });

    test.each(TIE_FILTERS)(
      'cliques of the whole graph are the maximal ones, and those of a place are those that hold it: %o',
      async (part) => {
        const { graph, analyst, oracle } = opened();
        const ties = tieFilterIn(world, part);
        const naive = maximalCliquesIn(tieGraph(oracle.ties(ties)));
        const { rows } = await analyst.table('cliques', { ties, minSize: 3 }, ALL, null);
        expect(rows.map(({ members }) => keys(members).join(' ')).sort()).toEqual(naive);
        for (const { members, size, agreements } of rows) {
          expect(size).toBe(members.length);
          expect(keys(agreements)).toEqual([...new Set(agreementsBetween(oracle, part, keys(members)))].sort());
        }
        expect(rows.map(({ size }) => size)).toEqual(rows.map(({ size }) => size).sort((one, other) => other - one));
        for (const place of some(placesOf(oracle)).map((one) => `place:${one}`)) {
          const around = cliquesAround(place, await egoNetwork(graph, place, ties), 3);
          expect(around).toEqual(rows.filter(({ members }) => members.includes(place)));
        }
      },
    );

    test.each(TIE_FILTERS)('similar places share what the oracle says, in the whole graph and around one place: %o', async (part) => {
      const { graph, analyst, oracle } = opened();
      const ties = tieFilterIn(world, part);
      const naive = tieGraph(oracle.ties(ties));
      for (const [minShared, within] of [
        [1, null],
        [2, null],
        [1, world.country],
      ] as const) {
        const asked = { ties, minShared, within: within && `place:${within}` };
        const { rows } = await analyst.table('similarPlaces', asked, ALL, null);
        const inside = [...naive.keys()].filter((place) => within === null || oracle.isWithin(place, within)).sort();
        const pairs = inside.flatMap((a) =>
          inside
            .filter((b) => a < b)
            .map((b) => ({ pair: `${a} ${b}`, ...similarityOf(naive, a, b) }))
            .filter(({ shared }) => shared >= minShared),
        );
        expect(rows.map(({ a, b, shared, union }) => ({ pair: keys([a, b]).join(' '), shared, union })).sort(byPair)).toEqual(
          pairs.sort(byPair),
        );
        const similarity = rows.map(({ shared, union }) => shared / union);
        expect(similarity).toEqual([...similarity].sort((one, other) => other - one));
        for (const place of some(inside)) {
          const around = await placesSimilarTo(graph, `place:${place}`, asked);
          expect(around.map(({ a, b, shared, union }) => ({ pair: keys([a, b]).sort().join(' '), shared, union })).sort(byPair)).toEqual(
            pairs.filter(({ pair }) => pair.split(' ').includes(place)),
          );
        }
      }
    });
  });
});

function byPair(one: { readonly pair: string }, other: { readonly pair: string }): number {
  return one.pair < other.pair ? -1 : one.pair > other.pair ? 1 : 0;
}
