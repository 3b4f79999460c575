import { expect, test } from 'vitest';
import { provincesSharingForeignProvinceInWorld } from '../../../src/analytics/sharing/provinces-sharing-foreign-province-in-world.js';
import { Snapshot, type SnapshotAgreement, type SnapshotPlace } from '../../../src/analytics/whole-graph/snapshot.js';
import { BadInputError } from '../../../src/domain/errors.js';
import { ANY_TIE } from '../../../src/domain/tie.js';

/** A city in a province of its own. */
const city = (name: string, country: string): SnapshotPlace => ({
  ...{ id: `place:${name}`, kind: 'CITY', sortName: name, partOf: null, population: null, latitude: null, longitude: null },
  ...{ country: `place:${country}`, province: `place:${name}-province` },
});

/** A graph in which cities of as many provinces have a tie with one and the same city abroad. */
function fan(size: number, countryOf: (index: number) => string): Snapshot {
  const hub = city('hub', 'hubland');
  const cities = Array.from({ length: size }, (_, index) => city(`c${String(index).padStart(3, '0')}`, countryOf(index)));
  const agreements = cities.map(
    (one): SnapshotAgreement => ({
      ...{ id: `agreement:${one.id}`, kind: 'SISTER_CITY', parties: [hub, one] },
      ...{ steps: [], sectors: [], confidences: [] },
    }),
  );
  const places = new Map([hub, ...cities].map((one) => [one.id, one]));
  return new Snapshot(places, new Map(agreements.map((one) => [one.id, one])));
}

const asked = { ties: ANY_TIE, homeKinds: ['CITY'], minShared: 1, pairs: 'ANY' } as const;

test('more than 20,000 pairs are refused, with how to narrow the question', () => {
  const question = () =>
    provincesSharingForeignProvinceInWorld.rows(
      fan(201, (index) => `land${index}`),
      asked,
    );
  expect(question).toThrow(BadInputError);
  expect(question).toThrow(
    'the answer has 20100 rows. Accepted are 20000 at most: raise minShared, ask for fewer pairs, or give a country.',
  );
});

test('20,000 pairs are not too many, and pairs that share too little do not count', () => {
  expect(
    provincesSharingForeignProvinceInWorld.rows(
      fan(200, (index) => `land${index}`),
      asked,
    ),
  ).toHaveLength((200 * 199) / 2);
  expect(
    provincesSharingForeignProvinceInWorld.rows(
      fan(201, (index) => `land${index}`),
      { ...asked, minShared: 2 },
    ),
  ).toEqual([]);
});

test('within one country or between two', () => {
  const snapshot = fan(5, (index) => (index < 2 ? 'a' : 'b'));
  const count = (pairs: 'ANY' | 'ONE_COUNTRY' | 'TWO_COUNTRIES') =>
    provincesSharingForeignProvinceInWorld.rows(snapshot, { ...asked, pairs }).length;
  expect([count('ONE_COUNTRY'), count('TWO_COUNTRIES'), count('ANY')]).toEqual([4, 6, 10]);
});

test('what is in the country of either province is not foreign to both', () => {
  const snapshot = fan(3, (index) => (index === 0 ? 'hubland' : 'a'));
  const pairs = provincesSharingForeignProvinceInWorld.rows(snapshot, asked).map(({ pair }) => pair);
  expect(pairs).toEqual(['place:c001-province place:c002-province']);
});
