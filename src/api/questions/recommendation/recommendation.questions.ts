import { EligibilityFindingResolver, EligibilityResolver } from './eligibility.resolver.js';
import { CousinPathResolver, ReasonResolver } from './reason.js';
import { RecommendedPartnersResolver } from './recommended-partners.resolver.js';

/** The questions about partners worth approaching. */
export const RECOMMENDATION_QUESTIONS = [
  RecommendedPartnersResolver,
  ReasonResolver,
  CousinPathResolver,
  EligibilityResolver,
  EligibilityFindingResolver,
];
