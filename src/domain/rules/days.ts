import { parsePartialDate } from '../partial-date.js';
import type { StepFacts } from './situation.js';

/** A step with the days between which it lies; null where they are open, and for a step without a date. */
export interface DatedStep extends StepFacts {
  readonly earliest: string | null;
  readonly latest: string | null;
}

export function datedSteps(steps: readonly StepFacts[]): DatedStep[] {
  return steps.map((step) => {
    if (step.date === null) return { ...step, earliest: null, latest: null };
    const { earliest, latest } = parsePartialDate(step.date);
    return { ...step, earliest, latest };
  });
}

/** Whether one step comes before another one beyond doubt, however their dates are to be read. */
export function isCertainlyBefore(one: DatedStep, other: DatedStep): boolean {
  return one.latest !== null && other.earliest !== null && one.latest < other.earliest;
}
