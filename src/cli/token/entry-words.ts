import { endOf, type TokenEntry } from '../../http/access/token-entries.js';

/** What a token is for, such as `editor within place:id-ji, until 2027-12-31`. */
export function inWords(entry: Omit<TokenEntry, 'name' | 'sha256'>, now = Date.now()): string {
  const { role, within, expires } = entry;
  const end = endOf(entry);
  const until = expires === undefined ? '' : end !== null && now >= end ? `, expired ${expires}` : `, until ${expires}`;
  return `${role}${within === undefined ? '' : ` within ${within.join(', ')}`}${until}`;
}
