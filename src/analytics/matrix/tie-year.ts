import { STAGES } from '../../domain/stage.js';
import type { SnapshotAgreement } from '../whole-graph/snapshot.js';

/**
 * The year in which an agreement made its ties: that of its earliest dated step in the phase AGREEMENT. A
 * step that is dated in part counts from the earliest day that it can have been on, or, when its start is
 * open, from the latest one, so that 199X is 1990. On a given day later steps are not known yet. null: no
 * such step is dated, or there is none.
 */
export function yearOf({ steps }: SnapshotAgreement, asOf: string | null): number | null {
  let first: string | null = null;
  for (const { stage, effective } of steps) {
    const counts = effective !== null && STAGES[stage].phase === 'AGREEMENT' && (asOf === null || effective <= asOf);
    if (counts && (first === null || effective < first)) first = effective;
  }
  return first === null ? null : Number(first.slice(0, 4));
}
