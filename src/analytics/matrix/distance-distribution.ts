import { mean } from 'd3-array';
import { geoDistance } from 'd3-geo';
import type { TieFilter } from '../../domain/tie.js';
import { fiveNumbers } from '../five-numbers.js';
import type { FigureQuestion, TableQuestion } from '../whole-graph/question.js';
import type { Snapshot, SnapshotPlace } from '../whole-graph/snapshot.js';
import { type Tie, tiesThatCount } from '../whole-graph/ties.js';
import { countOf, type TieCount } from './tie-count.js';

/** Mean radius of the earth in km: R1 = (2a + b) / 3 of the ellipsoid GRS 80 (Moritz, Geodetic Reference System 1980). */
const EARTH_RADIUS_KM = 6371.0088;

interface Located extends SnapshotPlace {
  readonly latitude: number;
  readonly longitude: number;
}

interface Measured {
  /** From the shortest to the longest. */
  readonly lengths: readonly { readonly tie: Tie; readonly km: number }[];
  /** Ties with an end whose coordinates are not known. */
  readonly unknown: readonly Tie[];
}

/** Distances to the metre, with quartiles as `fiveNumbers` has them. null: there is no distance. */
export interface DistanceSummary {
  /** Ties with a distance. */
  readonly tieCount: number;
  readonly unknown: TieCount;
  readonly minKm: number | null;
  readonly lowerQuartileKm: number | null;
  readonly medianKm: number | null;
  readonly upperQuartileKm: number | null;
  readonly maxKm: number | null;
  readonly meanKm: number | null;
}

/** The ties whose distance is at least `fromKm` and less than `untilKm`. */
export interface DistanceBin extends TieCount {
  readonly fromKm: number;
  readonly untilKm: number;
}

/** Length of the great circle between two places on a sphere, in km. */
export function distanceKm(one: Located, other: Located): number {
  return EARTH_RADIUS_KM * geoDistance([one.longitude, one.latitude], [other.longitude, other.latitude]);
}

function measured(snapshot: Snapshot, filter: TieFilter): Measured {
  return snapshot.remember('lengths of ties', filter, () => {
    const lengths: { tie: Tie; km: number }[] = [];
    const unknown: Tie[] = [];
    for (const tie of tiesThatCount(snapshot, filter)) {
      if (isLocated(tie.a) && isLocated(tie.b)) lengths.push({ tie, km: distanceKm(tie.a, tie.b) });
      else unknown.push(tie);
    }
    return { lengths: lengths.sort((one, other) => one.km - other.km), unknown };
  });
}

function isLocated(place: SnapshotPlace): place is Located {
  return place.latitude !== null && place.longitude !== null;
}

export const distanceSummary: FigureQuestion<{ readonly ties: TieFilter }, DistanceSummary> = {
  answer: (snapshot, { ties }) => {
    const { lengths, unknown } = measured(snapshot, ties);
    const kms = lengths.map(({ km }) => km);
    const spread = fiveNumbers(kms);
    return {
      tieCount: kms.length,
      unknown: countOf(unknown),
      minKm: toTheMetre(spread?.min),
      lowerQuartileKm: toTheMetre(spread?.lowerQuartile),
      medianKm: toTheMetre(spread?.median),
      upperQuartileKm: toTheMetre(spread?.upperQuartile),
      maxKm: toTheMetre(spread?.max),
      meanKm: toTheMetre(mean(kms)),
    };
  },
};

function toTheMetre(km: number | null | undefined): number | null {
  return km === undefined || km === null ? null : Math.round(km * 1_000) / 1_000;
}

export interface DistanceBinsQuestion {
  readonly ties: TieFilter;
  readonly binKm: number;
}

/** How many ties are how long, from 0 km to the longest; bins between that hold none are given too. */
export const distanceBins: TableQuestion<DistanceBinsQuestion, DistanceBin> = {
  direction: 'up',
  position: ({ fromKm }) => ({ key: fromKm, id: '' }),
  rows: (snapshot, { ties, binKm }) => {
    const bins: Tie[][] = [];
    for (const { tie, km } of measured(snapshot, ties).lengths) {
      const index = Math.floor(km / binKm);
      while (bins.length <= index) bins.push([]);
      bins[index]?.push(tie);
    }
    return bins.map((members, index) => ({ fromKm: index * binKm, untilKm: (index + 1) * binKm, ...countOf(members) }));
  },
};
