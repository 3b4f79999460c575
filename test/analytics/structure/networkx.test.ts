import { describe, expect, test } from 'vitest';
import { type Centrality, centralPlaces } from '../../../src/analytics/structure/central-places.js';
import { structure, structureCommunities, structureDistances } from '../../../src/analytics/structure/structure.js';
import { articulationPoints, bridges } from '../../../src/analytics/structure/weak-points.js';
import fixture from './networkx.json' with { type: 'json' };
import { PLACES, tied } from './tied.js';

/** How far numbers may be from those of networkx, which are written with ten digits. */
const DIGITS = 9;

/** Louvain's method finds a good answer, not the best; how much worse one may be than another, on graphs as small as these. */
const WORSE = 0.05;

describe.each(fixture.graphs)(`$name, as networkx ${fixture.networkx} has it`, (graph) => {
  const snapshot = tied(graph.edges.map((edge) => edge.split(' ') as [string, string]));
  const expected = graph.figures;

  test('has these figures', () => {
    const figures = structure.answer(snapshot, PLACES);

    expect(figures).toMatchObject({
      nodes: expected.nodes,
      edges: expected.edges,
      componentCount: expected.components.length,
      largestComponents: expected.components.slice(0, 10),
      degrees: expected.degrees.map(([degree, nodes]) => ({ degree, nodes })),
      meanDegree: (2 * expected.edges) / expected.nodes,
      maxDegree: expected.degrees.at(-1)?.[0],
      triangles: expected.triangles,
      wedges: expected.wedges,
    });
    expect(figures.density).toBeCloseTo(expected.density, DIGITS);
    expect(figures.averageClustering).toBeCloseTo(expected.averageClustering, DIGITS);
    expectClose(figures.transitivity, expected.transitivity);
    expectClose(figures.degreeAssortativity, expected.degreeAssortativity);
    expect(figures.cores.filter(({ shell }) => shell > 0).map(({ k, shell }) => [k, shell])).toEqual(expected.shells);
  });

  test('has these distances', () => {
    const { distances } = structureDistances.answer(snapshot, PLACES);

    const { mean, distribution, ...others } = expected.distances;
    expect(distances).toMatchObject({ ...others, distribution: distribution.map(([distance, pairs]) => ({ distance, pairs })) });
    expect(distances?.mean).toBeCloseTo(mean, DIGITS);
  });

  test('has communities of a modularity like that of the best of five attempts', () => {
    const { modularity } = structureCommunities.answer(snapshot, PLACES);

    expect(modularity).toBeGreaterThan(expected.modularity - WORSE);
  });

  test.each([
    ['PAGERANK', graph.pageRank],
    ['BETWEENNESS', graph.betweenness],
    ['CORE', graph.core],
    ['CLUSTERING', graph.clustering],
  ] satisfies [Centrality, number[]][])('has these values of %s', (by, values) => {
    const rows = centralPlaces.rows(snapshot, { ...PLACES, by });

    const byId = [...rows].sort((one, other) => (one.id < other.id ? -1 : 1));
    expect(byId.map(({ value }) => value)).toHaveLength(values.length);
    for (const [index, { value }] of byId.entries()) expect(value).toBeCloseTo(values[index] as number, DIGITS);
  });

  test('has these articulation points', () => {
    const rows = articulationPoints.rows(snapshot, PLACES);

    const points = graph.articulationPoints as [string, number[]][];
    expect(rows.map(({ id, parts, cutOff }) => ({ id, parts, cutOff })).sort((one, other) => (one.id < other.id ? -1 : 1))).toEqual(
      points.map(([id, parts]) => ({ id, parts: parts.length, cutOff: parts.slice(1).reduce((sum, size) => sum + size, 0) })),
    );
  });

  test('has these bridges', () => {
    const rows = bridges.rows(snapshot, PLACES);

    expect(rows.map(({ a, b, sides }) => [a, b, sides]).sort()).toEqual([...graph.bridges].sort());
  });
});

function expectClose(value: number | null, expected: number | null): void {
  if (value === null || expected === null) expect(value).toBe(expected);
  else expect(value).toBeCloseTo(expected, DIGITS);
}
