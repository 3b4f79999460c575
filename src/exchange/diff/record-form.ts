import { createHash } from 'node:crypto';

/** A value as it is compared: what is left out, null or empty says nothing, and fields have no order. */
export type Form = string | number | boolean | readonly Form[] | { readonly [field: string]: Form };

/** Undefined where a value says nothing. */
export function formOf(value: unknown): Form | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) {
    const forms = value.map(formOf).filter((form) => form !== undefined);
    return forms.length === 0 ? undefined : forms;
  }
  if (typeof value !== 'object') return value as string | number | boolean;
  const fields = Object.entries(value)
    .map(([field, inner]) => [field, formOf(inner)] as const)
    .filter((one): one is readonly [string, Form] => one[1] !== undefined);
  return fields.length === 0 ? undefined : Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Equal for equal forms. */
export function hashOfForm(form: Form | undefined): string {
  return createHash('sha256')
    .update(JSON.stringify(form) ?? '')
    .digest('base64')
    .slice(0, 22);
}
