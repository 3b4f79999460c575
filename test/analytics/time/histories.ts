import fc from 'fast-check';
import { Snapshot, type SnapshotAgreement, type SnapshotPlace, type SnapshotStep } from '../../../src/analytics/whole-graph/snapshot.js';
import { parsePartialDate } from '../../../src/domain/partial-date.js';
import { type Stage, stageRank } from '../../../src/domain/stage.js';

/** Days and stretches of one year and its neighbours, so that equal days and ranges that overlap are common. */
const dates = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 1, max: 9 }).map((day) => `2001-03-0${day}`),
  fc.constantFrom('2001-03', '2001', '2000', '200X', '../2001-03-05', '2001-03-04/2001-03-06', '2001-02/..', '2002-01-01'),
);

/** Few of the stages, some of each phase, so that a stage comes again and two of them come on one day. */
export const stage = fc.constantFrom<Stage>('EXPLORATION', 'LETTER_OF_INTENT', 'SIGNED', 'RENEWED', 'DORMANT', 'EXPIRED');

/** Steps as a snapshot has them: by day, then by place in the sequence of stages. */
export const histories: fc.Arbitrary<SnapshotStep[]> = fc.array(fc.record({ stage, date: dates }), { maxLength: 7 }).map((steps) =>
  steps
    .map(({ stage, date }, index): SnapshotStep => {
      const days = date === null ? { earliest: null, latest: null, effective: null } : parsePartialDate(date);
      return { id: `stage:${index}`, stage, earliest: days.earliest, latest: days.latest, effective: days.effective };
    })
    .sort((one, other) => (stageRank(one) < stageRank(other) ? -1 : 1)),
);

const place = (id: string, country: string): SnapshotPlace => ({
  id,
  kind: 'CITY',
  sortName: id,
  partOf: country,
  country,
  province: null,
  latitude: null,
  longitude: null,
  population: null,
});
const PLACES = [place('place:aa-one', 'place:aa'), place('place:bb-other', 'place:bb')];

/** A graph of agreements between two places, one for each history. */
export function graphOf(all: readonly SnapshotStep[][]): Snapshot {
  const agreements = all.map((steps, index): SnapshotAgreement => {
    const own = steps.map((step) => ({ ...step, id: `${step.id}.${index}` }));
    return { id: `agreement:${index}`, kind: 'SISTER_CITY', parties: PLACES, steps: own, sectors: [], confidences: [] };
  });
  return new Snapshot(new Map(PLACES.map((one) => [one.id, one])), new Map(agreements.map((one) => [one.id, one])));
}
