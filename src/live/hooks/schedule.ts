/** How often and when it is tried again where a hook is not answered. */
export interface Retries {
  /** How long to wait after the first failure, in milliseconds. */
  readonly retryMs: number;
  /** How often it is tried in all. */
  readonly attempts: number;
}

const TIMES = 3;
/** The longest wait as a multiple of the first one: six hours where that is five seconds. */
const LONGEST = 4_320;
/** Waits differ by up to this part, so that many who failed at once do not come back at once. */
const JITTER = 0.2;
/** Nobody is waited for longer, whatever they ask for. */
const A_DAY_MS = 86_400_000;

/**
 * How long to wait after so many failures in a row: three times as long each time, up to the longest wait, and as long as was
 * asked for (`Retry-After`) where that is more, but no longer than a day. Null: it has been tried often enough.
 */
export function waitAfter(
  failures: number,
  { retryMs, attempts }: Retries,
  { askedMs = null, random = Math.random }: { readonly askedMs?: number | null; readonly random?: () => number } = {},
): number | null {
  if (failures >= attempts) return null;
  const wait = Math.min(retryMs * TIMES ** (failures - 1), retryMs * LONGEST);
  return Math.min(Math.max(Math.round(wait * (1 - JITTER + 2 * JITTER * random())), askedMs ?? 0), A_DAY_MS);
}
