import { Webhook } from 'standardwebhooks';
import type { Hook } from './hook-entries.js';
import type { Message } from './message.js';

/** What became of a message. */
export type Outcome =
  | { readonly what: 'delivered'; readonly status: number }
  /** Whoever answers wants no more messages. */
  | { readonly what: 'gone'; readonly status: number }
  | {
      readonly what: 'failed';
      /** Null: there was no answer. */
      readonly status: number | null;
      /** In words; never holds what the hook's address or secret does. */
      readonly reason: string;
      /** How long the next attempt is to wait, where the answer says so. */
      readonly askedMs: number | null;
    };

const TOO_LATE = new Error('too late');

/**
 * Sends a message once, signed as Standard Webhooks asks. Redirects are not followed: who may have the messages is said in the
 * file of hooks and nowhere else. `cut` ends it early.
 */
export async function send(
  { url, secrets }: Pick<Hook, 'url' | 'secrets'>,
  { id, ...content }: Message,
  timeoutMs: number,
  cut: AbortController = new AbortController(),
): Promise<Outcome> {
  const now = new Date();
  const body = JSON.stringify(content);
  const timer = setTimeout(() => cut.abort(TOO_LATE), timeoutMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Kembar',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(' '),
      },
      body,
      signal: cut.signal,
    });
    // What is answered beside the status is of no use, and may be without end.
    response.body?.cancel().catch(() => undefined);
    return outcomeOf(response, now);
  } catch (error) {
    const reason = cut.signal.reason === TOO_LATE ? `no answer within ${timeoutMs} ms` : faultOf(error);
    return { what: 'failed', status: null, reason, askedMs: null };
  } finally {
    clearTimeout(timer);
  }
}

function outcomeOf({ ok, status, headers }: Response, now: Date): Outcome {
  if (ok) return { what: 'delivered', status };
  if (status === 410) return { what: 'gone', status };
  return { what: 'failed', status, reason: `answered ${status}`, askedMs: askedWait(headers.get('retry-after'), now) };
}

/** `Retry-After` is a number of seconds or a date. */
function askedWait(header: string | null, now: Date): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const until = Date.parse(header);
  return Number.isNaN(until) ? null : Math.max(0, until - now.getTime());
}

/** Why there was no answer, such as ECONNREFUSED; what else is said of it may hold the address. */
function faultOf(error: unknown): string {
  const { cause } = error as Error;
  const { code, name } = (cause ?? error) as NodeJS.ErrnoException;
  return code ?? name;
}
