import { group } from 'd3-array';
import type { TieFilter } from '../../domain/tie.js';
import { inOrder, type TableQuestion } from '../whole-graph/question.js';
import { agreementsOf, fromBothEnds, type TieEnd, tiesThatCount } from '../whole-graph/ties.js';

export const SHARING_UNITS = {
  PLACE: 'Each place for itself.',
  PROVINCE: 'The places of a province together, with the province itself.',
} as const;
export type SharingUnit = keyof typeof SHARING_UNITS;

export interface SharingPartnersQuestion {
  /** Id of the country whose partners are shared. */
  readonly country: string;
  readonly by: SharingUnit;
  /** How many partners must be shared, from 1. */
  readonly minShared: number;
  readonly ties: TieFilter;
}

/** A place that is a partner on both sides, with the agreements there. All are ids, those of agreements rising. */
export interface PartnerOfBoth {
  readonly partner: string;
  readonly ofCountry: readonly string[];
  readonly ofRegion: readonly string[];
}

/** A place or province outside the country. */
export interface SharingRegion {
  readonly region: string;
  readonly sharedCount: number;
  /** By id. */
  readonly partners: readonly PartnerOfBoth[];
}

const position = ({ sharedCount, region }: SharingRegion) => ({ key: sharedCount, id: region });

/** The places or provinces outside a country that share partners with its places, those that share most first. */
export const placesSharingPartners: TableQuestion<SharingPartnersQuestion, SharingRegion> = {
  direction: 'down',
  position,
  rows: (snapshot, { country, by, minShared, ties }) => {
    const ends = fromBothEnds(tiesThatCount(snapshot, ties));
    const atHome = group(
      ends.filter(({ here }) => here.country === country),
      ({ there }) => there.id,
    );
    const outside = group(
      ends.filter(({ here, there }) => here.country !== country && atHome.has(there.id)),
      ({ here }) => (by === 'PLACE' ? here.id : here.province),
      ({ there }) => there.id,
    );
    const rows = [...outside].flatMap(([region, partners]) =>
      region === null || partners.size < minShared
        ? []
        : [
            {
              region,
              sharedCount: partners.size,
              partners: [...partners].map(([partner, theirs]) => ofBoth(partner, atHome, theirs)).sort(byId),
            },
          ],
    );
    return inOrder(rows, 'down', position);
  },
};

function ofBoth(partner: string, atHome: ReadonlyMap<string, readonly TieEnd[]>, theirs: readonly TieEnd[]): PartnerOfBoth {
  return { partner, ofCountry: agreementsOfEnds(atHome.get(partner) ?? []), ofRegion: agreementsOfEnds(theirs) };
}

const agreementsOfEnds = (ends: readonly TieEnd[]) => agreementsOf(ends.map(({ tie }) => tie));
const byId = (one: PartnerOfBoth, other: PartnerOfBoth) => (one.partner < other.partner ? -1 : 1);
