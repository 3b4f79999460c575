import { cliques } from './cliques.js';
import { similarPlaces } from './similar-places.js';

/** The questions of this folder that are worked out in the thread of whole-graph questions. */
export const NEIGHBOURHOOD_TABLES = { cliques, similarPlaces } as const;
