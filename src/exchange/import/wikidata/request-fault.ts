/**
 * What went wrong with a request, as far as it matters for what comes next.
 * `slow`: the query takes longer than the service, or the client, allows.
 * `throttled`: the service asks to be left alone for a while.
 * `broken`: the answer did not arrive whole.
 * `failing`: the service, or the way to it, has a fault that passes.
 * `refused`: the same request will not be answered later either.
 */
export type FaultKind = 'slow' | 'throttled' | 'broken' | 'failing' | 'refused';

export class RequestFault extends Error {
  readonly kind: FaultKind;
  /** How long the service asks to be left alone, in milliseconds; null: it does not say. */
  readonly retryAfterMs: number | null;
  constructor(kind: FaultKind, message: string, retryAfterMs: number | null = null, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}

/** What a Retry-After header asks for, in milliseconds: it has seconds or a date. Null: it has neither. */
export function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = text === '' ? Number.NaN : Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
