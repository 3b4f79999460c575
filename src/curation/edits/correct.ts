import { idOfRecord } from '../../exchange/dataset/retirements.js';
import type { TypedRecord } from '../../exchange/dataset/to-records.js';
import type { CiteRecord, DataSet, RecordType } from '../../exchange/format/records.js';
import type { Desk } from '../desk.js';

/** What is to be otherwise in a record: undefined leaves a field as it is, null clears it. */
export type Correction<R> = { readonly [F in keyof R]?: R[F] | null };

/** Writes fields of a thing anew, with the citations that say so. */
export async function correct<T extends RecordType>(
  desk: Desk,
  type: T,
  id: string,
  correction: Correction<DataSet[T][number]>,
  cites: readonly CiteRecord[],
): Promise<string> {
  const record = await desk.require(type, id, 'id');
  const fields = Object.entries(correction).filter(([, value]) => value !== undefined);
  const corrected = { ...record, ...Object.fromEntries(fields.map(([field, value]) => [field, value ?? undefined])) };
  desk.propose({
    type,
    record: 'cites' in corrected ? { ...corrected, cites: withCites(corrected.cites ?? [], cites) } : corrected,
  } as TypedRecord);
  return idOfRecord(type, record.key);
}

/** Citations, and those of others that are not among them. */
export function withCites(before: readonly CiteRecord[], more: readonly CiteRecord[]): CiteRecord[] {
  const form = ({ source, at, field, value, basis, preferred }: CiteRecord) => JSON.stringify([source, at, field, value, basis, preferred]);
  const known = new Set(before.map(form));
  return [...before, ...more.filter((cite) => !known.has(form(cite)))];
}
