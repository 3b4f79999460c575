import type { PlaceRecord } from '../../format/records.js';
import type { Statement } from '../statement.js';

/** A statement of which it is known which places its parties are. */
export interface ResolvedStatement {
  readonly statement: Statement;
  /** The places, in the order of the statement's parties. */
  readonly parties: readonly PlaceRecord[];
}
