import { describe, expect, test } from 'vitest';
import { SimpleGraph } from '../../../src/analytics/network/simple-graph.js';
import { clusteringOf } from '../../../src/analytics/structure/clustering.js';
import { componentsOf } from '../../../src/analytics/structure/components.js';
import { degreeAssortativity } from '../../../src/analytics/structure/degrees.js';
import { Chance } from '../../../src/exchange/synthesis/chance.js';
import { COUNTRIES, tiesBetweenCountries } from '../../../src/exchange/synthesis/measured-countries.js';
import { MEASURED_WORLD } from '../../../src/exchange/synthesis/measured-world.js';
import { worldShape } from '../../../src/exchange/synthesis/world-shape.js';

/**
 * A quarter of the world with its mean degree. Between the bounds and what seeds reach is as much again as between the
 * seeds: transitivity 0.131 to 0.133, assortativity 0.26 to 0.29, largest component 0.86 to 0.88. docs/synthesis.md has
 * the whole world.
 */
const OPTIONS = { places: 4_699, agreements: 7_737 };

describe.each([1, 2, 3])('the shape of a quarter of the world, with seed %i', (seed) => {
  const shape = worldShape({ ...OPTIONS, seed }, new Chance(seed));
  const ties = Array.from({ length: OPTIONS.agreements }, (_, tie) => [...shape.ends.subarray(2 * tie, 2 * tie + 2)] as [number, number]);
  const graph = new SimpleGraph(ties.map(([a, b]) => ({ a: String(a), b: String(b), agreements: [] })));

  test('has no tie twice and none of a place with itself', () => {
    expect(new Set(ties.map(([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`)).size).toBe(OPTIONS.agreements);
    expect(ties.filter(([a, b]) => a === b)).toEqual([]);
  });

  test('has degrees that are distributed as those of the world', () => {
    const upTo = (degree: number) => shape.degrees.reduce((count, one) => count + (one <= degree ? 1 : 0), 0) / OPTIONS.places;
    const gaps = MEASURED_WORLD.degrees.map(([degree = 0, share = 0]) => Math.abs(upTo(degree) - share));
    expect(Math.max(...gaps)).toBeLessThan(0.04);
  });

  test('has the share of domestic ties that the world has', () => {
    const between = tiesBetweenCountries();
    const measured = COUNTRIES.reduce((sum, _, at) => sum + (between[at * COUNTRIES.length + at] as number), 0) / MEASURED_WORLD.ties;
    const domestic = ties.filter(([a, b]) => shape.countries[a] === shape.countries[b]).length / ties.length;
    expect(Math.abs(domestic - measured)).toBeLessThan(0.005);
  });

  test('closes as many of its wedges as the world', () => {
    expect(Math.abs((clusteringOf(graph).transitivity ?? 0) - MEASURED_WORLD.transitivity)).toBeLessThan(0.01);
  });

  test('joins places that are alike, if less than the world does', () => {
    expect(degreeAssortativity(graph)).toBeGreaterThan(0.2);
    expect(degreeAssortativity(graph)).toBeLessThan(0.4);
  });

  test('has most places in one component, as the world has', () => {
    const share = (componentsOf(graph)[0]?.length ?? 0) / graph.nodes.length;
    expect(share).toBeGreaterThan(0.83);
    expect(share).toBeLessThan(0.91);
  });

  test('gives countries their shares of the places', () => {
    const counts = COUNTRIES.map((_, country) => shape.countries.filter((one) => one === country).length);
    const due = COUNTRIES.map(({ places }) => (places / MEASURED_WORLD.places) * OPTIONS.places);
    expect(Math.max(...counts.map((count, at) => Math.abs(count - (due[at] as number))))).toBeLessThan(1);
  });
});
