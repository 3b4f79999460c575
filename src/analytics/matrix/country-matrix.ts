import type { TieFilter } from '../../domain/tie.js';
import type { TableQuestion } from '../whole-graph/question.js';
import { inOrder } from '../whole-graph/question.js';
import { tiesThatCount } from '../whole-graph/ties.js';
import { type TieCount, TieTally } from './tie-count.js';

export const MATRIX_ENDS = {
  BOTH: 'Both countries of a pair are among them.',
  ONE: 'At least one country of a pair is among them.',
} as const;
export type MatrixEnds = keyof typeof MATRIX_ENDS;

export interface CountryMatrixQuestion {
  readonly ties: TieFilter;
  /** Ids of countries; null: all. */
  readonly countries: readonly string[] | null;
  /** How many countries of a pair have to be among them. */
  readonly ends: MatrixEnds;
}

/** A cell of the matrix: two countries, the smaller id first; the same one twice for ties at home. */
export interface CountryPair extends TieCount {
  readonly a: string;
  readonly b: string;
}

const position = ({ a, b, agreementCount }: CountryPair) => ({ key: agreementCount, id: `${a} ${b}` });

/** How many ties each pair of countries has, those with most agreements first. */
export const countryMatrix: TableQuestion<CountryMatrixQuestion, CountryPair> = {
  direction: 'down',
  position,
  rows: (snapshot, { ties, countries, ends }) => {
    const among = countries && new Set(countries);
    const tally = new TieTally<{ a: string; b: string }>();
    for (const tie of tiesThatCount(snapshot, ties)) {
      const [one, other] = [tie.a.country, tie.b.country];
      if (one === null || other === null) continue;
      if (among !== null && !(ends === 'BOTH' ? among.has(one) && among.has(other) : among.has(one) || among.has(other))) continue;
      tally.add(one <= other ? { a: one, b: other } : { a: other, b: one }, tie);
    }
    return inOrder(tally.rows(), 'down', position);
  },
};
