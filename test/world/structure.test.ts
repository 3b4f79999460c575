import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { structure, structureCommunities, structureDistances } from '../../src/analytics/structure/structure.js';
import { Analyst } from '../../src/analytics/whole-graph/analyst.js';
import { ANY_TIE } from '../../src/domain/tie.js';
import type { Graph } from '../../src/graph/graph.js';
import { entitiesByIds } from '../../src/store/entities.js';
import { PLACES, tied } from '../analytics/structure/tied.js';
import published from '../analytics/structure/world-lists.json' with { type: 'json' };
import { ENGINES } from '../engines.js';
import { assembleWorld, openWorld, worldFiles } from '../world-graph.js';
import { LISTS, listedPairs } from './lists.js';

describe.skipIf('absent' in worldFiles())('the structure of the world', () => {
  describe.each(Object.keys(LISTS) as (keyof typeof LISTS)[])(
    `of the pairs in the list %s, as networkx ${published.networkx} has it`,
    (list) => {
      const expected = published.lists[list];
      let snapshot: ReturnType<typeof tied>;
      beforeAll(() => {
        snapshot = tied(listedPairs(list));
      });

      test('has these figures', () => {
        const figures = structure.answer(snapshot, PLACES);

        expect(figures).toMatchObject({
          nodes: expected.nodes,
          edges: expected.edges,
          componentCount: expected.components.length,
          largestComponents: expected.components.slice(0, 10),
          degrees: expected.degrees.map(([degree, nodes]) => ({ degree, nodes })),
          triangles: expected.triangles,
          wedges: expected.wedges,
        });
        expect(figures.density).toBeCloseTo(expected.density, 12);
        expect(figures.transitivity).toBeCloseTo(expected.transitivity, 12);
        expect(figures.averageClustering).toBeCloseTo(expected.averageClustering, 12);
        expect(figures.degreeAssortativity).toBeCloseTo(expected.degreeAssortativity, 9);
        expect(figures.cores.filter(({ shell }) => shell > 0).map(({ k, shell }) => [k, shell])).toEqual(expected.shells);
      });

      test('has these distances', () => {
        const { distances } = structureDistances.answer(snapshot, PLACES);

        const { mean, distribution, ...others } = expected.distances;
        expect(distances).toMatchObject({ ...others, distribution: distribution.map(([distance, pairs]) => ({ distance, pairs })) });
        expect(distances?.mean).toBeCloseTo(mean, 9);
      });

      test('has communities of a modularity like that of the best of five attempts', () => {
        const { modularity } = structureCommunities.answer(snapshot, PLACES);

        expect(modularity).toBeGreaterThan(expected.modularity - 0.01);
      });
    },
  );

  describe.each(ENGINES)('in the graph on $name', (engine) => {
    let graph: Graph;
    let analyst: Analyst;
    beforeAll(async () => {
      graph = await openWorld(engine);
      analyst = new Analyst(graph, { deadlineMs: 300_000 });
    });
    afterAll(async () => {
      await analyst.close();
      await graph.engine.close();
    });

    test('has an edge for every pair of places that the records join', async () => {
      const { shipped, world } = await assembleWorld();
      const kinds = new Map([...shipped.data.places, ...world.data.places].map(({ key, kind }) => [key, kind]));
      const pairs = [...shipped.data.agreements, ...world.data.agreements].flatMap(({ parties }) => {
        const ends = parties.filter((party) => kinds.get(party) !== 'COUNTRY').sort();
        return ends.flatMap((a, index) => ends.slice(index + 1).map((b) => `${a} ${b}`));
      });

      const { nodes, edges } = await analyst.figure('structure', PLACES);

      expect({ nodes, edges }).toEqual({ nodes: new Set(pairs.flatMap((pair) => pair.split(' '))).size, edges: new Set(pairs).size });
    });

    test('is worked out while places are read', async () => {
      await analyst.figure('structure', PLACES);
      let isDone = false;
      const distances = analyst
        .figure('structureDistances', { projection: { level: 'PLACE', ties: { ...ANY_TIE, confidence: 'LOW' } } })
        .finally(() => {
          isDone = true;
        });

      let reads = 0;
      while (!isDone) {
        expect(await entitiesByIds(graph, 'Place', ['place:id-kota-bandung'])).not.toEqual([null]);
        reads += 1;
      }

      expect((await distances).distances?.diameter).toBeGreaterThan(10);
      expect(reads).toBeGreaterThan(50);
    });
  });
});
