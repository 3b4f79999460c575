import type { TypedRecord } from '../../exchange/dataset/to-records.js';
import type { AgreementRecord, CiteRecord } from '../../exchange/format/records.js';
import { agreementKey } from '../../exchange/import/merging/agreement-key.js';
import type { Desk } from '../desk.js';
import { withCites } from './correct.js';
import { register } from './register.js';

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

/** Notes what a source says comes next. */
export function addPlan(desk: Desk, id: string, plan: Plan): Promise<string> {
  return changed(desk, id, ({ plans }) => ({ plans: [...plans, plan] }), []);
}

function union(some: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...some, ...more])];
}
