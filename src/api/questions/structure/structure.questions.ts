/** The questions about the shape of the whole graph. */
export const STRUCTURE_QUESTIONS: (new () => object)[] = [];
