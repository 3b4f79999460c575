import type { Statement } from '../statement.js';
import type { Field } from './fields.js';
import type { RowValues } from './row-values.js';

const SIDES = ['A', 'B'] as const;
/** What tells which place a party is. */
const OF_A_PARTY = ['party', 'country', 'province', 'level', 'kemendagri', 'qid', 'geonames', 'latitude', 'longitude'] as const;

/**
 * Who the parties are of a row that is left out for something else, so that people are asked about all parties at once
 * and not again when the row is mended. Null: nothing of them can be read.
 */
export function partiesAlone(statement: Statement, row: RowValues): Statement | null {
  const isRead = (side: (typeof SIDES)[number]) => OF_A_PARTY.every((what) => !row.isRejected(`${what}${side}` satisfies Field));
  const parties = statement.parties.filter((_, index) => isRead(SIDES[index] ?? 'A'));
  return parties.length === 0 ? null : { ...statement, parties, isLeftOut: true };
}
