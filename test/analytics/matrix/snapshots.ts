import fc from 'fast-check';
import { Snapshot, type SnapshotAgreement, type SnapshotPlace, type SnapshotStep } from '../../../src/analytics/whole-graph/snapshot.js';

import { STAGES, type Stage, stageRank } from '../../../src/domain/stage.js';
import type { TieFilter } from '../../../src/domain/tie.js';
import { AGREEMENT_KINDS, membersOf, PLACE_KINDS } from '../../../src/domain/vocabulary.js';

const COUNTRIES = ['place:aa', 'place:bb', 'place:na'] as const;

/** Places of three countries with two provinces each; few, so that ties repeat and meet. */
const places: fc.Arbitrary<SnapshotPlace[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...membersOf(PLACE_KINDS)),
      country: fc.constantFrom(...COUNTRIES),
      province: fc.constantFrom('1', '2', null),
      location: fc.option(fc.record({ latitude: fc.integer({ min: -90, max: 90 }), longitude: fc.integer({ min: -180, max: 180 }) })),
    }),
    { minLength: 2, maxLength: 12 },
  )
  .map((drawn) =>
    drawn.map(({ kind, country, province, location }, index) => ({
      ...{ id: `place:p${String(index).padStart(2, '0')}`, kind, sortName: `p${index}`, partOf: null, population: null },
      ...{ country, province: province === null ? null : `${country}-${province}` },
      ...{ latitude: location?.latitude ?? null, longitude: location?.longitude ?? null },
    })),
  );

const DAYS = [null, '1990-01-01', '1999-07-01', '2000-01-01', '2001-02-03', '2001-12-31', '2003-05-05'] as const;

const steps: fc.Arbitrary<SnapshotStep[]> = fc
  .array(fc.record({ stage: fc.constantFrom(...(Object.keys(STAGES) as Stage[])), effective: fc.constantFrom(...DAYS) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((drawn) =>
    drawn
      .map(({ stage, effective }, index) => ({ id: `stage:${index}`, stage, effective, earliest: effective, latest: effective }))
      .sort((one, other) => (stageRank(one) < stageRank(other) ? -1 : 1)),
  );

/** Graphs in which agreements have two or three parties, some of the same two places. */
export const snapshots: fc.Arbitrary<Snapshot> = places.chain((all) =>
  fc
    .array(
      fc.record({
        parties: fc.uniqueArray(fc.constantFrom(...all), { minLength: 2, maxLength: 3 }),
        kind: fc.constantFrom(...membersOf(AGREEMENT_KINDS)),
        steps,
        sectors: fc.uniqueArray(fc.constantFrom('sector:arts', 'sector:health', 'sector:sports', 'sector:trade'), { maxLength: 3 }),
      }),
      { maxLength: 25 },
    )
    .map((drawn) => {
      const agreements = drawn.map((one, index): SnapshotAgreement => ({ id: `agreement:${index}`, confidences: [], ...one }));
      return new Snapshot(new Map(all.map((place) => [place.id, place])), new Map(agreements.map((one) => [one.id, one])));
    }),
);

/** Some of the ties, or all. */
export const filters: fc.Arbitrary<TieFilter> = fc.record({
  ...{ kinds: fc.constant(null), phases: fc.constant(null), sectors: fc.constant(null), confidence: fc.constant(null) },
  asOf: fc.constantFrom(null, '2000-12-31'),
  placeKinds: fc.constant(null),
  country: fc.constantFrom(null, 'place:aa'),
  domestic: fc.constantFrom(null, true, false),
});

export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
