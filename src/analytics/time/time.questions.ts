/** The questions of this folder that are worked out in the thread of whole-graph questions. */
export const TIME_TABLES = {} as const;
export const TIME_FIGURES = {} as const;
