import { CousinsResolver, SharedPartnerResolver } from './cousins.resolver.js';

/** The questions about a place and the places around it. */
export const NEIGHBOURHOOD_QUESTIONS = [CousinsResolver, SharedPartnerResolver];
