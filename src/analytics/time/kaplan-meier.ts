/** A subject of a survival study: how long it was watched, and whether its end was seen. */
export interface Lifetime {
  readonly id: string;
  /** Days from its beginning to its end, or to the last day on which it was still there. */
  readonly days: number;
  /** false: censored, still there when the watching stopped. */
  readonly ended: boolean;
}

/** A step of the estimated curve, at a length of life at which something ended. */
export interface SurvivalPoint {
  readonly days: number;
  /** How many were still watched just before: with at least so many days. */
  readonly atRisk: number;
  /** Ids of those that ended, rising. */
  readonly ended: readonly string[];
  /** The estimated share that lasts longer than so many days. */
  readonly survival: number;
  /** By Greenwood's formula; null when nothing is left, where it has no meaning. */
  readonly standardError: number | null;
  /** Bounds of the 95 % confidence interval; null with the standard error. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/** 97.5 % of a normal distribution lie below it. */
const Z = 1.959963984540054;
/** A product of shares that is a half on paper may be a hair more in the machine. */
const HALF = 0.5 + 1e-12;

/**
 * The product-limit estimate of Kaplan and Meier (Journal of the American Statistical Association 53,
 * 1958): the product of 1 - ended / atRisk over all lengths of life at which something ended. One that is
 * censored at a length is still at risk there. Standard errors are Greenwood's (1926); the interval is
 * that of log(-log S), which stays within 0 and 1 (Kalbfleisch and Prentice 1980).
 */
export function kaplanMeier(lifetimes: readonly Lifetime[]): SurvivalPoint[] {
  const rising = [...lifetimes].sort((one, other) => one.days - other.days || (one.id < other.id ? -1 : 1));
  const points: SurvivalPoint[] = [];
  let survival = 1;
  let greenwood = 0;
  for (let index = 0; index < rising.length; ) {
    const { days } = rising[index] as Lifetime;
    const atRisk = rising.length - index;
    const together: Lifetime[] = [];
    for (; rising[index]?.days === days; index += 1) together.push(rising[index] as Lifetime);
    const ended = together.filter((lifetime) => lifetime.ended).map(({ id }) => id);
    if (ended.length === 0) continue;
    survival *= 1 - ended.length / atRisk;
    greenwood += ended.length / (atRisk * (atRisk - ended.length));
    points.push({ days, atRisk, ended, survival, ...errorsOf(survival, greenwood) });
  }
  return points;
}

/** The first length of life at which no more than half are left; null when more than half last to the end. */
export function medianSurvival(points: readonly SurvivalPoint[]): number | null {
  return points.find(({ survival }) => survival <= HALF)?.days ?? null;
}

function errorsOf(survival: number, greenwood: number): Pick<SurvivalPoint, 'standardError' | 'lower' | 'upper'> {
  if (survival === 0) return { standardError: null, lower: null, upper: null };
  const width = (Z * Math.sqrt(greenwood)) / Math.log(survival);
  return {
    standardError: survival * Math.sqrt(greenwood),
    lower: survival ** Math.exp(-width),
    upper: survival ** Math.exp(width),
  };
}
