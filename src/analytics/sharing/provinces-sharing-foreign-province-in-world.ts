import { group, sort, sum } from 'd3-array';
import type { TieFilter } from '../../domain/tie.js';
import type { PlaceKind } from '../../domain/vocabulary.js';
import { inOrder, type TableQuestion } from '../whole-graph/question.js';
import type { Snapshot } from '../whole-graph/snapshot.js';
import { mustBeAtMost } from '../whole-graph/table-size.js';
import { agreementsOf, fromBothEnds, type TieEnd, tiesThatCount } from '../whole-graph/ties.js';
import type { ProvincePair, SharedForeignProvince } from './provinces-sharing-foreign-province.js';

/** How many pairs an answer may have. */
const MOST_PAIRS = 20_000;

/** Which pairs of provinces are compared. */
export const PROVINCE_PAIRS = {
  ONE_COUNTRY: 'Both provinces are in one country.',
  TWO_COUNTRIES: 'They are in two countries.',
  ANY: 'They are in one country or in two.',
} as const;
export type ProvincePairs = keyof typeof PROVINCE_PAIRS;

export interface WorldSharingQuestion {
  /** Kinds of the places whose ties count for the two provinces that are compared. */
  readonly homeKinds: readonly PlaceKind[];
  readonly ties: TieFilter;
  /** How many foreign provinces a pair must share, from 1. */
  readonly minShared: number;
  readonly pairs: ProvincePairs;
}

/** A province that has ties with a foreign one. */
interface Home {
  /** Place among all such provinces, by id. */
  readonly number: number;
  readonly province: string;
  readonly country: string;
  readonly agreements: readonly string[];
}

const position = ({ sharedCount, pair }: ProvincePair) => ({ key: sharedCount, id: pair });

/**
 * Pairs of provinces, of any countries, that have ties with the same province, which is foreign to both:
 * those that share most first. What `provincesSharingForeignProvince` says of one country, for all.
 */
export const provincesSharingForeignProvinceInWorld: TableQuestion<WorldSharingQuestion, ProvincePair> = {
  direction: 'down',
  position,
  rows: (snapshot, question) => {
    const { minShared, pairs } = question;
    const reached = homesByForeignProvince(snapshot, question);
    const counts = new Map<number, number>();
    for (const homes of reached.values()) forEachPair(homes, pairs, (pair) => counts.set(pair, (counts.get(pair) ?? 0) + 1));
    const size = sum(counts.values(), (count) => (count >= minShared ? 1 : 0));
    mustBeAtMost(MOST_PAIRS, size, 'raise minShared, ask for fewer pairs, or give a country');

    // Most pairs share too little: witnesses are put together for those alone that are shown.
    const rows = new Map<number, { readonly a: string; readonly b: string; readonly shared: SharedForeignProvince[] }>();
    for (const [foreign, homes] of reached) {
      forEachPair(homes, pairs, (pair, { province: a, agreements: ofA }, { province: b, agreements: ofB }) => {
        if ((counts.get(pair) ?? 0) < minShared) return;
        const row = rows.get(pair) ?? { a, b, shared: [] };
        rows.set(pair, row);
        row.shared.push({ foreign, ofA, ofB });
      });
    }
    const found = [...rows.values()].map((row) => ({ ...row, pair: `${row.a} ${row.b}`, sharedCount: row.shared.length }));
    return inOrder(found, 'down', position);
  },
};

/** The provinces that have ties abroad, by the foreign province that they lead to; both by id. */
function homesByForeignProvince(snapshot: Snapshot, { ties, homeKinds }: WorldSharingQuestion): Map<string, Home[]> {
  const abroad = fromBothEnds(tiesThatCount(snapshot, ties)).filter(
    ({ here, there }) =>
      homeKinds.includes(here.kind) &&
      here.province !== null &&
      there.province !== null &&
      here.country !== null &&
      there.country !== null &&
      here.country !== there.country,
  );
  const provinces = sort(new Set(abroad.map(({ here }) => here.province as string)));
  const numbers = new Map(provinces.map((province, index) => [province, index]));
  const homeOf = ([province, ends]: [string, TieEnd[]]): Home => ({
    number: numbers.get(province) ?? 0,
    province,
    country: ends[0]?.here.country as string,
    agreements: agreementsOf(ends.map(({ tie }) => tie)),
  });
  const grouped = group(
    abroad,
    ({ there }) => there.province as string,
    ({ here }) => here.province as string,
  );
  return new Map(
    sort(grouped, ([foreign]) => foreign).map(([foreign, homes]) => [foreign, sort([...homes].map(homeOf), ({ number }) => number)]),
  );
}

/** Most provinces that there can be; a pair of them is told by one number, which takes less room than a text. */
const MOST_PROVINCES = 1_000_000;

function forEachPair(homes: readonly Home[], pairs: ProvincePairs, tell: (pair: number, a: Home, b: Home) => void): void {
  for (const [index, a] of homes.entries()) {
    for (let next = index + 1; next < homes.length; next += 1) {
      const b = homes[next] as Home;
      if (pairs === 'ANY' || (a.country === b.country) === (pairs === 'ONE_COUNTRY')) tell(a.number * MOST_PROVINCES + b.number, a, b);
    }
  }
}
