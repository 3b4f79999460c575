import { ChainStepResolver } from './chain.type.js';
import { ChainsResolver, ShortestChainsResolver } from './chains.resolver.js';

/** The questions about the ways from one place to another. */
export const PATHS_QUESTIONS = [ChainsResolver, ShortestChainsResolver, ChainStepResolver];
