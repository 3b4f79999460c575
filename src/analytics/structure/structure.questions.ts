/** The questions of this folder that are worked out in the thread of whole-graph questions. */
export const STRUCTURE_TABLES = {} as const;
export const STRUCTURE_FIGURES = {} as const;
