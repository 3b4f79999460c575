import { STAGES, type Stage } from '../stage.js';
import { assess, newFindings } from './assess.js';
import { missingSteps } from './checks.js';
import type { RuleFinding } from './rules.js';
import type { AgreementSituation } from './situation.js';
import { TRACKS, type Track, trackOf } from './tracks.js';

/** What may happen next to an agreement, and what is missing. */
export interface Outlook {
  readonly track: Track;
  /** Steps that the track asks for before the signing and that are not on record, in their order. */
  readonly missing: readonly Stage[];
  /** What rules say of it as it is. */
  readonly findings: readonly RuleFinding[];
  /** The steps that could be recorded today, in the order of the sequence. */
  readonly next: readonly NextStep[];
}

export interface NextStep {
  readonly stage: Stage;
  /** Whether it is the one that usually comes now. */
  readonly usual: boolean;
  /** What rules would say if it were recorded today, and do not say now. */
  readonly findings: readonly RuleFinding[];
}

export function outlookOf(situation: AgreementSituation): Outlook {
  const { parties, steps, today } = situation;
  const track = trackOf(parties.map(({ country }) => country));
  const findings = assess(situation);
  const usual = usualStep(situation);
  const next = (Object.keys(STAGES) as Stage[]).map((stage) => {
    const then = { ...situation, steps: [...steps, { stage, date: today, field: `stages[${steps.length}]` }] };
    return { stage, usual: stage === usual, findings: newFindings(findings, assess(then)) };
  });
  return { track, missing: missingSteps(situation), findings, next };
}

/** The step that comes after the last one of the talks, or after the signing. Null: nothing is usual after an end. */
function usualStep({ parties, steps }: AgreementSituation): Stage | null {
  const reached = new Set(steps.map(({ stage }) => stage));
  const has = (...stages: readonly Stage[]) => stages.some((stage) => reached.has(stage));
  if (has('EXPIRED', 'TERMINATED', 'DORMANT')) return 'RENEWED';
  if (has('IMPLEMENTATION', 'RENEWED')) return null;
  if (has('SIGNED')) return 'IMPLEMENTATION';
  const { before, without } = TRACKS[trackOf(parties.map(({ country }) => country))];
  const sequence = (Object.keys(STAGES) as Stage[]).filter((stage) => STAGES[stage].ordinal <= STAGES.SIGNED.ordinal);
  const fitting = sequence.filter((stage) => !(without as readonly Stage[]).includes(stage));
  const last = Math.max(0, ...steps.map(({ stage }) => STAGES[stage].ordinal));
  const following = fitting.filter((stage) => STAGES[stage].ordinal > last);
  // Where a track asks for its steps one by one, the next of them is usual; else the signing is.
  return (before.length > 0 ? following[0] : following.at(-1)) ?? null;
}
