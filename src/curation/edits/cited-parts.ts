import { idOf, keyOfId, labelOf } from '../../domain/ontology.js';
import { RECORD_TYPE_OF, type ThingLabel, type TypedRecord } from '../../exchange/dataset/to-records.js';
import type { CiteRecord } from '../../exchange/format/records.js';
import { stepNumbers } from '../../exchange/format/step-numbers.js';
import type { Desk } from '../desk.js';
import { refuse } from '../faults.js';

/** Where citations are: in a record, or in a part of one. */
export interface CitedPart {
  /** The id of the thing whose record it is. */
  readonly of: string;
  /** The fields of the record or of the part. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly cites: readonly CiteRecord[];
  /** The record with other fields in the place of these. */
  with(fields: Readonly<Record<string, unknown>>): TypedRecord;
}

/** Parts that have citations of their own: whose they are, and the list of the record that they are in. */
const PARTS = {
  Stage: { whole: 'Agreement', list: 'stages' },
  Plan: { whole: 'Agreement', list: 'plans' },
  Participation: { whole: 'Event', list: 'participants' },
  AwardResult: { whole: 'Award', list: 'results' },
} as const;

/** The id of the thing whose record has the citations of a thing or a part; that of something else is given back as it is. */
export function wholeOf(id: string): string {
  const label = labelOf(id);
  if (label !== null && label in PARTS) return idOf(PARTS[label as keyof typeof PARTS].whole, keyOfId(id).replace(/\.[^.]+$/, ''));
  const [, prefix, key] = (label === 'Name' && /^([^.]+)\.(.+)\.[^.]+$/.exec(keyOfId(id))) || [];
  return prefix === undefined ? id : `${prefix}:${key}`;
}

/** What citations are put to: a thing, or a part of one, by its id. Throws `EditRefusedError`. */
export async function citedPart(desk: Desk, id: string, field: string): Promise<CitedPart> {
  const label = labelOf(id);
  if (label === 'Stage' || label === 'Plan' || label === 'Participation' || label === 'AwardResult') {
    const { whole, list } = PARTS[label];
    return partOf(desk, id, { label: whole, key: keyOfId(wholeOf(id)) }, list, field);
  }
  if (label === 'Name') {
    const whole = labelOf(wholeOf(id));
    if (whole !== null && whole in RECORD_TYPE_OF)
      return partOf(desk, id, { label: whole as ThingLabel, key: keyOfId(wholeOf(id)) }, 'otherNames', field);
  }
  if (label === null || !(label in RECORD_TYPE_OF) || label === 'Source' || label === 'Sector')
    return refuse('INVALID', `"${id}" is no id of something that sources state`, field);
  const type = RECORD_TYPE_OF[label as ThingLabel];
  const record = await desk.require(type, id, field);
  return {
    of: id,
    fields: record,
    cites: (record as { cites?: CiteRecord[] }).cites ?? [],
    with: (fields) => ({ type, record: { ...record, ...fields } }) as TypedRecord,
  };
}

async function partOf(
  desk: Desk,
  id: string,
  whole: { readonly label: ThingLabel; readonly key: string },
  list: string,
  field: string,
): Promise<CitedPart> {
  const type = RECORD_TYPE_OF[whole.label];
  const of = idOf(whole.label, whole.key);
  const record = (await desk.require(type, of, field)) as unknown as Readonly<Record<string, unknown>>;
  const parts = (record[list] ?? []) as readonly (Readonly<Record<string, unknown>> & { readonly number?: number })[];
  const index = stepNumbers(parts).indexOf(Number(/[^.]+$/.exec(id)?.[0]));
  const part = parts[index];
  if (part === undefined) return refuse('NOT_FOUND', `there is no "${id}" in what the record of "${of}" says itself`, field);
  return {
    of,
    fields: part,
    cites: (part.cites as readonly CiteRecord[] | undefined) ?? [],
    with: (fields) =>
      ({ type, record: { ...record, [list]: parts.map((one, at) => (at === index ? { ...one, ...fields } : one)) } }) as TypedRecord,
  };
}
