import edtf from 'edtf';
import { BadInputError } from './errors.js';

/**
 * A date that is known only in part, in EDTF (ISO 8601-2) level 1: `2018-04-30`, `2018-04`, `2018`,
 * `199X`, `1991~` (about), `2007-02?` (uncertain), `2023-10-23/2023-10-24` (from, to),
 * `../2019-02-14` (by that day at the latest). The text is kept as it is; the days are derived.
 */
export interface PartialDate {
  readonly edtf: string;
  /** First day it can be (ISO); null when the start is open. */
  readonly earliest: string | null;
  /** Last day it can be (ISO); null when the end is open. */
  readonly latest: string | null;
  /**
   * The day by which it is ordered and from which it counts: the earliest possible day, or, when the
   * start is open, the latest one, since only then is it known to have happened.
   */
  readonly effective: string;
}

const ACCEPTED =
  'an EDTF date: a day (2018-04-30), month (2018-04), year (2018), decade (199X), any of these with ~ or ?, or two of them as an interval (2023-10-23/2023-10-24, ../2019-02-14)';

const ATOM = String.raw`(?:\d{4}(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?|\d{3}X|\d{2}XX)[~?%]?`;
const SHAPE = new RegExp(`^(?:${ATOM}|${ATOM}/(?:${ATOM}|\\.\\.)|\\.\\./${ATOM})$`);

function isoDay(milliseconds: number): string | null {
  return Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString().slice(0, 10) : null;
}

/** Reads a partial date. Throws `BadInputError` when the text is none, or names a day that does not exist. */
export function parsePartialDate(text: string): PartialDate {
  const refuse = (why: string): never => {
    throw new BadInputError(`"${text}" is not a date: ${why}. Accepted is ${ACCEPTED}.`);
  };
  if (!SHAPE.test(text)) refuse('its shape is unknown');
  for (const [, year, month, day] of text.matchAll(/(\d{4})-(\d\d)(?:-(\d\d))?/g)) {
    // edtf rolls 29 February of a common year over to 1 March, so the calendar is checked here.
    if (day !== undefined && new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDate() !== Number(day)) {
      refuse(`there is no ${year}-${month}-${day}`);
    }
    if (Number(month) < 1 || Number(month) > 12) refuse(`there is no month ${month}`);
  }
  const days = plainDays(text);
  if (days !== null) return { edtf: text, ...days, effective: days.earliest };
  let earliest: string | null;
  let latest: string | null;
  try {
    // Qualifiers change no day, and edtf knows neither them beside an X nor why it refuses an interval.
    const ends = text.split('/').map((end) => (end === '..' ? null : edtf(end.replace(/[~?%]$/, ''))));
    earliest = isoDay(ends[0]?.min ?? Number.NaN);
    latest = isoDay(ends.at(-1)?.max ?? Number.NaN);
  } catch {
    return refuse('it is not in the calendar');
  }
  if (earliest !== null && latest !== null && earliest > latest) refuse('it ends before it begins');
  const effective = earliest ?? latest;
  if (effective === null) return refuse('both ends are open');
  return { edtf: text, earliest, latest, effective };
}

/** The days of a plain year, month or day that there is. Nearly all dates are such ones, and edtf takes its time. */
function plainDays(text: string): { earliest: string; latest: string } | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text) ?? [];
  if (year === undefined) return null;
  if (day !== undefined) return { earliest: text, latest: text };
  if (month === undefined) return { earliest: `${year}-01-01`, latest: `${year}-12-31` };
  const last = new Date(`${text}-01T00:00:00Z`);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  return { earliest: `${text}-01`, latest: last.toISOString().slice(0, 10) };
}
