import type { z } from 'zod';

/** The path of a field as messages show it: `agreements[3].stages[0].date`. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`)).join('');
}

/** The fields that an issue is about: of unknown ones zod names only the mapping that holds them. */
export function fieldsOf(issue: z.core.$ZodIssue): PropertyKey[][] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
}

/** zod's message with what is accepted, where zod leaves that out. */
export function explain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'unknown field';
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_union') return issue.errors.flatMap((branch) => branch.map(explain)).join(', or ');
  return issue.message;
}
