import type { TieFilter } from '../../domain/tie.js';
import type { TableQuestion } from '../whole-graph/question.js';
import { inOrder } from '../whole-graph/question.js';
import { fromBothEnds, type Tie, tiesThatCount } from '../whole-graph/ties.js';
import { countOf, type TieCount, TieTally } from './tie-count.js';

export interface DomesticShareQuestion {
  readonly ties: TieFilter;
  /** How many ties a country must have to be listed, from 1. */
  readonly minTies: number;
}

/** A country with all ties of its places, and those of them that join two of its places. */
export interface CountryShare extends TieCount {
  readonly country: string;
  readonly domestic: TieCount;
  /** Domestic ties / all ties, from 0 to 1. */
  readonly share: number;
}

const position = ({ share, country }: CountryShare) => ({ key: share, id: country });
const isDomestic = ({ a, b }: Tie) => a.country === b.country;

/** Which part of the ties of each country's places is domestic, the largest first. A domestic tie counts once. */
export const domesticShare: TableQuestion<DomesticShareQuestion, CountryShare> = {
  direction: 'down',
  position,
  rows: (snapshot, { ties, minTies }) => {
    const tally = new TieTally<{ country: string }>();
    for (const { here, there, tie } of fromBothEnds(tiesThatCount(snapshot, ties))) {
      if (here.country !== null && there.country !== null) tally.add({ country: here.country }, tie);
    }
    const rows = tally
      .cells()
      .filter(({ ties }) => ties.size >= minTies)
      .map(({ cell: { country }, ties }) => {
        const domestic = countOf([...ties].filter(isDomestic));
        return { country, ...countOf(ties), domestic, share: domestic.tieCount / ties.size };
      });
    return inOrder(rows, 'down', position);
  },
};
