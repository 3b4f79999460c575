import type { Statement } from './statement.js';

/** Words for twins, partners and what they sign, in Indonesian and English, as titles of agreements have them. */
const PARTNERS =
  /\b(?:sister|twin(?:ned|ning|s)?|kembar|bersaudara|friendship|persahabatan|partnership|kemitraan|mou|memorandum|agreement|perjanjian)\b/i;

/** Whether a statement says that its parties are partners, by the kind or the title of the agreement, and not only that they cooperate. */
export function saysPartners({ kind, title }: Pick<Statement, 'kind' | 'title'>): boolean {
  return (kind !== null && kind !== 'COOPERATION') || [title?.id, title?.en].some((text) => text !== undefined && PARTNERS.test(text));
}
