import { group } from 'd3-array';
import { STAGES, type Stage } from '../../../domain/stage.js';
import type { AgreementRecord } from '../../format/records.js';
import type { StatedStep } from '../statement.js';
import { statedDate } from './agreeing-dates.js';
import { Cites } from './cites.js';
import type { Said } from './said.js';
import { type SettledDate, type StepClaim, settleDate, settleDates } from './settle-dates.js';

export type StageRecord = AgreementRecord['stages'][number];
/** What statements say of steps, each with its stage. */
export type StageClaim = StepClaim & { readonly stage: Stage };

export function stageClaim(said: Said, { stage, date, inferred }: StatedStep): StageClaim {
  return { said, stage, date: date === null ? null : statedDate(date), inferred: inferred ?? null };
}

/** What statements say of steps. */
export function stageClaims(said: readonly Said[]): StageClaim[] {
  return said.flatMap((one) => one.steps.map((step) => stageClaim(one, step)));
}

/** A date that contradicts the one that is shown, in words. */
export interface Contradiction {
  readonly stage: Stage;
  readonly shown: string;
  readonly said: string;
  readonly claim: StepClaim;
}

export interface StepRecords {
  readonly stages: readonly StageRecord[];
  readonly contradictions: readonly Contradiction[];
  /** Citations that are too many for the format. */
  readonly leftOut: number;
}

/**
 * The steps of an agreement from what statements say of them: one for each stage. A second signing many years after the
 * first may be a renewal, and may be a mistake; nobody says which, so its date is kept as a contradiction. Only RENEWED
 * says itself that it comes more than once, so that contradicting dates of it are several renewals.
 */
export function stepRecords(claims: readonly StageClaim[]): StepRecords {
  const steps = [...group(claims, ({ stage }) => stage)]
    .sort(([one], [other]) => STAGES[one].ordinal - STAGES[other].ordinal)
    .flatMap(([stage, some]) => (stage === 'RENEWED' ? settleDates(some) : [settleDate(some)]).map((settled) => ({ stage, settled })));
  const cited = steps.map(({ stage, settled }) => ({ stage, settled, cites: citesOf(settled) }));
  return {
    stages: cited.map(({ stage, settled, cites }) => ({ stage, date: settled.date?.edtf, cites: cites.list() })).slice(0, 50),
    contradictions: steps.flatMap(({ stage, settled: { date, contradicting } }) =>
      contradicting.map(({ claim, date: said }) => ({ stage, shown: date?.edtf ?? '', said: said.edtf, claim })),
    ),
    leftOut: cited.reduce((sum, { cites }) => sum + cites.leftOut, 0),
  };
}

/**
 * Who says that a step was reached, or is to come, and when. Where not all of them give one and the same date, the date has citations of
 * its own: who gives none, or one that is less precise, does not vouch for the one that is shown.
 */
export function citesOf({ date, agreeing, contradicting }: SettledDate): Cites {
  const cites = new Cites();
  for (const { said, inferred } of agreeing) cites.add(said, basisOf(inferred));
  if (agreeing.some((claim) => claim.date?.edtf !== date?.edtf)) {
    for (const { said, date: given, inferred } of agreeing) {
      if (given !== null) cites.add(said, { field: 'date', value: given.edtf, ...basisOf(inferred) });
    }
  }
  for (const { claim, date: given, why } of contradicting) {
    const note = claim.inferred === null ? why : `${why} ${claim.inferred}`;
    cites.add(claim.said, { field: 'date', value: given.edtf, preferred: false, basis: basisOf(claim.inferred).basis, note });
  }
  return cites;
}

/** What a claim rests on, and the reasoning where it is inferred. */
export function basisOf(inferred: string | null): { readonly basis: 'STATED' | 'INFERRED'; readonly note?: string } {
  return inferred === null ? { basis: 'STATED' } : { basis: 'INFERRED', note: inferred };
}
