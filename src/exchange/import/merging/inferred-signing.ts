import { saysPartners } from '../says-partners.js';
import type { Said } from './said.js';
import { type StageClaim, stageClaim } from './step-records.js';

const NOTE = 'The source says that they are partners, which takes an agreement; not when it was made, nor what document it is.';

/**
 * The signing that follows from rows that name no step: whoever says that two places are twins says that they have agreed
 * on it. It follows only where the kind or the title of the agreement says so. To cooperate takes no agreement, and a note
 * may speak of what is only planned.
 */
export function inferredSignings(said: readonly Said[]): StageClaim[] {
  return said.filter(saysPartners).map((one) => stageClaim(one, { stage: 'SIGNED', date: null, inferred: NOTE }));
}
