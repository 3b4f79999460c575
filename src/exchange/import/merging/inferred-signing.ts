import type { Said } from './said.js';
import { type StageClaim, stageClaim } from './step-records.js';

const NOTE = 'The source says that they are partners, which takes an agreement; not when it was made, nor what document it is.';

/** Words for twins, partners and what they sign, in Indonesian and English, as titles of agreements have them. */
const PARTNERS =
  /\b(?:sister|twin(?:ned|ning|s)?|kembar|bersaudara|friendship|persahabatan|partnership|kemitraan|mou|memorandum|agreement|perjanjian)\b/i;

/**
 * The signing that follows from rows that name no step: whoever says that two places are twins says that they have agreed
 * on it. It follows only where the kind or the title of the agreement says so. To cooperate takes no agreement, and a note
 * may speak of what is only planned.
 */
export function inferredSignings(said: readonly Said[]): StageClaim[] {
  return said.filter(saysPartners).map((one) => stageClaim(one, { stage: 'SIGNED', date: null, inferred: NOTE }));
}

function saysPartners({ kind, title }: Said): boolean {
  return (kind !== null && kind !== 'COOPERATION') || [title?.id, title?.en].some((text) => text !== undefined && PARTNERS.test(text));
}
