/** How closely a partial date is known. */
export const PRECISIONS = {
  DAY: 'One day.',
  MONTH: 'A month of a year.',
  YEAR: 'A year.',
  DECADE: 'A decade, or a century.',
  SPAN: 'From one date to another, or by a day at the latest.',
} as const;
export type Precision = keyof typeof PRECISIONS;

/** The precision of a date that `parsePartialDate` accepts. What is only about right, or uncertain, is as precise as it is written. */
export function precisionOf(edtf: string): Precision {
  if (edtf.includes('/')) return 'SPAN';
  const known = edtf.replace(/[~?%]$/, '').replaceAll('-XX', '');
  if (known.endsWith('X')) return 'DECADE';
  return (['YEAR', 'MONTH', 'DAY'] as const)[known.split('-').length - 1] as Precision;
}
