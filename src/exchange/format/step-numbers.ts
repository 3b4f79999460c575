/** The number of each step of an agreement, by which ids and `supports` name it: the one that it gives, else its place in the list from 1. */
export function stepNumbers(steps: readonly { readonly number?: number | undefined }[]): number[] {
  return steps.map(({ number }, index) => number ?? index + 1);
}

/** Steps, each with its number. */
export function numbered<S extends { readonly number?: number | undefined }>(steps: readonly S[]): (S & { readonly number: number })[] {
  const numbers = stepNumbers(steps);
  return steps.map((step, index) => ({ ...step, number: numbers[index] as number }));
}

/** Steps with their numbers only where these are not their places in the list. */
export function asWritten<S extends object>(steps: readonly (S & { readonly number: number })[]): (S & { number?: number | undefined })[] {
  return steps.map((step, index) => ({ ...step, number: step.number === index + 1 ? undefined : step.number }));
}
