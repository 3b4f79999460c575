/** What fields of records are called in inputs, where that is not the same. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\bcites\b/g, 'citations'],
  [/\bstages\b/g, 'steps'],
  [/\.at$/, '.locator'],
];

/** The field of an input that a fault in a record is about. */
export function inputField(field: string | null): string | null {
  return field === null ? null : NAMES.reduce((path, [name, input]) => path.replace(name, input), field);
}
