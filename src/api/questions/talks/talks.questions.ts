import { AwardsBeforeTalksResolver } from './awards-before-talks.resolver.js';
import { FacilitationResolver } from './facilitation.resolver.js';
import { CoveredPlaceResolver, MissionCoverageResolver } from './mission-coverage.resolver.js';
import { NegotiationFunnelResolver } from './negotiation-funnel.resolver.js';
import { StalledTalksResolver } from './stalled-talks.resolver.js';

/** The questions about how cooperations come about. */
export const TALKS_QUESTIONS = [
  FacilitationResolver,
  MissionCoverageResolver,
  CoveredPlaceResolver,
  NegotiationFunnelResolver,
  StalledTalksResolver,
  AwardsBeforeTalksResolver,
];
