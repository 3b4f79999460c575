import type { Form } from './record-form.js';

/** A field that differs. One side without it: it is only in the other. */
export interface FieldChange {
  /** Such as `stages[1].date`, by its place in what comes later. */
  readonly field: string;
  readonly before?: Form;
  readonly after?: Form;
}

/** In which fields two forms differ, as deep as it can be told. */
export function fieldChanges(before: Form | undefined, after: Form | undefined, field = ''): FieldChange[] {
  if (isSame(before, after)) return [];
  if (isList(before) && isList(after)) return listChanges(before, after, field);
  if (isFields(before) && isFields(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .sort()
      .flatMap((name) => fieldChanges(before[name], after[name], field === '' ? name : `${field}.${name}`));
  }
  return [{ field, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

/** What begins and ends alike is the same; what is between is compared in order, and the rest came or went. */
function listChanges(before: readonly Form[], after: readonly Form[], field: string): FieldChange[] {
  const shorter = Math.min(before.length, after.length);
  let first = 0;
  while (first < shorter && isSame(before[first], after[first])) first += 1;
  let last = 0;
  while (last < shorter - first && isSame(before.at(-1 - last), after.at(-1 - last))) last += 1;
  const [went, came] = [before.slice(first, before.length - last), after.slice(first, after.length - last)];
  return Array.from({ length: Math.max(went.length, came.length) }, (_, index) =>
    fieldChanges(went[index], came[index], `${field}[${first + index}]`),
  ).flat();
}

const isSame = (a: Form | undefined, b: Form | undefined) => JSON.stringify(a) === JSON.stringify(b);
const isList = (form: Form | undefined): form is readonly Form[] => Array.isArray(form);
const isFields = (form: Form | undefined): form is { readonly [field: string]: Form } => typeof form === 'object' && !isList(form);
