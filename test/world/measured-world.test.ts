import { beforeAll, describe, expect, test } from 'vitest';
import { shareOfPairs } from '../../scripts/synthesis/country-ties.js';
import { type WorldTies, worldTies } from '../../scripts/synthesis/world-ties.js';
import { clusteringOf } from '../../src/analytics/structure/clustering.js';
import { degreeAssortativity } from '../../src/analytics/structure/degrees.js';
import { COUNTRIES, tiesBetweenCountries } from '../../src/exchange/synthesis/measured-countries.js';
import { MEASURED_WORLD } from '../../src/exchange/synthesis/measured-world.js';
import { worldFiles } from '../world-graph.js';

describe.skipIf('absent' in worldFiles())('what synthetic worlds are made from', () => {
  const again = 'The world measures otherwise: run "npm run measure:synthesis" and "npm run figures:synthesis".';
  let world: WorldTies;
  beforeAll(() => {
    world = worldTies();
  });

  test('is what the files of the world measure', () => {
    const { graph } = world;
    const { transitivity, degreeAssortativity: assortativity, degrees, ...measured } = MEASURED_WORLD;
    expect([measured.places, measured.ties], again).toEqual([graph.nodes.length, graph.edges.length]);
    expect(transitivity, again).toBeCloseTo(clusteringOf(graph).transitivity ?? 0, 5);
    expect(assortativity, again).toBeCloseTo(degreeAssortativity(graph) ?? 0, 5);
    const upTo = (most: number) => graph.nodes.filter((_, node) => graph.degree(node) <= most).length / graph.nodes.length;
    for (const [degree = 0, share = 0] of degrees) expect(share, again).toBeCloseTo(upTo(degree), 5);
  });

  test('has as many ties between two countries as the files where they have five or more', () => {
    const { places, pairs } = world;
    const position = new Map(COUNTRIES.map(({ key }, at) => [key.toUpperCase(), at]));
    const ties = tiesBetweenCountries();
    const countries = [...places.values()].map(({ iso2 }) => iso2);
    const at = new Map([...places.keys()].map((id, place) => [id, place]));
    const shares = shareOfPairs({ countries, ties: pairs.map(([a, b]) => [at.get(a) as number, at.get(b) as number]) });
    for (const [pair, share] of shares) {
      const count = Math.round(share * pairs.length);
      const [a, b] = pair.split(' ').map((code) => position.get(code) as number) as [number, number];
      if (count >= 5 || a === b) expect(ties[Math.min(a, b) * COUNTRIES.length + Math.max(a, b)], `${pair}: ${again}`).toBe(count);
    }
    expect(ties.reduce((sum, one) => sum + one, 0)).toBeCloseTo(pairs.length, 5);
  });
});
