import type { Stage } from '../../../domain/stage.js';
import type { AgreementDetailRecord, AgreementRecord } from '../../format/records.js';
import { stepNumbers } from '../../format/step-numbers.js';
import { canBeOne, isWithin, statedDate, vagueness } from './agreeing-dates.js';
import { Cites } from './cites.js';
import { basisOf, type Contradiction, type StageClaim } from './step-records.js';

export interface SupportedSteps {
  readonly supports: AgreementDetailRecord['supports'];
  /** What is said of steps that the agreement does not have. */
  readonly lacking: readonly StageClaim[];
  readonly contradictions: readonly Contradiction[];
  /** Dates that are more precise than those that the agreement has. */
  readonly morePrecise: readonly Contradiction[];
  /** Citations that are too many for the format. */
  readonly leftOut: number;
}

/**
 * What statements say of the steps of an agreement that another data set has. Its record cannot be changed from here:
 *
 * - A date that agrees with the known one supports it. Where it is more precise, or less, the citation says what it is. It
 *   is no disagreement, so it does not make the step a disputed one; the report tells who could make the record precise.
 * - A date that contradicts the known one is kept beside it, as a dissent.
 * - Where the known step has no date, a dated one is a step of its own as well: no question about time could use it
 *   otherwise, and an undated step claims nothing that it would contradict.
 */
export function supportedSteps({ stages }: AgreementRecord, claims: readonly StageClaim[]): SupportedSteps {
  const numbers = stepNumbers(stages);
  const cites = stages.map(() => new Cites());
  const lacking: StageClaim[] = [];
  const contradictions: Contradiction[] = [];
  const morePrecise: Contradiction[] = [];
  for (const claim of claims) {
    const { said, date, inferred, stage } = claim;
    const known = stages.flatMap((step, index) =>
      step.stage === stage ? [{ index, date: step.date === undefined ? null : statedDate(step.date) }] : [],
    );
    const undated = known.find((step) => step.date === null);
    const [agreeing] = known
      .filter((step) => date !== null && step.date !== null && canBeOne(step.date, date))
      .sort((one, other) => vagueness(one.date ?? NEVER) - vagueness(other.date ?? NEVER));
    const [first] = known;
    if (first === undefined) lacking.push(claim);
    else if (date === null) cites[first.index]?.add(said, basisOf(inferred));
    else if (agreeing?.date) {
      cites[agreeing.index]?.add(said, basisOf(inferred));
      if (agreeing.date.edtf !== date.edtf) cites[agreeing.index]?.add(said, { field: 'date', value: date.edtf, ...basisOf(inferred) });
      if (isWithin(date, agreeing.date)) morePrecise.push(between(stage, agreeing.date.edtf, date.edtf, claim));
    } else if (undated !== undefined) {
      cites[undated.index]?.add(said, basisOf(inferred));
      lacking.push(claim);
    } else if (stage === 'RENEWED') lacking.push(claim);
    else {
      const shown = first.date?.edtf ?? '';
      const note = `The record of the agreement has ${shown}, which stays.${inferred === null ? '' : ` ${inferred}`}`;
      cites[first.index]?.add(said, { field: 'date', value: date.edtf, preferred: false, basis: basisOf(inferred).basis, note });
      contradictions.push(between(stage, shown, date.edtf, claim));
    }
  }
  return {
    supports: cites.flatMap((some, index) => (some.isEmpty ? [] : [{ stage: numbers[index] as number, cites: some.list() }])),
    lacking,
    contradictions,
    morePrecise,
    leftOut: cites.reduce((sum, some) => sum + some.leftOut, 0),
  };
}

const NEVER = statedDate('../9999');

function between(stage: Stage, shown: string, said: string, claim: StageClaim): Contradiction {
  return { stage, shown, said, claim };
}
