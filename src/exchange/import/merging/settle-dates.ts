import { ascending } from 'd3-array';
import { canBeOne, isWithin, type StatedDate, vagueness } from './agreeing-dates.js';
import { byRow, gradeOf, type Said } from './said.js';

/** What one statement says of one step. */
export interface StepClaim {
  readonly said: Said;
  readonly date: StatedDate | null;
  /** Why the step follows from the statement; null: the statement says it. */
  readonly inferred: string | null;
}

export interface SettledDate {
  /** Null: nobody gives one. */
  readonly date: StatedDate | null;
  /** Those that say the same, or less, or no date. */
  readonly agreeing: readonly StepClaim[];
  /** Those whose dates cannot be of the same day, with why the other one is shown. */
  readonly contradicting: readonly { readonly claim: StepClaim; readonly date: StatedDate; readonly why: string }[];
}

/** A date with what speaks for it. */
interface Candidate {
  readonly date: StatedDate;
  /** Those that give it, or a date that leaves room for it. */
  readonly backing: readonly StepClaim[];
  /** Those that give just it. */
  readonly giving: readonly StepClaim[];
}

const sources = (claims: readonly StepClaim[]) => new Set(claims.map(({ said }) => said.source)).size;
const grade = (claims: readonly StepClaim[]) => Math.min(...claims.map(({ said }) => gradeOf(said.confidence)));
const isStated = (claims: readonly StepClaim[]) => claims.some(({ inferred }) => inferred === null);

/** What decides between dates, in this order, with what is said of the one that is shown. */
const CRITERIA: readonly (readonly [string, (one: Candidate, other: Candidate) => number])[] = [
  ['a source states it, and this one only follows', (one, other) => Number(isStated(other.backing)) - Number(isStated(one.backing))],
  ['its sources are more to be relied on', (one, other) => grade(one.backing) - grade(other.backing)],
  ['more sources say so', (one, other) => sources(other.backing) - sources(one.backing)],
  ['its sources are more to be relied on', (one, other) => grade(one.giving) - grade(other.giving)],
  ['more sources say so', (one, other) => sources(other.giving) - sources(one.giving)],
  ['it is more precise', (one, other) => vagueness(one.date) - vagueness(other.date)],
  ['nothing speaks for one more than for the other, and it comes first', (one, other) => byRow(firstOf(one.giving), firstOf(other.giving))],
  ['nothing speaks for one more than for the other, and it is earlier', (one, other) => ascending(one.date.edtf, other.date.edtf)],
];

/**
 * Finds the date of one step of which statements say when it was. Dates that leave room for one another agree, and the
 * most precise one is shown. Of dates that contradict each other one is shown, by the first criterion that tells them apart.
 */
export function settleDate(claims: readonly StepClaim[]): SettledDate {
  const candidates = candidatesOf(claims).sort(compared);
  const [shown] = candidates.filter(({ date }) => !candidates.some((other) => isWithin(other.date, date)));
  if (shown === undefined) return { date: null, agreeing: claims, contradicting: [] };
  const agrees = ({ date }: StepClaim) => date === null || canBeOne(date, shown.date);
  return {
    date: shown.date,
    agreeing: claims.filter(agrees),
    contradicting: claims.flatMap((claim) => {
      const other = candidates.find(({ date }) => date.edtf === claim.date?.edtf);
      return other === undefined || agrees(claim) ? [] : [{ claim, date: other.date, why: whyShown(shown, other) }];
    }),
  };
}

/** Settles the dates of what comes more than once: those that contradict each other are of several times, the earliest first. */
export function settleDates(claims: readonly StepClaim[]): SettledDate[] {
  const settled: SettledDate[] = [];
  for (let rest = claims; rest.length > 0; ) {
    const { date, agreeing, contradicting } = settleDate(rest);
    settled.push({ date, agreeing, contradicting: [] });
    rest = contradicting.map(({ claim }) => claim);
  }
  return settled.sort((one, other) => ascending(one.date?.first ?? '', other.date?.first ?? ''));
}

function candidatesOf(claims: readonly StepClaim[]): Candidate[] {
  const dated = claims.flatMap(({ date }) => date ?? []);
  return [...new Map(dated.map((date) => [date.edtf, date])).values()].map((date) => ({
    date,
    backing: claims.filter((claim) => claim.date !== null && canBeOne(claim.date, date)),
    giving: claims.filter((claim) => claim.date?.edtf === date.edtf),
  }));
}

function compared(one: Candidate, other: Candidate): number {
  return CRITERIA.reduce((order, [, compare]) => order || compare(one, other), 0);
}

function whyShown(shown: Candidate, other: Candidate): string {
  const decisive = CRITERIA.find(([, compare]) => compare(shown, other) < 0);
  return `${shown.date.edtf} is shown: ${decisive?.[0] ?? 'it is more precise'}.`;
}

function firstOf(claims: readonly StepClaim[]): Said {
  return claims.map(({ said }) => said).reduce((first, said) => (byRow(said, first) < 0 ? said : first));
}
