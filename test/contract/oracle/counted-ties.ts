import { STAGES } from '../../../src/domain/stage.js';
import type { TieFilter } from '../../../src/domain/tie.js';
import type { Oracle, Tie } from './oracle.js';

/** What a cell of a table holds, as the product has it. */
export interface Counted {
  readonly tieCount: number;
  readonly agreementCount: number;
  readonly placePairCount: number;
  readonly agreements: readonly string[];
}

const place = (key: string | null) => (key === null ? null : `place:${key}`);

/**
 * Counts ties in cells, which are named by texts: every tie that counts is looked at from both ends, and a cell that it
 * belongs to from either holds it once.
 */
export function countedTies(oracle: Oracle, filter: TieFilter, cellOf: (tie: Tie) => readonly unknown[] | null): Record<string, Counted> {
  const cells = new Map<string, Set<string>>();
  for (const tie of oracle.ties(filter)) {
    const cell = cellOf(tie)?.map(String).join(' ');
    if (cell === undefined) continue;
    cells.set(cell, (cells.get(cell) ?? new Set()).add([`agreement:${tie.agreement}`, ...[tie.from, tie.to].sort()].join(' ')));
  }
  return Object.fromEntries([...cells].map(([cell, ties]) => [cell, counted([...ties])]));
}

function counted(ties: readonly string[]): Counted {
  const agreements = [...new Set(ties.map((tie) => tie.split(' ')[0] as string))].sort();
  const pairs = new Set(ties.map((tie) => tie.split(' ').slice(1).join(' ')));
  return { tieCount: ties.length, agreementCount: agreements.length, placePairCount: pairs.size, agreements };
}

/** Rows of the product by the texts that name their cells, in the same form. */
export function asCounted<R extends Counted>(rows: readonly R[], cellOf: (row: R) => readonly unknown[]): Record<string, Counted> {
  return Object.fromEntries(
    rows.map((row) => {
      const { tieCount, agreementCount, placePairCount, agreements } = row;
      return [cellOf(row).map(String).join(' '), { tieCount, agreementCount, placePairCount, agreements: [...agreements] }];
    }),
  );
}

/** Ids of the ends of a tie, as the product has them. */
export function endsOf(oracle: Oracle, { from, to }: Tie) {
  return {
    place: place(from),
    province: place(oracle.provinceOf(from)),
    country: place(oracle.countryOf(from)),
    otherPlace: place(to),
    otherProvince: place(oracle.provinceOf(to)),
    otherCountry: place(oracle.countryOf(to)),
  };
}

/** The year of the first dated step in which an agreement was signed, implemented or renewed. */
export function yearOf(oracle: Oracle, agreement: string, asOf: string | null): number | null {
  const days = oracle
    .stages(oracle.agreement(agreement), asOf)
    .flatMap(({ stage, day }) => (day !== null && STAGES[stage].phase === 'AGREEMENT' ? [day] : []));
  return days.length === 0 ? null : Number((days.sort()[0] as string).slice(0, 4));
}
