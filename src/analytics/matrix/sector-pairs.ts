import type { TieFilter } from '../../domain/tie.js';
import type { TableQuestion } from '../whole-graph/question.js';
import { inOrder } from '../whole-graph/question.js';
import type { SnapshotAgreement } from '../whole-graph/snapshot.js';
import { tiesThatCount } from '../whole-graph/ties.js';

export interface SectorPairsQuestion {
  readonly ties: TieFilter;
  /** In how many agreements two sectors must occur together, from 1. */
  readonly minAgreements: number;
}

/** Two sectors that occur together: |A|, |B| and |A ∩ B| of the N agreements whose sectors are known. */
export interface SectorPair {
  /** Ids of the sectors, the smaller first. */
  readonly a: string;
  readonly b: string;
  /** |A ∩ B|. */
  readonly agreementCount: number;
  /** |A| and |B|. */
  readonly countOfA: number;
  readonly countOfB: number;
  /** N. */
  readonly outOf: number;
  /** |A ∩ B| / N. */
  readonly support: number;
  /** |A ∩ B| / |A ∪ B|. */
  readonly jaccard: number;
  /** N · |A ∩ B| / (|A| · |B|): 1 when the two are independent, more when they go together. */
  readonly lift: number;
  /** Ids of the agreements, rising. */
  readonly agreements: readonly string[];
}

const position = ({ a, b, agreementCount }: SectorPair) => ({ key: agreementCount, id: `${a} ${b}` });

/** Which sectors occur together in agreements, those in most first. */
export const sectorPairs: TableQuestion<SectorPairsQuestion, SectorPair> = {
  direction: 'down',
  position,
  rows: (snapshot, { ties, minAgreements }) => {
    const tied = new Set(tiesThatCount(snapshot, ties).map(({ agreement }) => agreement));
    const known = [...tied].filter(({ sectors }) => sectors.length > 0);
    const alone = new Map<string, number>();
    const together = new Map<string, string[]>();
    for (const agreement of known) {
      const sectors = inIdOrder(agreement);
      sectors.forEach((a, index) => {
        alone.set(a, (alone.get(a) ?? 0) + 1);
        for (const b of sectors.slice(index + 1)) {
          const agreements = together.get(`${a} ${b}`);
          if (agreements === undefined) together.set(`${a} ${b}`, [agreement.id]);
          else agreements.push(agreement.id);
        }
      });
    }
    const rows = [...together]
      .filter(([, { length }]) => length >= minAgreements)
      .map(([pair, agreements]) => {
        const [a, b] = pair.split(' ') as [string, string];
        const [countOfA, countOfB, both] = [alone.get(a) ?? 0, alone.get(b) ?? 0, agreements.length];
        return {
          a,
          b,
          agreementCount: both,
          countOfA,
          countOfB,
          outOf: known.length,
          support: both / known.length,
          jaccard: both / (countOfA + countOfB - both),
          lift: (known.length * both) / (countOfA * countOfB),
          agreements: agreements.sort(),
        };
      });
    return inOrder(rows, 'down', position);
  },
};

function inIdOrder({ sectors }: SnapshotAgreement): string[] {
  return [...new Set(sectors)].sort();
}
