/** The questions about change, duration and survival. */
export const TIME_QUESTIONS: (new () => object)[] = [];
