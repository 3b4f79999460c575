import { shortHash } from './bounded-text.js';

const LONGEST = 120;

/**
 * The key of a new agreement: those of its parties, in their order, and what tells it from another agreement of the same
 * parties. It depends on nothing else, so that every import of any file calls the agreement the same. Keys that would be
 * too long, or could be read in two ways since a place has a `.` in its own, end with a hash.
 */
export function agreementKey(parties: readonly string[], suffix: string | null = null): string {
  const keys = parties.toSorted();
  const plain = [...keys, ...(suffix === null ? [] : [suffix])].join('.');
  if (plain.length <= LONGEST && !keys.some((key) => key.includes('.'))) return plain;
  const hash = shortHash(`${keys.join(' ')} ${suffix ?? ''}`);
  return `${plain.slice(0, LONGEST - hash.length - 1).replace(/[-.]+$/, '')}.${hash}`;
}
