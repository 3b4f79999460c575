import { group } from 'd3-array';
import type { CiteRecord, DataSet, RecordType } from '../format/records.js';

/** A field of a record, or of a part of one, on which sources disagree. */
export interface DisputedField {
  readonly type: RecordType;
  /** Key of the record. */
  readonly key: string;
  /** The part of the record: `stages[0]`, the first stage; null: the record itself. */
  readonly part: string | null;
  readonly field: string;
  /** What the record or its part has there; undefined: nothing. */
  readonly shown: unknown;
  /** What other sources say of it, each once, in the order of the citations. */
  readonly otherwise: readonly string[];
}

/** Every field for which a claim is kept beside the one that the record shows, in the order of the records. */
export function disputedFields(data: DataSet): DisputedField[] {
  return (Object.keys(data) as RecordType[]).flatMap((type) =>
    data[type].flatMap((record) => disputedIn(record, null).map((disputed) => ({ type, key: record.key, ...disputed }))),
  );
}

type DisputedPart = Omit<DisputedField, 'type' | 'key'>;

function disputedIn(record: object, part: string | null): DisputedPart[] {
  const fields = record as Readonly<Record<string, unknown>>;
  const dissenting = ((fields.cites ?? []) as readonly CiteRecord[]).flatMap(({ preferred, field, value }) =>
    preferred || field === undefined ? [] : [{ field, value }],
  );
  const own = [...group(dissenting, ({ field }) => field)].map(([field, claims]) => ({
    part,
    field,
    shown: fields[field],
    otherwise: [...new Set(claims.flatMap(({ value }) => value ?? []))],
  }));
  const inParts = Object.entries(fields).flatMap(([name, value]) =>
    name !== 'cites' && Array.isArray(value)
      ? value.flatMap((item, index) => (typeof item === 'object' ? disputedIn(item, `${name}[${index}]`) : []))
      : [],
  );
  return [...own, ...inParts];
}
