/** The questions of this folder that are worked out in the thread of whole-graph questions. */
export const SHARING_TABLES = {} as const;
export const SHARING_FIGURES = {} as const;
