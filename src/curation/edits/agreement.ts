import { idOf, keyOfId, labelOf } from '../../domain/ontology.js';
import type { TypedRecord } from '../../exchange/dataset/to-records.js';
import type { AgreementRecord, CiteRecord } from '../../exchange/format/records.js';
import { stepNumbers } from '../../exchange/format/step-numbers.js';
import { agreementKey } from '../../exchange/import/merging/agreement-key.js';
import { changesAfter } from '../../store/history/revisions.js';
import type { Desk } from '../desk.js';
import { refuse } from '../faults.js';
import { withCites } from './correct.js';
import { register } from './register.js';

type Step = AgreementRecord['stages'][number];
type Plan = AgreementRecord['plans'][number];

/** Opens an agreement. Its parties have no order: the same again from the other side changes nothing. */
export async function openAgreement(desk: Desk, opened: Omit<AgreementRecord, 'key'> & { readonly key: string | null }): Promise<string> {
  const key = opened.key ?? agreementKey(opened.parties);
  const known = await desk.find('agreements', key);
  const isSame = known !== undefined && isSameSet(known.parties, opened.parties);
  const record = { ...opened, key, ...(isSame ? { parties: known.parties, title: opened.title ?? known.title } : {}) };
  return register(desk, { type: 'agreements', record });
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}

async function changed(
  desk: Desk,
  id: string,
  change: (record: AgreementRecord) => Partial<AgreementRecord>,
  cites: readonly CiteRecord[],
): Promise<string> {
  const record = await desk.require('agreements', id, 'agreement');
  const next = { ...record, ...change(record) };
  desk.propose({ type: 'agreements', record: { ...next, cites: withCites(next.cites, cites) } } satisfies TypedRecord);
  return id;
}

/** Adds parties, those that it has already left out. */
export function addParties(desk: Desk, id: string, parties: readonly string[], cites: readonly CiteRecord[]): Promise<string> {
  return changed(desk, id, (record) => ({ parties: union(record.parties, parties) }), cites);
}

export function addSectors(desk: Desk, id: string, sectors: readonly string[], cites: readonly CiteRecord[]): Promise<string> {
  return changed(desk, id, (record) => ({ sectors: union(record.sectors, sectors) }), cites);
}

/** `umbrella`: its key; null: it is under none. */
export function setUmbrella(desk: Desk, id: string, umbrella: string | null, cites: readonly CiteRecord[]): Promise<string> {
  return changed(desk, id, () => ({ umbrella: umbrella ?? undefined }), cites);
}

/** Notes a step that an agreement has reached. A step that it has already, of the same day, gets the citations. */
export async function advance(desk: Desk, id: string, step: Omit<Step, 'number'>): Promise<string> {
  const record = await desk.require('agreements', id, 'agreement');
  const known = record.stages.find(({ stage, date, event }) => stage === step.stage && date === step.date && event === step.event);
  const number = known === undefined ? await nextNumber(desk, record) : null;
  const stages =
    number === null
      ? record.stages.map((one) => (one === known ? { ...one, cites: withCites(one.cites, step.cites) } : one))
      : [...record.stages, { ...step, number }];
  desk.propose({ type: 'agreements', record: { ...record, stages: numbered(stages) } });
  return id;
}

/** A number that no step of the agreement ever had, since ids are for ever. */
async function nextNumber(desk: Desk, record: AgreementRecord): Promise<number> {
  const past = await changesAfter(desk.asking, [idOf('Agreement', record.key)], 0);
  const versions = past
    .flatMap(({ before, after }) => [before, after])
    .flatMap((one) => (one === null ? [] : [JSON.parse(one) as AgreementRecord]));
  return Math.max(0, ...[record, ...versions].flatMap(({ stages }) => stepNumbers(stages))) + 1;
}

/** Steps with numbers where these are not their places. */
function numbered(steps: readonly Step[]): Step[] {
  const numbers = stepNumbers(steps);
  return steps.map((step, index) => ({ ...step, number: numbers[index] === index + 1 ? undefined : numbers[index] }));
}

/** The id of the agreement whose step has an id. */
export function agreementOfStep(id: string): string {
  return idOf('Agreement', keyOfId(id).replace(/\.[^.]+$/, ''));
}

/** A step by its id, in the record of its agreement. */
async function stepOf(desk: Desk, id: string): Promise<{ readonly record: AgreementRecord; readonly index: number }> {
  if (labelOf(id) !== 'Stage') refuse('INVALID', `"${id}" is no id of a step; accepted are ids such as stage:…`, 'step');
  const number = /[^.]*$/.exec(id)?.[0] ?? '';
  const record = await desk.require('agreements', agreementOfStep(id), 'step');
  const index = stepNumbers(record.stages).indexOf(Number(number));
  if (index >= 0) return { record, index };
  const [, by] = /^(.+)-\d+$/.exec(number) ?? [];
  if (by !== undefined)
    refuse('INVALID', `the step "${id}" is what the data set "${by}" adds to the agreement; correct it there, or dispute it`, 'step');
  return refuse('NOT_FOUND', `there is no "${id}"`, 'step');
}

/** Writes a step anew; null clears a field. */
export async function correctStep(
  desk: Desk,
  id: string,
  correction: { readonly [F in 'stage' | 'date' | 'event' | 'note']?: Step[F] | null },
  cites: readonly CiteRecord[],
): Promise<string> {
  const { record, index } = await stepOf(desk, id);
  const numbers = stepNumbers(record.stages);
  const given = Object.fromEntries(
    Object.entries(correction).flatMap(([field, value]) => (value === undefined ? [] : [[field, value ?? undefined]])),
  );
  const stages = record.stages.map((step, at) => {
    const own = { ...step, number: numbers[at] };
    return at === index ? { ...own, ...given, cites: withCites(step.cites, cites) } : own;
  });
  desk.propose({ type: 'agreements', record: { ...record, stages: numbered(stages) } });
  return idOf('Agreement', record.key);
}

/** Takes a step back that was never reached. The history keeps it, and who says so. */
export async function withdrawStep(desk: Desk, id: string): Promise<string> {
  const { record, index } = await stepOf(desk, id);
  if (record.stages.length === 1)
    refuse('INVALID', 'it is the only step that is on record; an agreement that never began is to be deleted', 'step');
  const numbers = stepNumbers(record.stages);
  const stages = record.stages.map((step, at) => ({ ...step, number: numbers[at] })).filter((_, at) => at !== index);
  desk.propose({ type: 'agreements', record: { ...record, stages: numbered(stages) } });
  return idOf('Agreement', record.key);
}

/** Notes what a source says comes next. */
export function addPlan(desk: Desk, id: string, plan: Plan): Promise<string> {
  return changed(desk, id, ({ plans }) => ({ plans: [...plans, plan] }), []);
}

function union(some: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...some, ...more])];
}
