import type { ChangeCounts } from '../../store/data-set/changes.js';

/**
 * The line for an import that leaves rows out and removes things: what was imported from such a row before goes, like
 * all that an input has no longer. Empty where it does not do both.
 */
export function removedAndLeftOut(changes: ChangeCounts, leftOut: number, { dryRun = false }: { readonly dryRun?: boolean }): string[] {
  const { removed } = changes;
  if (removed === 0 || leftOut === 0) return [];
  return [
    `${removed} ${dryRun ? 'would be' : 'were'} removed that an earlier version had; some of them may be rows or records that are left out now. --strict refuses such an import`,
  ];
}
