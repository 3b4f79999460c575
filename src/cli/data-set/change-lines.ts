import { CHANGE_KINDS, type ChangeCounts } from '../../store/data-set/changes.js';

/** The counts of what changes, or changed, as lines; `none` is the line where nothing does. */
export function changeLines(
  changes: ChangeCounts,
  { dryRun = false, none }: { readonly dryRun?: boolean; readonly none: string },
): string[] {
  if (changes.none) return [none];
  const rows = Object.entries(changes.toJSON()).map(
    ([what, counts]) => [what.replace(/^(.+) of others$/, 'said of $1s of others'), counts] as const,
  );
  const width = Math.max(...rows.map(([what]) => what.length));
  return [
    dryRun ? 'what would change:' : 'what changed:',
    `  ${''.padEnd(width)}${CHANGE_KINDS.map((kind) => kind.padStart(10)).join('')}`,
    ...rows.map(([what, counts]) => `  ${what.padEnd(width)}${CHANGE_KINDS.map((kind) => String(counts[kind]).padStart(10)).join('')}`),
  ];
}
