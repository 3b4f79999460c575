/** The questions about partners worth approaching. */
export const RECOMMENDATION_QUESTIONS: (new () => object)[] = [];
