import { DisagreementsResolver } from './disagreements.resolver.js';
import { EvidenceQuestionResolver } from './evidence.resolver.js';
import { SupportResolver } from './support.resolver.js';
import { WeaklySupportedResolver } from './weakly-supported.resolver.js';

/** The questions about what facts rest on. */
export const EVIDENCE_QUESTIONS = [EvidenceQuestionResolver, DisagreementsResolver, WeaklySupportedResolver, SupportResolver];
