import { tieEdges } from './tie-edges.js';
import { tieEnds } from './tie-ends.js';

/** The graph of ties itself, as files hold it. */
export const NETWORK_TABLES = { tieEdges, tieEnds } as const;
