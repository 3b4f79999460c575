import { Cites } from './cites.js';
import type { Said } from './said.js';

/** What statements say of an agreement as a whole, and of its sectors in their own words. */
export function agreementCites(said: readonly Said[]): Cites {
  const cites = new Cites();
  for (const one of said) cites.add(one, { note: one.note ?? undefined });
  for (const one of said) if (one.sectors.length > 0) cites.add(one, { field: 'sectors', value: one.sectors.join(', ') });
  return cites;
}
