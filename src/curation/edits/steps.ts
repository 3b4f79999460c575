import { idOf, keyOfId, labelOf } from '../../domain/ontology.js';
import { toRecord } from '../../exchange/dataset/to-records.js';
import type { AgreementDetailRecord, AgreementRecord, CiteRecord } from '../../exchange/format/records.js';
import { asWritten, numbered, stepNumbers } from '../../exchange/format/step-numbers.js';
import { changesAfter } from '../../store/history/revisions.js';
import { readDetailsOf } from '../../store/unit/read-units.js';
import type { Desk } from '../desk.js';
import { refuse } from '../faults.js';
import { withCites } from './correct.js';

type Step = AgreementRecord['stages'][number];

/** Notes a step that an agreement has reached. A step that it has already, of the same day, gets the citations. */
export async function advance(desk: Desk, id: string, step: Omit<Step, 'number'>): Promise<string> {
  const record = await desk.require('agreements', id, 'agreement');
  const isSame = ({ stage, date, event }: Step) => stage === step.stage && date === step.date && event === step.event;
  const known = record.stages.some(isSame);
  const steps = numbered(record.stages).map((one) => (isSame(one) ? { ...one, cites: withCites(one.cites, step.cites) } : one));
  propose(desk, record, known ? steps : [...steps, { ...step, number: await nextNumber(desk, record) }]);
  return id;
}

function propose(desk: Desk, record: AgreementRecord, steps: readonly (Step & { readonly number: number })[]): void {
  desk.propose({ type: 'agreements', record: { ...record, stages: asWritten(steps) } });
}

/** A number that no step of the agreement ever had, since ids are for ever. */
export async function nextNumber(desk: Desk, record: AgreementRecord): Promise<number> {
  const past = await changesAfter(desk.asking, [idOf('Agreement', record.key)], 0);
  const versions = past.flatMap(({ type, before, after }) =>
    type === 'agreements' ? [before, after].flatMap((one) => (one === null ? [] : [JSON.parse(one) as AgreementRecord])) : [],
  );
  return Math.max(0, ...[record, ...versions].flatMap(({ stages }) => stepNumbers(stages))) + 1;
}

/** The id of the agreement whose step has an id. */
export function agreementOfStep(id: string): string {
  return idOf('Agreement', keyOfId(id).replace(/\.[^.]+$/, ''));
}

/** A step by its id: the record of its agreement, and its number there. */
async function stepOf(desk: Desk, id: string): Promise<{ readonly record: AgreementRecord; readonly number: number }> {
  if (labelOf(id) !== 'Stage') refuse('INVALID', `"${id}" is no id of a step; accepted are ids such as stage:…`, 'step');
  const written = /[^.]*$/.exec(id)?.[0] ?? '';
  const record = await desk.require('agreements', agreementOfStep(id), 'step');
  if (stepNumbers(record.stages).includes(Number(written))) return { record, number: Number(written) };
  const [, by] = /^(.+)-\d+$/.exec(written) ?? [];
  if (by === undefined) return refuse('NOT_FOUND', `there is no "${id}"`, 'step');
  return refuse('INVALID', `the step "${id}" is what the data set "${by}" adds to the agreement; it is to be corrected there`, 'step');
}

/** Writes a step anew; null clears a field. */
export async function correctStep(
  desk: Desk,
  id: string,
  correction: { readonly [F in 'stage' | 'date' | 'event' | 'note']?: Step[F] | null },
  cites: readonly CiteRecord[],
): Promise<string> {
  const { record, number } = await stepOf(desk, id);
  const given = Object.entries(correction).flatMap(([field, value]) => (value === undefined ? [] : [[field, value ?? undefined]]));
  const corrected = (step: Step & { readonly number: number }) => ({
    ...step,
    ...Object.fromEntries(given),
    cites: withCites(step.cites, cites),
  });
  propose(
    desk,
    record,
    numbered(record.stages).map((step) => (step.number === number ? corrected(step) : step)),
  );
  return idOf('Agreement', record.key);
}

/** Takes a step back that was never reached. The history keeps it, and what other data sets said in support of it. */
export async function withdrawStep(desk: Desk, id: string): Promise<string> {
  const { record, number } = await stepOf(desk, id);
  if (record.stages.length === 1)
    refuse('INVALID', 'it is the only step that is on record; an agreement that never began is to be deleted', 'step');
  propose(
    desk,
    record,
    numbered(record.stages).filter((step) => step.number !== number),
  );
  const agreement = idOf('Agreement', record.key);
  for await (const { unit, dataSet } of readDetailsOf(desk.asking, [agreement])) {
    const detail = toRecord(unit).record as AgreementDetailRecord;
    const supports = detail.supports.filter(({ stage }) => stage !== number);
    if (supports.length < detail.supports.length) desk.propose({ type: 'agreementDetails', record: { ...detail, supports } }, dataSet);
  }
  return agreement;
}
