import type { Bounds } from '../../../src/analytics/recommendation/bounds.js';
import type { Signal, Weights } from '../../../src/analytics/recommendation/signals.js';
import { parsePartialDate } from '../../../src/domain/partial-date.js';
import type { Phase } from '../../../src/domain/stage.js';
import { ANY_TIE, type TieFilter } from '../../../src/domain/tie.js';
import type { DataSet } from '../../../src/exchange/format/records.js';
import type { Oracle } from './oracle.js';

export interface ExpectedReason {
  readonly signal: Signal;
  readonly number: number;
  readonly score: number;
  readonly weight: number;
  readonly contribution: number;
  /** Keys of places, missions and sectors behind the number, and `partner/cousin` of paths. */
  readonly behind: readonly string[];
}

export interface ExpectedPartner {
  readonly key: string;
  readonly score: number;
  readonly reasons: readonly ExpectedReason[];
}

const LEVELS = [['PROVINCE'], ['CITY', 'REGENCY'], ['DISTRICT'], ['VILLAGE'], ['AUTHORITY'], ['REGION']];
const BRINGING: readonly Signal[] = ['COUSINS_PARTNER', 'OPEN_OFFER', 'PROVINCE_LINK', 'EXPERIENCE', 'MISSION_IN_REACH'];
const ORDER: readonly Signal[] = [...BRINGING, 'MATCHING_SECTORS', 'SIMILAR_SIZE'];
const to = (decimals: number, number: number) => Math.round(number * 10 ** decimals) / 10 ** decimals;

/** Partners worth approaching, worked out from the records by looking at every place in the world for every signal. */
export function partnersByHand(
  oracle: Oracle,
  data: DataSet,
  question: { readonly place: string; readonly ties: TieFilter; readonly within: string | null; readonly weights: Weights },
  bounds: Bounds,
): ExpectedPartner[] {
  const { place, ties, within, weights } = question;
  const home = oracle.countryOf(place);
  const populationOf = (key: string) =>
    data.placeDetails.findLast((detail) => detail.key === key && detail.population !== undefined)?.population ??
    oracle.place(key).population ??
    0;
  const like = (key: string) => {
    const [one, other] = [populationOf(place), populationOf(key)];
    return one > 0 && other > 0 ? Math.min(one, other) / Math.max(one, other) : 0;
  };
  const partnersOf = remembered((key: string) => [...oracle.partners(key, ties).keys()].sort());
  const sectorsOf = remembered((key: string) => {
    const agreements = oracle.agreementsThatCount(ties).filter(({ parties }) => parties.includes(key));
    const events = data.events.filter(
      ({ agreements: concerned, date }) =>
        agreements.some((agreement) => concerned.includes(agreement.key)) &&
        (ties.asOf === null || (date !== undefined && parsePartialDate(date).effective <= ties.asOf)),
    );
    return new Set([...agreements, ...events].flatMap(({ sectors }) => sectors));
  });
  const cousins = strongest(place, partnersOf, bounds.cousins);
  const talks = oracle
    .agreementsThatCount({ ...ties, phases: (ties.phases ?? TALKS).filter((phase) => TALKS.includes(phase)) })
    .filter(({ parties }) => parties.includes(place));
  const province = oracle.provinceOf(place);

  const measured = (key: string): Record<Signal, { number: number; score: number; behind: string[] }> => {
    const country = oracle.countryOf(key) ?? '';
    const paths = cousins.flatMap((cousin) =>
      partnersOf(place)
        .filter((partner) => partner !== key && partnersOf(partner).includes(cousin) && partnersOf(cousin).includes(key))
        .map((partner) => ({ name: `${partner}/${cousin}`, share: 1 / Math.sqrt(partnersOf(partner).length * partnersOf(cousin).length) })),
    );
    const l3 = to(
      6,
      paths.reduce((sum, { share }) => sum + to(9, share), 0),
    );
    const offers = talks.filter(({ parties }) => parties.includes(country)).map((agreement) => agreement.key);
    const theirs = oracle.provinceOf(key);
    const linked = province !== null && theirs !== null && partnersOf(province).includes(theirs);
    const experience = partnersOf(key).filter((partner) => partner !== place && oracle.countryOf(partner) === home);
    const missions = data.missions.filter(({ sentBy, covers }) => sentBy === country && covers.some((one) => oracle.isWithin(place, one)));
    const shared = [...sectorsOf(place)].filter((sector) => sectorsOf(key).has(sector));
    const jaccard = shared.length === 0 ? 0 : to(4, shared.length / new Set([...sectorsOf(place), ...sectorsOf(key)]).size);
    const size = to(4, like(key));
    return {
      COUSINS_PARTNER: { number: l3, score: to(4, l3 / (1 + l3)), behind: paths.map(({ name }) => name) },
      OPEN_OFFER: { number: offers.length, score: 1, behind: offers },
      PROVINCE_LINK: { number: linked ? 1 : 0, score: 1, behind: [province ?? '', theirs ?? ''] },
      EXPERIENCE: { number: experience.length, score: to(4, experience.length / (1 + experience.length)), behind: experience },
      MISSION_IN_REACH: { number: missions.length, score: 1, behind: missions.map((mission) => mission.key) },
      MATCHING_SECTORS: { number: jaccard, score: jaccard, behind: shared },
      SIMILAR_SIZE: { number: size, score: size, behind: [place, key] },
    };
  };

  const level = LEVELS.find((kinds) => kinds.includes(oracle.place(place).kind)) ?? [];
  const tied = oracle.partners(place, { ...ANY_TIE, asOf: ties.asOf });
  const candidates = data.places
    .filter(
      ({ key, kind }) =>
        level.includes(kind) && oracle.countryOf(key) !== home && (within === null || oracle.countryOf(key) === within) && !tied.has(key),
    )
    .map(({ key }) => ({ key, found: measured(key) }));
  const brought = new Set(
    BRINGING.filter((signal) => weights[signal] > 0).flatMap((signal) =>
      candidates
        .filter(({ found }) => found[signal].number > 0)
        .sort(
          (one, other) =>
            other.found[signal].score - one.found[signal].score || like(other.key) - like(one.key) || (one.key < other.key ? -1 : 1),
        )
        .slice(0, bounds.candidates),
    ),
  );
  return [...brought]
    .map(({ key, found }) => {
      const reasons = ORDER.filter((signal) => weights[signal] > 0 && found[signal].number > 0).map((signal) => {
        const { number, score, behind } = found[signal];
        return { signal, number, score, weight: weights[signal], contribution: to(6, weights[signal] * score), behind: behind.sort() };
      });
      return {
        key,
        reasons,
        score: to(
          6,
          reasons.reduce((sum, { contribution }) => sum + contribution, 0),
        ),
      };
    })
    .sort((one, other) => other.score - one.score || (one.key < other.key ? -1 : 1));
}

const TALKS: readonly Phase[] = ['EXPLORATION', 'INTENT'];

function strongest(place: string, partnersOf: (key: string) => readonly string[], most: number): string[] {
  const sums = new Map<string, number>();
  for (const partner of partnersOf(place)) {
    for (const cousin of partnersOf(partner).filter((key) => key !== place)) {
      sums.set(cousin, (sums.get(cousin) ?? 0) + 1 / Math.sqrt(partnersOf(partner).length));
    }
  }
  return [...sums]
    .sort(([one, its], [other, others]) => to(9, others) - to(9, its) || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([cousin]) => cousin);
}

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key) as T;
  };
}
