import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LEVELS, type Level } from '../../../src/analytics/network/projection.js';
import { CENTRALITIES, type Centrality } from '../../../src/analytics/structure/central-places.js';
import { Analyst } from '../../../src/analytics/whole-graph/analyst.js';
import type { TableName } from '../../../src/analytics/whole-graph/questions.js';
import type { TieFilter } from '../../../src/domain/tie.js';
import { assemble } from '../../../src/exchange/dataset/shipped.js';
import type { Graph } from '../../../src/graph/graph.js';
import { NaiveGraph } from '../../analytics/structure/naive.js';
import { ENGINES } from '../../engines.js';
import { openLoaded } from '../../loaded-graph.js';
import { Oracle } from '../oracle/oracle.js';
import { TIE_FILTERS, tieFilterIn } from '../oracle/tie-filters.js';
import { worldsOn } from '../oracle/worlds.js';

const ALL = 100_000;
const CASES = (Object.keys(LEVELS) as Level[]).flatMap((level) => TIE_FILTERS.map((part) => ({ level, part })));

describe.each(ENGINES)('the structure of the graph of ties on $name', (engine) => {
  describe.each(worldsOn(engine))('on $name', (world) => {
    let graph: Graph;
    let analyst: Analyst;
    let oracle: Oracle;

    beforeAll(async () => {
      const read = await world.read();
      oracle = new Oracle(read.data);
      graph = await openLoaded(engine, assemble(read));
      analyst = new Analyst(graph);
    });
    afterAll(async () => {
      await analyst.close();
      await graph.engine.close();
    });

    /** The projection by plain loops: its edges with their agreements, and the agreements that make none. */
    function projectedNaively(level: Level, ties: TieFilter) {
      const nodeOf = (place: string) =>
        ({ PLACE: () => place, PROVINCE: () => oracle.provinceOf(place), COUNTRY: () => oracle.countryOf(place) })[level]();
      const edges = new Map<string, Set<string>>();
      const [atHome, unplaced] = [new Set<string>(), new Set<string>()];
      for (const { agreement, from, to } of oracle.ties(ties)) {
        const [a, b] = [nodeOf(from), nodeOf(to)];
        const id = `agreement:${agreement}`;
        if (a === null || b === null) unplaced.add(id);
        else if (a === b) atHome.add(id);
        else if (a < b) edges.set(`place:${a} place:${b}`, (edges.get(`place:${a} place:${b}`) ?? new Set()).add(id));
      }
      const naive = new NaiveGraph([...edges.keys()].map((edge) => edge.split(' ') as [string, string]));
      const agreementsAt = (node: string) =>
        [...new Set([...edges].flatMap(([edge, ids]) => (edge.split(' ').includes(node) ? [...ids] : [])))].sort();
      return { naive, edges, joining: new Set([...edges.values()].flatMap((ids) => [...ids])), atHome, unplaced, agreementsAt };
    }

    const rowsOf = async <N extends TableName>(name: N, asked: Parameters<typeof analyst.table<N>>[1]) =>
      (await analyst.table(name, asked, ALL, null)).rows;

    test.each(CASES)('$level $part: stands on the agreements that the oracle counts', async ({ level, part }) => {
      const ties = tieFilterIn(world, part);
      const expected = projectedNaively(level, ties);
      const idsOf = async (which: 'joining' | 'atHome' | 'unplaced') =>
        (await rowsOf('projectedAgreements', { projection: { level, ties }, which })).map(({ id }) => id);

      const agreements = { joining: await idsOf('joining'), atHome: await idsOf('atHome'), unplaced: await idsOf('unplaced') };

      expect(agreements).toEqual({
        joining: [...expected.joining].sort(),
        atHome: [...expected.atHome].sort(),
        unplaced: [...expected.unplaced].sort(),
      });
    });

    test.each(CASES)('$level $part: has the figures of the oracle', async ({ level, part }) => {
      const projection = { level, ties: tieFilterIn(world, part) };
      const { naive, edges } = projectedNaively(level, projection.ties);

      const figures = await analyst.figure('structure', { projection });
      const { distances } = await analyst.figure('structureDistances', { projection });

      expect(figures).toMatchObject({
        nodes: naive.nodes.length,
        edges: edges.size,
        componentCount: naive.components.length,
        triangles: naive.triangles,
      });
      expect(distances?.distribution ?? []).toEqual(naive.distanceDistribution);
    });

    test.each(CASES)('$level $part: has the nodes and the bridges of the oracle, with their agreements', async ({ level, part }) => {
      const projection = { level, ties: tieFilterIn(world, part) };
      const { naive, edges, agreementsAt } = projectedNaively(level, projection.ties);

      const places = await rowsOf('centralPlaces', { projection, by: 'DEGREE' });
      const bridges = await rowsOf('bridges', { projection });

      expect(
        [...places].map(({ id, value, agreements }) => ({ id, value, agreements })).sort((one, other) => (one.id < other.id ? -1 : 1)),
      ).toEqual(naive.nodes.map((id) => ({ id, value: naive.degree(id), agreements: agreementsAt(id) })));
      expect(Object.fromEntries(bridges.map(({ a, b, agreements }) => [`${a} ${b}`, agreements]))).toEqual(
        Object.fromEntries(
          [...edges].flatMap(([edge, ids]) => {
            const [a, b] = edge.split(' ') as [string, string];
            return naive.sidesWithout(a, b) === null ? [] : [[edge, [...ids].sort()]];
          }),
        ),
      );
    });

    test.each(Object.keys(CENTRALITIES) as Centrality[])('ranks the places that have most %s first', async (by) => {
      const projection = { level: 'PLACE', ties: tieFilterIn(world, {}) } as const;
      const { naive } = projectedNaively('PLACE', projection.ties);
      const values = {
        DEGREE: () => new Map(naive.nodes.map((node) => [node, naive.degree(node)])),
        PAGERANK: () => naive.pageRank,
        BETWEENNESS: () => naive.betweenness,
        CORE: () => new Map(naive.nodes.map((node) => [node, naive.nodes.filter((_, k) => naive.core(k + 1).includes(node)).length])),
        CLUSTERING: () => new Map(naive.nodes.map((node) => [node, naive.clustering(node)])),
      }[by]();

      const rows = await rowsOf('centralPlaces', { projection, by });

      expect(rows).toHaveLength(values.size);
      for (const { id, value } of rows) expect(value).toBeCloseTo(values.get(id) ?? Number.NaN, 9);
    });

    test('falls into the components and the articulation points of the oracle', async () => {
      const projection = { level: 'PLACE', ties: tieFilterIn(world, {}) } as const;
      const { naive } = projectedNaively('PLACE', projection.ties);

      const components = await rowsOf('components', { projection });
      const points = await rowsOf('articulationPoints', { projection });

      expect(components.map(({ members }) => members)).toEqual(naive.components);
      expect(points.map(({ id }) => id).sort()).toEqual(naive.nodes.filter((node) => naive.partsWithout(node).length > 1));
    });

    test('falls into communities that hold every place once', async () => {
      const projection = { level: 'PLACE', ties: tieFilterIn(world, {}) } as const;
      const { naive } = projectedNaively('PLACE', projection.ties);

      const communities = await rowsOf('communities', { projection });

      expect(communities.flatMap(({ members }) => members).sort()).toEqual(naive.nodes);
      const { modularity } = await analyst.figure('structureCommunities', { projection });
      expect(modularity).toBeCloseTo(naive.modularity(communities.map(({ members }) => members)), 9);
    });
  });
});
