import { expect, test } from 'vitest';
import { trianglesOf } from '../../../src/analytics/neighbourhood/triangles.js';

const pairs = (...ends: readonly string[]) => ends.map((pair) => ({ a: pair.charAt(0), b: pair.charAt(1), agreements: [pair] }));

test('triangles come by the names of the partners; equal names by id', () => {
  const partners = new Map([
    ['a', 'springfield'],
    ['b', 'malang'],
    ['c', 'springfield'],
    ['d', 'arles'],
  ]);
  const triangles = trianglesOf('o', { partners, pairs: pairs('ac', 'ad', 'ao', 'ab', 'bc', 'bo', 'cd', 'co', 'do') });
  expect(triangles.map(({ partners: [one, other] }) => `${one}${other}`)).toEqual(['da', 'dc', 'ba', 'bc', 'ac']);
});

test('a triangle has the sides of the place with either partner, then that of the partners', () => {
  const partners = new Map([
    ['a', 'zagreb'],
    ['z', 'arles'],
  ]);
  const [triangle] = trianglesOf('o', { partners, pairs: pairs('ao', 'az', 'oz') });
  expect(triangle?.sides.map(({ agreements }) => agreements.join())).toEqual(['oz', 'ao', 'az']);
});
