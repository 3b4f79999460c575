import { type Correction, correct } from '../../curation/edits/correct.js';
import { register } from '../../curation/edits/register.js';
import type { TypedRecord } from '../../exchange/dataset/to-records.js';
import type { DataSet, RecordType } from '../../exchange/format/records.js';
import type { Context } from '../context.js';
import { type CitationInput, citesOf } from './citation.input.js';
import type { EditInput } from './edit.input.js';
import { withoutNulls } from './keys.js';
import { mutate } from './mutate.js';
import type { Operation } from './operations.js';

/** A thing as a mutation names it. */
interface Thing<T extends RecordType> {
  readonly operation: Operation;
  readonly type: T;
  /** What inputs and payloads call it. */
  readonly field: string;
  readonly input: object;
  /** Left out: of a thing that needs none. */
  readonly citations?: readonly CitationInput[];
  readonly edit: EditInput | null | undefined;
}

/** Registers a thing of these fields under the key that is given, else under one that is derived. */
export function registerThing<T extends RecordType>(
  context: Context,
  { operation, type, field, input, citations, edit }: Thing<T>,
  fields: Correction<DataSet[T][number]>,
  key: () => string,
): Promise<never> {
  const cites = citations === undefined ? {} : { cites: citesOf(citations) };
  return mutate(context, field, {
    operation,
    input,
    edit,
    ...(citations === undefined ? {} : { citations }),
    plan: (desk) => register(desk, { type, record: { ...withoutNulls(fields), key: key(), ...cites } } as unknown as TypedRecord),
  });
}

/** Writes fields of a thing anew. */
export function correctThing<T extends RecordType>(
  context: Context,
  { operation, type, field, input, citations, edit }: Thing<T>,
  id: string,
  fields: Correction<DataSet[T][number]>,
): Promise<never> {
  const cites = citesOf(citations ?? []);
  return mutate(context, field, {
    operation,
    input,
    edit,
    ...(citations === undefined ? {} : { citations }),
    ids: [id],
    added: ['citations'],
    plan: (desk) => correct(desk, type, id, fields, cites),
  });
}
