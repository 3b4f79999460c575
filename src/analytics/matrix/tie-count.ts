import { agreementsOf, type Tie } from '../whole-graph/ties.js';

/** What a number of ties comes to, with the agreements that they are made of. */
export interface TieCount {
  readonly tieCount: number;
  readonly agreementCount: number;
  /** Pairs of places that have a tie. */
  readonly placePairCount: number;
  /** Ids, rising. */
  readonly agreements: readonly string[];
}

export function countOf(ties: Iterable<Tie>): TieCount {
  const counted = [...ties];
  const agreements = agreementsOf(counted);
  const pairs = new Set(counted.map(({ a, b }) => `${a.id} ${b.id}`));
  return { tieCount: counted.length, agreementCount: agreements.length, placePairCount: pairs.size, agreements };
}

/** What a cell of a table stands for: ids, years and the like, which together tell it from the others. */
export type Cell = Readonly<Record<string, string | number | boolean | null>>;

/** Sorts ties into cells. A tie that is put into one cell twice, once from each end, counts there once. */
export class TieTally<C extends Cell> {
  readonly #cells = new Map<string, { readonly cell: C; readonly ties: Set<Tie> }>();

  add(cell: C, tie: Tie): void {
    const key = Object.values(cell).join(' ');
    const known = this.#cells.get(key);
    if (known === undefined) this.#cells.set(key, { cell, ties: new Set([tie]) });
    else known.ties.add(tie);
  }

  cells(): { readonly cell: C; readonly ties: ReadonlySet<Tie> }[] {
    return [...this.#cells.values()];
  }

  /** The cells with what is in them, as rows. */
  rows(): (C & TieCount)[] {
    return this.cells().map(({ cell, ties }) => ({ ...cell, ...countOf(ties) }));
  }
}
