import type { TieFilter } from '../../domain/tie.js';
import type { AgreementKind } from '../../domain/vocabulary.js';
import type { TableQuestion } from '../whole-graph/question.js';
import { inOrder } from '../whole-graph/question.js';
import { tiesThatCount } from '../whole-graph/ties.js';
import { type TieCount, TieTally } from './tie-count.js';
import { yearOf } from './tie-year.js';

export const TIE_GROUPS = {
  KIND: 'By the kind of agreement.',
  DOMESTIC: 'By whether the two places are in one country.',
} as const;
export type TieGroup = keyof typeof TIE_GROUPS;

export interface TiesByYearQuestion {
  readonly ties: TieFilter;
  /** What the ties of a year are told apart by. */
  readonly by: readonly TieGroup[];
  /** true: the ties whose year is known; false: the others. */
  readonly dated: boolean;
}

type YearAndGroup = {
  /** null: not known. */
  readonly year: number | null;
  /** null: not told apart by it. */
  readonly kind: AgreementKind | null;
  readonly domestic: boolean | null;
};
export type TiesOfYear = YearAndGroup & TieCount;

const position = ({ year, kind, domestic }: TiesOfYear) => ({ key: year ?? 0, id: `${kind ?? ''} ${domestic ?? ''}` });

/** How many ties came to be in each year, from the first on; years without any are left out. */
export const tiesByYear: TableQuestion<TiesByYearQuestion, TiesOfYear> = {
  direction: 'up',
  position,
  rows: (snapshot, { ties, by, dated }) => {
    const tally = new TieTally<YearAndGroup>();
    for (const tie of tiesThatCount(snapshot, ties)) {
      const year = yearOf(tie.agreement, ties.asOf);
      if ((year !== null) !== dated) continue;
      tally.add(
        {
          year,
          kind: by.includes('KIND') ? tie.agreement.kind : null,
          domestic: by.includes('DOMESTIC') ? tie.a.country === tie.b.country : null,
        },
        tie,
      );
    }
    return inOrder(tally.rows(), 'up', position);
  },
};
