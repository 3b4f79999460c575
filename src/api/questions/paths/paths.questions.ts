/** The questions about the ways from one place to another. */
export const PATHS_QUESTIONS: (new () => object)[] = [];
