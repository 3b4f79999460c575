/** What records and inputs call differently. */
export interface InputForm {
  /** What the input calls the thing that is edited. */
  readonly thing: string;
  /** Lists of the input that are added to those of the record, so that a place in the one is none in the other. */
  readonly added: readonly string[];
}

/** The field of an input that a field of a record came from: `cites[0].at` is `citations[0].locator`. */
export function inputField(field: string, { thing, added }: InputForm): string {
  if (field === 'id') return thing;
  const named = field
    .replace(/^stages(?=[.[]|$)/, 'steps')
    .replace(/(^|\.)cites(?=[.[]|$)/g, '$1citations')
    .replace(/((?:^|\.)citations\[\d+\])\.at$/, '$1.locator');
  const [list = ''] = named.split('[');
  return added.includes(list) ? list : named;
}
