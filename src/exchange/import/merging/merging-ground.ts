import type { Retirements } from '../../dataset/retirements.js';
import type { AgreementRecord, PlaceRecord, SectorRecord, SourceRecord } from '../../format/records.js';

/**
 * What the graph has of other data sets, for statements that may speak of it. What an earlier version of the data set
 * that is imported brought must not be given: an import that is repeated would otherwise add to itself.
 */
export interface MergingGround {
  /** Every agreement that has both places of one of some pairs among its parties, as its own record is. */
  agreementsJoining(pairs: readonly (readonly [string, string])[]): Promise<readonly AgreementRecord[]>;
  /** The sources whose address is one of some, spelled so. */
  sourcesAt(addresses: readonly string[]): Promise<readonly SourceRecord[]>;
  sectors(): Promise<readonly SectorRecord[]>;
  /** All ids of which somebody states the retirement. What is stated holds until nobody states it, whatever is imported. */
  statedRetirements(): Promise<Retirements>;
  /** Agreements by their keys. Keys of none are left out. */
  agreements(keys: readonly string[]): Promise<readonly AgreementRecord[]>;
  /** Places by their keys, with all that enclose them. Keys of none are left out. */
  places(keys: readonly string[]): Promise<readonly PlaceRecord[]>;
}
