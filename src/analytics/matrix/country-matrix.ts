import type { TieFilter } from '../../domain/tie.js';
import type { TableQuestion } from '../whole-graph/question.js';
import { inOrder } from '../whole-graph/question.js';
import type { Snapshot } from '../whole-graph/snapshot.js';
import { tiesThatCount } from '../whole-graph/ties.js';

/** A cell of the matrix: two countries, the smaller id first; the same one twice for ties at home. */
export interface CountryPair {
  readonly a: string;
  readonly b: string;
  readonly agreementCount: number;
  /** Pairs of places that have a tie. */
  readonly placePairCount: number;
  /** Ids, rising. */
  readonly agreements: readonly string[];
}

const position = ({ a, b, agreementCount }: CountryPair) => ({ key: agreementCount, id: `${a} ${b}` });

/** How many agreements tie each pair of countries, those with most first. */
export const countryMatrix: TableQuestion<{ readonly ties: TieFilter }, CountryPair> = {
  direction: 'down',
  position,
  rows: (snapshot: Snapshot, { ties }) => {
    const cells = new Map<string, { a: string; b: string; agreements: Set<string>; pairs: Set<string> }>();
    for (const { a, b, agreement } of tiesThatCount(snapshot, ties)) {
      if (a.country === null || b.country === null) continue;
      const [one, other] = a.country <= b.country ? [a.country, b.country] : [b.country, a.country];
      const key = `${one} ${other}`;
      let cell = cells.get(key);
      if (cell === undefined) {
        cell = { a: one, b: other, agreements: new Set(), pairs: new Set() };
        cells.set(key, cell);
      }
      cell.agreements.add(agreement.id);
      cell.pairs.add(`${a.id} ${b.id}`);
    }
    const rows = [...cells.values()].map(({ a, b, agreements, pairs }) => ({
      a,
      b,
      agreementCount: agreements.size,
      placePairCount: pairs.size,
      agreements: [...agreements].sort(),
    }));
    return inOrder(rows, 'down', position);
  },
};
