import { describe, expect, test } from 'vitest';
import type { Level } from '../../../src/analytics/network/projection.js';
import { centralPlaces } from '../../../src/analytics/structure/central-places.js';
import { projectedAgreements } from '../../../src/analytics/structure/projected-agreements.js';
import { bridges } from '../../../src/analytics/structure/weak-points.js';
import { Snapshot, type SnapshotAgreement, type SnapshotPlace } from '../../../src/analytics/whole-graph/snapshot.js';
import { ANY_TIE } from '../../../src/domain/tie.js';

const town = (id: string, province: string | null, country: string | null): SnapshotPlace => ({
  ...{ id, kind: 'CITY', sortName: id, partOf: province ?? country, province, country },
  ...{ latitude: null, longitude: null, population: null },
});
const [malang, kediri, monaco, hangzhou] = [
  town('malang', 'east java', 'indonesia'),
  town('kediri', 'east java', 'indonesia'),
  town('monaco', null, 'monaco state'),
  town('hangzhou', 'zhejiang', 'china'),
];
const agreement = (id: string, ...parties: SnapshotPlace[]): SnapshotAgreement => ({
  ...{ id, kind: 'SISTER_CITY', parties, steps: [], sectors: [], confidences: [] },
});
const agreements = [
  agreement('at home', malang, kediri),
  agreement('abroad', malang, hangzhou),
  agreement('abroad too', kediri, hangzhou),
  agreement('of three', malang, kediri, monaco),
];
const snapshot = new Snapshot(
  new Map([malang, kediri, monaco, hangzhou].map((place) => [place.id, place])),
  new Map(agreements.map((one) => [one.id, one])),
);
const edgesOn = (level: Level) =>
  bridges
    .rows(snapshot, { projection: { level, ties: ANY_TIE } })
    .map(({ a, b, agreements: ids }) => [a, b, ids] as const)
    .sort();
const agreementsOn = (level: Level, which: 'joining' | 'atHome' | 'unplaced') =>
  projectedAgreements.rows(snapshot, { projection: { level, ties: ANY_TIE }, which }).map(({ id }) => id);

describe('between provinces', () => {
  test('all agreements of their places make one edge', () => {
    expect(edgesOn('PROVINCE')).toEqual([['east java', 'zhejiang', ['abroad', 'abroad too']]]);
  });

  test('agreements within one make no edge', () => {
    expect(agreementsOn('PROVINCE', 'atHome')).toEqual(['at home', 'of three']);
  });

  test('agreements of a place that is in none make no edge', () => {
    expect(agreementsOn('PROVINCE', 'unplaced')).toEqual(['of three']);
  });
});

describe('between countries', () => {
  test('all agreements of their places make one edge', () => {
    expect(edgesOn('COUNTRY')).toEqual([
      ['china', 'indonesia', ['abroad', 'abroad too']],
      ['indonesia', 'monaco state', ['of three']],
    ]);
  });

  test('an agreement of three can be both within one and between two', () => {
    expect([agreementsOn('COUNTRY', 'joining'), agreementsOn('COUNTRY', 'atHome')]).toEqual([
      ['abroad', 'abroad too', 'of three'],
      ['at home', 'of three'],
    ]);
  });
});

test('between places an agreement of three makes three edges', () => {
  const rows = centralPlaces.rows(snapshot, { projection: { level: 'PLACE', ties: ANY_TIE }, by: 'DEGREE' });

  expect(rows.map(({ id, degree }) => [id, degree])).toEqual([
    ['kediri', 3],
    ['malang', 3],
    ['hangzhou', 2],
    ['monaco', 2],
  ]);
});
