import { BOUNDS } from './bounds.js';

/**
 * What speaks for a partner. Each signal gives a candidate a score from 0 to 1. Some bring candidates in;
 * the others only weigh those that are there, since they hold for too many places to be a reason alone.
 */
export const SIGNALS = {
  COUSINS_PARTNER: {
    brings: true,
    weight: 1,
    description: `It is a partner of cousins of the place, which are the places that share partners with it. The number sums, over the paths of three ties from the place by a partner p and a cousin c to the candidate, 1/√(partners of p × partners of c): the degree-normalized L3 index of Kovács et al. (2019), Nature Communications 10:1240. The score is number/(1 + number). The ${BOUNDS.cousins} cousins count that are reached by the greatest sums of 1/√(partners of p).`,
  },
  OPEN_OFFER: {
    brings: true,
    weight: 0.8,
    description:
      'The place is in talks with its country, and the partner there is not chosen yet. The number is how many such talks there are; the score is 1. Of the filter of ties, what it says of agreements holds for the talks.',
  },
  PROVINCE_LINK: {
    brings: true,
    weight: 0.5,
    description:
      'The provinces of the two have a tie: agreements of provinces make room for those of their cities and regencies. The number and the score are 1. It never speaks for provinces, since those with a tie are no candidates.',
  },
  EXPERIENCE: {
    brings: true,
    weight: 0.4,
    description:
      'It has ties with other places of the country of the place. The number is how many places; the score is number/(1 + number).',
  },
  MISSION_IN_REACH: {
    brings: true,
    weight: 0.2,
    description: 'A diplomatic mission of its country has the place in its district. The number is how many missions; the score is 1.',
  },
  MATCHING_SECTORS: {
    brings: false,
    weight: 0.5,
    description:
      'Their agreements are about the same sectors. The number and the score are the Jaccard index: the sectors of both as a part of the sectors of either. Sectors of a place are those of its agreements that count and of the events that concern these.',
  },
  SIMILAR_SIZE: {
    brings: false,
    weight: 0.3,
    description:
      'As many people live there. The number and the score are the smaller population as a part of the larger; where one is not known, there is no such reason.',
  },
} as const satisfies Readonly<
  Record<
    string,
    {
      /** Whether it brings candidates in. */
      readonly brings: boolean;
      /** The weight that it has where none is given, from 0 to 1. Set by judgement, not learnt. */
      readonly weight: number;
      readonly description: string;
    }
  >
>;
export type Signal = keyof typeof SIGNALS;
export const ALL_SIGNALS = Object.keys(SIGNALS) as Signal[];

/** How much each signal counts, from 0 to 1; one that weighs 0 is left out. */
export type Weights = Readonly<Record<Signal, number>>;

/** The smaller of two populations as a part of the larger; 0 where one is not known. */
export function likeness(one: number | null, other: number | null): number {
  if (one === null || other === null || one <= 0 || other <= 0) return 0;
  return one < other ? one / other : other / one;
}

/** A count as a score: none is 0, one is a half, and many come near to 1. */
export function saturated(number: number): number {
  return number / (1 + number);
}

/** A number to so many decimals, so that what is shown can be added up by hand to what is shown. */
export function rounded(number: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(number * scale) / scale;
}
