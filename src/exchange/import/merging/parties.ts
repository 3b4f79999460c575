/** Names a set of parties, whichever of them is named first. */
export function partiesKey(keys: Iterable<string>): string {
  return [...keys].sort().join(' ');
}
