import type { TieFilter } from '../../domain/tie.js';
import type { TableQuestion } from '../whole-graph/question.js';
import { inOrder } from '../whole-graph/question.js';
import { fromBothEnds, tiesThatCount } from '../whole-graph/ties.js';
import { type TieCount, TieTally } from './tie-count.js';

export interface ProvinceCountryQuestion {
  readonly ties: TieFilter;
  /** Id of the country whose provinces are told apart; null: all countries. */
  readonly country: string | null;
}

/** A cell of the matrix: ids. */
type ProvinceAndCountry = {
  readonly country: string;
  /** null: places of the country that are in no province. */
  readonly province: string | null;
  readonly partnerCountry: string;
};
export type ProvinceCountryCell = ProvinceAndCountry & TieCount;

const position = ({ country, province, partnerCountry, agreementCount }: ProvinceCountryCell) => ({
  key: agreementCount,
  id: `${country} ${province ?? ''} ${partnerCountry}`,
});

/** How many ties the places of each province have with the places of each country, those with most agreements first. */
export const provinceCountryMatrix: TableQuestion<ProvinceCountryQuestion, ProvinceCountryCell> = {
  direction: 'down',
  position,
  rows: (snapshot, { ties, country }) => {
    const tally = new TieTally<ProvinceAndCountry>();
    for (const { here, there, tie } of fromBothEnds(tiesThatCount(snapshot, ties))) {
      if (here.country === null || there.country === null || (country !== null && here.country !== country)) continue;
      tally.add({ country: here.country, province: here.province, partnerCountry: there.country }, tie);
    }
    return inOrder(tally.rows(), 'down', position);
  },
};
