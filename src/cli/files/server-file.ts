import { BadInputError, ERROR_CODES, type ErrorCode, KembarError, StoreError } from '../../domain/errors.js';
import type { Parts } from './write-output.js';

/**
 * A file of a running server, which is shown a token where there is one. Throws what the server refuses it with, and
 * `StoreError` when no server answers.
 */
export async function serverFile(server: string, path: string, parameters: URLSearchParams, token: string | null): Promise<Parts> {
  const address = addressOn(server, path, parameters);
  const response = await fetch(address, { headers: headersWith(token) }).catch((error) => {
    throw new StoreError('STORE_UNAVAILABLE', `no server answers at ${server}`, error);
  });
  if (!response.ok) throw await refusal(response, server);
  return received(response, server);
}

/** Throws `BadInputError` for a token that a header cannot hold, without repeating it. */
function headersWith(token: string | null): Record<string, string> {
  if (token === null) return {};
  if (!/^[\x21-\x7e]+$/.test(token)) throw new BadInputError('the token has characters that no token has; was more copied than the token?');
  return { authorization: `Bearer ${token}` };
}

function addressOn(server: string, path: string, parameters: URLSearchParams): URL {
  const address = URL.parse?.(server) ?? parsed(server);
  if (address === null || !/^https?:$/.test(address.protocol))
    throw new BadInputError(`--server "${server}" is no address. Accepted is one such as http://127.0.0.1:4000.`);
  address.pathname = `${address.pathname.replace(/\/$/, '')}${path}`;
  address.search = parameters.toString();
  return address;
}

function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

async function refusal(response: Response, server: string): Promise<KembarError> {
  const body = (await response.json().catch(() => null)) as { errors?: { message: string; extensions?: { code?: string } }[] } | null;
  const [first] = body?.errors ?? [];
  const code = first?.extensions?.code ?? '';
  if (first === undefined || !(code in ERROR_CODES))
    return new StoreError('STORE_UNAVAILABLE', `${server} answers ${response.status}, and not as a server of Kembar`);
  return new KembarError(code as ErrorCode, first.message);
}

async function* received(response: Response, server: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const part of response.body ?? []) yield part as Uint8Array;
  } catch (error) {
    throw new StoreError('STORE_UNAVAILABLE', `${server} broke the file off; the server's log says why`, error);
  }
}
