/** The questions about what facts rest on. */
export const EVIDENCE_QUESTIONS: (new () => object)[] = [];
