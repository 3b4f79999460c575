import { idOf } from '../../domain/ontology.js';
import { Unit } from '../../graph/unit.js';

/** What is said of an id that nothing has any more. */
export interface Retirement {
  /** The id that is retired: `agreement:jakarta-los-angeles`. */
  readonly retired: string;
  /** The id that took its place, of the same type; it may be retired itself. Null: none did. */
  readonly successor: string | null;
  readonly reason: string;
  /** When it was retired, in EDTF; null: nobody says. */
  readonly date: string | null;
  /** Whether nobody stated it: a data set no longer had the thing. */
  readonly leftBehind: boolean;
}

/** The id of the tombstone of an id. */
export function tombstoneId(retired: string): string {
  return idOf('Tombstone', retired);
}

/**
 * The unit of a tombstone. The successor is an id and no relationship: it may come later or go itself, and a tombstone
 * keeps nothing in the graph.
 */
export function tombstoneUnit({ retired, successor, reason, date, leftBehind }: Retirement): Unit {
  const unit = new Unit({ label: 'Tombstone', id: tombstoneId(retired) });
  unit.addNode(unit.of, { retired, successor, reason, date, ...(leftBehind ? { leftBehind } : {}) });
  return unit;
}
