import { STAGES, type Stage } from '../../../domain/stage.js';
import { saysPartners } from '../says-partners.js';
import type { StatedStep } from '../statement.js';
import { endOfTerm } from './row-validity.js';
import type { RowValues } from './row-values.js';

/** How rows are read that do not say themselves which date is that of which step. */
export const READINGS = {
  DATE_OF_STAGE:
    'have a date of signing and a stage that comes before one: taken for the date of that stage. Where they were signed, write the stage SIGNED',
  DATE_OF_RENEWAL:
    'have a date of signing and were renewed: taken for the date of the renewal. Where it is that of the first signing, write the stage SIGNED, or the renewal in a row of its own',
  REACHED_BY: 'tell how an agreement stands, and not since when: taken to be so since the day for which the sheet holds, at the latest',
  NO_STEP:
    'have neither a stage nor a date, and name a kind or a title of an agreement: taken to be signed some day. Where they are not, write their stage',
  NO_KIND:
    'do not say what kind of agreement it is: taken for what is usual between such places, two cities for sister cities. Write the kind, or say it for all of them in the mapping, as in defaults: { kind: kerja sama }',
  ENDED_WITH_ITS_TERM: 'tell that an agreement has ended, and not since when, and until when it held: taken to have ended then',
  ENDED_SOME_DAY:
    'tell that an agreement has ended or lies dormant, and not since when: on no given day it is counted as ended. Say in the mapping for which day the sheet holds, as in statedOn: 2024-12-31',
} as const;
export type Reading = keyof typeof READINGS;

/** What stands in the mapping or in the source, and how it is told that a row needed it. */
export interface StepReading {
  /** The day, month or year for which the sheet holds (EDTF); null: nobody says. */
  readonly statedOn: string | null;
  readonly onReading: (reading: Reading) => void;
}

/** The steps that a row tells of. */
export function stepsOf(row: RowValues, { statedOn, onReading }: StepReading): StatedStep[] {
  const stage = row.get('stage');
  const date = dateOf(row);
  if (stage === null && date !== null && !row.isRejected('stage') && !row.isSetAside('stage')) {
    const field = row.states('date') ? 'date' : 'year';
    row.reject(
      field,
      'the row does not say which step was reached then',
      'name the stage, or say it for all rows in the mapping, as in defaults: { stage: SIGNED }',
    );
  }
  const [intent, signed] = [row.get('intentDate'), row.get('signedDate')];
  const dated: StatedStep[] = [
    ...(intent === null ? [] : [{ stage: 'LETTER_OF_INTENT' as const, date: intent }]),
    ...(signed === null ? [] : [{ stage: 'SIGNED' as const, date: signed }]),
  ];
  if (stage === null) {
    if (dated.length === 0 && date === null && saysAgreed(row)) onReading('NO_STEP');
    return dated;
  }
  const told = (reading: Reading, step: StatedStep): StatedStep => {
    onReading(reading);
    return step;
  };
  if (date === null && signed !== null && intent === null && isBeforeSigning(stage))
    return [told('DATE_OF_STAGE', { stage, date: signed, inferred: `The date stands in the column “${row.columnOf('signedDate')}”.` })];
  if (date === null && signed !== null && isBeforeSigning(stage)) {
    row.reject(
      'signedDate',
      'the row has a date of a letter of intent and one of signing, and is at a stage that comes before signing',
      'write the stage that was reached last, or leave out the date of what was not reached',
    );
  }
  if (date === null && signed !== null && stage === 'RENEWED')
    return [
      ...dated.filter((step) => step.stage !== 'SIGNED'),
      told('DATE_OF_RENEWAL', { stage, date: signed, inferred: `The date stands in the column “${row.columnOf('signedDate')}”.` }),
    ];
  if (dated.some((step) => step.stage === stage && (date === null || step.date === date))) return dated;
  if (date !== null || !isStanding(stage)) return [...dated, { stage, date }];
  const end = stage === 'EXPIRED' ? (endOfTerm(row, dated)?.until ?? null) : null;
  // What ended before its term was over did so on another day.
  if (end !== null && (statedOn === null || end.slice(0, statedOn.length) <= statedOn))
    return [
      ...dated,
      told('ENDED_WITH_ITS_TERM', { stage, date: end, inferred: `The end of its term; see the column “${row.columnOf('validity')}”.` }),
    ];
  if (statedOn !== null && (signed === null || signed.slice(0, statedOn.length) <= statedOn))
    return [
      ...dated,
      told('REACHED_BY', { stage, date: `../${statedOn}`, inferred: `The sheet holds for ${statedOn}, and does not say since when.` }),
    ];
  return [...dated, STAGES[stage].phase === 'LAPSED' ? told('ENDED_SOME_DAY', { stage, date }) : { stage, date }];
}

/** Whether a row that names no step says all the same that there is an agreement. */
function saysAgreed(row: RowValues): boolean {
  const kind = row.isRejected('kind') ? null : row.get('kind');
  return saysPartners({ kind, title: { id: row.get('titleId') ?? undefined, en: row.get('titleEn') ?? undefined } });
}

function isBeforeSigning(stage: Stage): boolean {
  const { phase } = STAGES[stage];
  return phase === 'EXPLORATION' || phase === 'INTENT';
}

/** Whether a stage tells how an agreement stands that was signed some time before. */
function isStanding(stage: Stage): boolean {
  return stage === 'IMPLEMENTATION' || STAGES[stage].phase === 'LAPSED';
}

/** The date of the stage, or its year where there is no date. */
function dateOf(row: RowValues): string | null {
  const [date, year] = [row.get('date'), row.get('year')];
  if (date !== null && year !== null && !date.startsWith(year)) {
    row.reject('year', `the row has the date ${date} and the year ${year}`, 'correct one of them, or leave the year out');
  }
  return date ?? year;
}
