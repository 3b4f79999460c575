import type { Phase, Stage } from '../domain/stage.js';
import type { ChangedAgreement, Told } from './told.js';

/** Which changes of agreements somebody wants to be told of. Null lets everything pass. */
export interface AgreementFilter {
  /** A party was or is this place, or inside it. */
  readonly within: string | null;
  /** The change left it in one of these phases, or it was in one when it was deleted. */
  readonly phases: readonly Phase[] | null;
  /** It reached one of these steps by the change. */
  readonly stages: readonly Stage[] | null;
}

/** The changes of agreements by a revision that pass a filter. */
export function passing({ within, phases, stages }: AgreementFilter, { agreements }: Told): readonly ChangedAgreement[] {
  return agreements.filter(
    ({ places, phase, reached }) =>
      (within === null || places.has(within)) &&
      (phases === null || (phase !== null && phases.includes(phase))) &&
      (stages === null || reached.some(({ stage }) => stages.includes(stage))),
  );
}
