import { group } from 'd3-array';
import type { AgreementRecord } from '../../format/records.js';
import { canBeOne, statedDate } from './agreeing-dates.js';
import type { Said } from './said.js';
import { type StepClaim, settleDates } from './settle-dates.js';
import { citesOf } from './step-records.js';

type PlanRecord = AgreementRecord['plans'][number];

/** How many plans the format takes. */
const MOST = 20;
const END = { id: 'Masa berlakunya berakhir.', en: 'Its term of validity ends.' };

/** The ends of validity that statements tell of and a record does not have. Several ends are those of several terms, not a contradiction. */
export function validityPlans(said: readonly Said[], known: readonly PlanRecord[]): { list: PlanRecord[]; leftOut: number } {
  const claims = said.flatMap((one) => (one.validity === null ? [] : [claimOf(one, one.validity)]));
  const counted = new Set(claims.flatMap(({ date, months }) => (date === null || months === null ? [] : [months])));
  const ends = settleDates(claims.filter(({ date }) => date !== null));
  const terms = group(
    claims.filter(({ date, months }) => date === null && months !== null && !counted.has(months)),
    ({ months }) => months as number,
  );
  const plans = [
    ...ends.map((end) => ({ date: end.date?.edtf, description: END, cites: citesOf(end) })),
    ...[...terms]
      .sort(([one], [other]) => one - other)
      .map(([months, agreeing]) => ({
        date: undefined,
        description: { id: `Berlaku ${inWords(months, 'id')}.`, en: `Valid for ${inWords(months, 'en')}.` },
        cites: citesOf({ date: null, agreeing, contradicting: [] }),
      })),
  ];
  const lacking = plans.filter((plan) => !known.some((other) => saysTheSame(other, plan))).slice(0, MOST - Math.min(MOST, known.length));
  return {
    list: lacking.map(({ cites, ...plan }) => ({ stage: 'EXPIRED', ...plan, cites: cites.list() })),
    leftOut: lacking.reduce((sum, { cites }) => sum + cites.leftOut, 0),
  };
}

function claimOf(said: Said, { until, months, inferred }: NonNullable<Said['validity']>): StepClaim & { readonly months: number | null } {
  return { said, date: until === null ? null : statedDate(until), inferred: inferred ?? null, months };
}

function saysTheSame(known: PlanRecord, { date, description }: Pick<PlanRecord, 'date' | 'description'>): boolean {
  if (known.stage !== 'EXPIRED') return false;
  if (known.date === undefined || date === undefined) return known.date === date && known.description.en === description.en;
  return canBeOne(statedDate(known.date), statedDate(date));
}

/** A term in words: 60 months are five years. */
export function inWords(months: number, language: 'id' | 'en'): string {
  const [count, id, en] = months % 12 === 0 ? [months / 12, 'tahun', 'year'] : [months, 'bulan', 'month'];
  return language === 'id' ? `${count} ${id}` : `${count} ${en}${count === 1 ? '' : 's'}`;
}
