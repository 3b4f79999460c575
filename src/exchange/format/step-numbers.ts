/** The number of each step of an agreement, by which ids and `supports` name it: the one that it gives, else its place in the list from 1. */
export function stepNumbers(steps: readonly { readonly number?: number | undefined }[]): number[] {
  return steps.map(({ number }, index) => number ?? index + 1);
}
