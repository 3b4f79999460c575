import { parsePartialDate } from '../../../domain/partial-date.js';
import type { StatedStep } from '../statement.js';
import type { Cells } from './cells.js';
import { isUnknownValue } from './item.js';
import { readTime } from './time.js';

const TWINNED = 'Wikidata says that they are twinned, which takes an agreement';
const BEGAN = `${TWINNED}, and since when; not that it was signed on that date.`;
const HELD = `${TWINNED}, and a time at which they were; so it was made by then.`;
const UNDATED = `${TWINNED}; not when it was made.`;
const ENDED = 'Wikidata says when the twinning ended, not how. It has no term as a rule, so a party is taken to have ended it.';
const ENDED_SOME_TIME = 'Wikidata says that the twinning has ended, not when or how; it was over when Wikidata was asked.';

/**
 * The steps that follow from the times of a statement. All are inferred. The start time (P580) is when the twinning
 * began, which is when it was signed as far as anybody says. A point in time (P585) only says that it was signed by then.
 * An end is TERMINATED rather than EXPIRED, which would claim that a term had been agreed, and rather than DORMANT,
 * which would say that the agreement still stands. `askedOn` is the ISO day of the results, null where it is not known:
 * an end without a date had come by then.
 */
export function stepsOf(cells: Cells, askedOn: string | null): StatedStep[] {
  const start = dateIn(cells, 'start');
  const point = start === null ? dateIn(cells, 'point') : null;
  return [beginning(start, point), ...ending(cells, start ?? point, askedOn)];
}

function beginning(start: string | null, point: string | null): StatedStep {
  if (start !== null) return { stage: 'SIGNED', date: start, inferred: BEGAN };
  if (point === null) return { stage: 'SIGNED', date: null, inferred: UNDATED };
  return { stage: 'SIGNED', date: `../${point}`, inferred: HELD };
}

function ending(cells: Cells, began: string | null, askedOn: string | null): StatedStep[] {
  const text = cells.text('end');
  if (text === null) return [];
  if (isUnknownValue(text)) {
    return [{ stage: 'TERMINATED', date: askedOn === null ? null : `../${askedOn}`, inferred: ENDED_SOME_TIME }];
  }
  const end = dateIn(cells, 'end');
  if (end === null) return [];
  if (began !== null && isBefore(end, began)) {
    cells.rejectValue('end', `it ends before it begins, on ${began}`, 'correct the start time (P580) or end time (P582) in Wikidata');
    return [];
  }
  return [{ stage: 'TERMINATED', date: end, inferred: ENDED }];
}

/** The date in a variable. One that Wikidata says is not known is none, and nothing to reject. */
function dateIn(cells: Cells, variable: 'start' | 'end' | 'point'): string | null {
  if (isUnknownValue(cells.text(variable) ?? '')) return null;
  return cells.read(variable, (time) => readTime(time, cells.text(`${variable}Precision`)));
}

/** Whether a date is before another one, however they are to be made precise. */
function isBefore(one: string, other: string): boolean {
  return (parsePartialDate(one).latest ?? '') < (parsePartialDate(other).earliest ?? '');
}
