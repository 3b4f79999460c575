import type { TypedRecord } from '../dataset/to-records.js';
import { RECORD_TYPES, type RecordType } from '../format/records.js';
import { importKey } from '../import/import-source.js';
import { type FieldChange, fieldChanges } from './field-changes.js';
import { type Form, formOf, hashOfForm } from './record-form.js';
import type { Side } from './side.js';

/** A record that is only in one of two sides, or another one in each. */
export interface Difference {
  readonly dataSet: string;
  readonly type: RecordType;
  readonly key: string;
  /** Seen from the first side: `added` is only in the second. */
  readonly kind: 'added' | 'removed' | 'changed';
  /** In what a record changed; empty for one that is only on one side. */
  readonly fields: readonly FieldChange[];
}

const TYPES = Object.keys(RECORD_TYPES) as RecordType[];

/**
 * What differs between two sides, data set by data set, type by type, by key. When and by which program something was
 * imported is no difference. In memory are a hash of each record of one data set of the first side, and what differs.
 */
export async function* differences(
  before: Side,
  after: Side,
  { onProgress = () => undefined }: { readonly onProgress?: (records: number) => void } = {},
): AsyncGenerator<Difference> {
  let done = 0;
  const count = () => {
    done += 1;
    if (done % 1_000 === 0) onProgress(done);
  };
  for (const dataSet of [...new Set([...before.dataSets, ...after.dataSets])].sort()) {
    yield* differencesIn(dataSet, before, after, count);
  }
  await before.mustBeUnchanged();
  await after.mustBeUnchanged();
}

async function* differencesIn(dataSet: string, before: Side, after: Side, count: () => void): AsyncGenerator<Difference> {
  const hashes = new Map<string, string>();
  for await (const { name, form } of formsOf(before, dataSet)) {
    hashes.set(name, hashOfForm(form));
    count();
  }
  const found: Difference[] = [];
  const changed = new Map<string, Form | undefined>();
  for await (const { name, form } of formsOf(after, dataSet)) {
    count();
    const hash = hashes.get(name);
    hashes.delete(name);
    if (hash === undefined) found.push({ dataSet, ...parted(name), kind: 'added', fields: [] });
    else if (hash !== hashOfForm(form)) changed.set(name, form);
  }
  for (const name of hashes.keys()) found.push({ dataSet, ...parted(name), kind: 'removed', fields: [] });
  if (changed.size > 0) {
    // Only now is it known which records are wanted whole.
    for await (const { name, form } of formsOf(before, dataSet)) {
      if (changed.has(name)) found.push({ dataSet, ...parted(name), kind: 'changed', fields: fieldChanges(form, changed.get(name)) });
    }
  }
  yield* found.sort((a, b) => TYPES.indexOf(a.type) - TYPES.indexOf(b.type) || (a.key < b.key ? -1 : 1));
}

/** The records of a data set in the form in which they are compared, each under a name of its own. */
async function* formsOf(side: Side, dataSet: string): AsyncGenerator<{ readonly name: string; readonly form: Form | undefined }> {
  if (!side.dataSets.includes(dataSet)) return;
  const seen = new Map<string, number>();
  for await (const { type, record } of side.records(dataSet)) {
    if (type === 'sources' && record.key === importKey(dataSet)) continue;
    // Only records that add to another one share its key.
    const times = isAddition(type) ? (seen.get(`${type} ${record.key}`) ?? 0) + 1 : 1;
    if (isAddition(type)) seen.set(`${type} ${record.key}`, times);
    yield { name: `${type} ${record.key}${times === 1 ? '' : `#${times}`}`, form: formOf(record) };
  }
}

const isAddition = (type: TypedRecord['type']) => type === 'placeDetails' || type === 'agreementDetails';

function parted(name: string): { readonly type: RecordType; readonly key: string } {
  const [type, key = ''] = name.split(' ');
  return { type: type as RecordType, key };
}
