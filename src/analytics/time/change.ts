import { group } from 'd3-array';
import { type DatedStage, STAGES, stateOn } from '../../domain/stage.js';

export const CHANGES = {
  BEGAN: 'The agreement had no state before; talks have begun.',
  ADVANCED: 'The state moves to a later stage of the sequence, without a change that has a name of its own.',
  RETURNED: 'The state moves to an earlier stage of the sequence, without a change that has a name of its own.',
  SIGNED: 'The phase AGREEMENT begins: for the first time, or from EXPLORATION or INTENT.',
  LAPSED: 'The phase LAPSED begins: the agreement is dormant, expired or terminated.',
  REVIVED: 'The phase LAPSED ends: a lapsed agreement goes on, or is talked of again.',
  RECORDED: 'The stage of the state stays as it was: another step of the same day decides it, or the step repeats the stage.',
} as const;
export type Change = keyof typeof CHANGES;

/** A step and what it changed. */
export interface ChangeOf<S> {
  readonly step: S;
  /** The step that decided the state on the day before; null when there was none. */
  readonly before: S | null;
  /** The step that decides the state at the end of the day. */
  readonly after: S;
  readonly change: Change;
}

/**
 * What each dated step of an agreement changed, in the order of the steps, which come by day and then by
 * their place in the sequence. The state before is `stateOn` the day before, the state after `stateOn` the
 * day: of several steps of one day, one makes the change and the others are RECORDED.
 */
export function changesOf<S extends DatedStage>(steps: readonly S[]): ChangeOf<S>[] {
  const days = group(
    steps.filter(({ effective }) => effective !== null),
    ({ effective }) => effective,
  );
  let before: S | null = null;
  return [...days.values()].flatMap((ofDay) => {
    const last = before;
    const after = stateOn(ofDay, null) as S;
    before = after;
    return ofDay.map((step) => ({ step, before: last, after, change: step === after ? changeBetween(last, after) : 'RECORDED' }));
  });
}

function changeBetween(before: DatedStage | null, after: DatedStage): Change {
  const to = STAGES[after.stage];
  if (before === null) return to.phase === 'LAPSED' ? 'LAPSED' : to.phase === 'AGREEMENT' ? 'SIGNED' : 'BEGAN';
  const from = STAGES[before.stage];
  if (before.stage === after.stage) return 'RECORDED';
  if (from.phase !== to.phase) {
    if (to.phase === 'LAPSED') return 'LAPSED';
    if (from.phase === 'LAPSED') return 'REVIVED';
    if (to.phase === 'AGREEMENT') return 'SIGNED';
  }
  return to.ordinal > from.ordinal ? 'ADVANCED' : 'RETURNED';
}
