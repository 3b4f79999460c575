import type { Retirements } from '../../dataset/retirements.js';
import type { AgreementRecord, PlaceRecord, RecordType } from '../../format/records.js';

/** What the graph has of other data sets, for records that refer to it or add to it. */
export interface RecordGround {
  /** The data set that has the record of a key, for those of some keys that there is one of. */
  holders(type: RecordType, keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Those of some ids that are retired, and what their successors lead to. */
  retired(ids: readonly string[]): Promise<Retirements>;
  /** All ids of which somebody states the retirement. */
  statedRetirements(): Promise<ReadonlySet<string>>;
  /** Places by their keys, with all that enclose them. Keys of none are left out. */
  places(keys: readonly string[]): Promise<readonly PlaceRecord[]>;
  /** Agreements by their keys, with all umbrellas that they are under. Keys of none are left out. */
  umbrellas(keys: readonly string[]): Promise<readonly AgreementRecord[]>;
  /** Agreements by their keys. Keys of none are left out. */
  agreements(keys: readonly string[]): Promise<readonly AgreementRecord[]>;
}
