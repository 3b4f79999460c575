/** The five numbers that tell how values are spread. null: without bound. */
export interface FiveNumbers {
  readonly min: number | null;
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly upperQuartile: number | null;
  readonly max: number | null;
}

/**
 * The smallest and the largest value, and between them the quartiles as Hyndman and Fan (1996) define
 * them by their type 7, which R and NumPy use: values are joined by straight lines. null among the
 * values stands for one that is larger than any number. null when there are no values.
 */
export function fiveNumbers(values: readonly (number | null)[]): FiveNumbers | null {
  if (values.length === 0) return null;
  const rising = values.map((value) => value ?? Number.POSITIVE_INFINITY).sort((one, other) => one - other);
  const at = (share: number): number | null => {
    const index = share * (rising.length - 1);
    const [low, high] = [rising[Math.floor(index)] as number, rising[Math.ceil(index)] as number];
    const value = low === high ? low : low + (high - low) * (index - Math.floor(index));
    return Number.isFinite(value) ? value : null;
  };
  return { min: at(0), lowerQuartile: at(0.25), median: at(0.5), upperQuartile: at(0.75), max: at(1) };
}
