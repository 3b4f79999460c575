import type { Stage } from '../../domain/stage.js';
import type { Chance } from './chance.js';
import { Weighted } from './weighted.js';

export interface SyntheticStep {
  readonly stage: Stage;
  /** EDTF. */
  readonly date?: string;
}

/**
 * Histories by how many of 100 agreements have them: guessed, after the agreements that ship with Kembar, of which most
 * are known by one signing.
 */
const HISTORIES = new Weighted<readonly Stage[]>([
  [56, ['SIGNED']],
  [8, ['LETTER_OF_INTENT']],
  [5, ['EXPLORATION']],
  [2, ['INITIATIVE']],
  [9, ['LETTER_OF_INTENT', 'SIGNED']],
  [3, ['LETTER_OF_INTENT', 'COUNCIL_APPROVAL', 'SIGNED']],
  [1, ['INITIATIVE', 'EXPLORATION', 'LETTER_OF_INTENT', 'SIGNED', 'IMPLEMENTATION']],
  [8, ['SIGNED', 'RENEWED']],
  [3, ['SIGNED', 'EXPIRED']],
  [2, ['SIGNED', 'EXPIRED', 'RENEWED']],
  [2, ['SIGNED', 'DORMANT']],
  [1, ['SIGNED', 'TERMINATED']],
]);

type Precision = 'none' | 'day' | 'month' | 'year' | 'about' | 'decade';
/** How precisely all dates of an agreement are known. */
const PRECISIONS = new Weighted<Precision>([
  [12, 'none'],
  [42, 'day'],
  [12, 'month'],
  [30, 'year'],
  [2, 'about'],
  [2, 'decade'],
]);

const WRITTEN: Readonly<Record<Precision, (day: string) => string | undefined>> = {
  none: () => undefined,
  day: (day) => day,
  month: (day) => day.slice(0, 7),
  year: (day) => day.slice(0, 4),
  about: (day) => `${day.slice(0, 4)}~`,
  decade: (day) => `${day.slice(0, 3)}X`,
};

const DAY_MS = 86_400_000;
const YEAR_DAYS = 365.25;
/** First steps are from `FIRST` to `LAST`, late years more often than early ones. No step is later than `LAST`. */
const FIRST = Date.UTC(1950, 0, 1);
const LAST = Date.UTC(2025, 11, 31);
/** Years from one step to the next, at most: while an agreement is being made, and after. */
const TO_SIGN = 4;
const AFTER_SIGNING = 15;
const BEFORE_SIGNED: readonly Stage[] = ['INITIATIVE', 'EXPLORATION', 'LETTER_OF_INTENT', 'COUNCIL_APPROVAL', 'SIGNED'];

/** The steps of an agreement, one or more, in their order. What would come after 2025 is left out. */
export function history(chance: Chance): SyntheticStep[] {
  const written = WRITTEN[PRECISIONS.draw(chance)];
  const steps: SyntheticStep[] = [];
  let day = LAST - (LAST - FIRST) * chance.share() ** 1.6;
  for (const stage of HISTORIES.draw(chance)) {
    if (steps.length > 0) {
      const years = chance.share() * (BEFORE_SIGNED.includes(stage) ? TO_SIGN : AFTER_SIGNING);
      day += (1 + years * YEAR_DAYS) * DAY_MS;
    }
    if (day > LAST) break;
    const date = written(new Date(day).toISOString().slice(0, 10));
    steps.push(date === undefined ? { stage } : { stage, date });
  }
  return steps;
}
