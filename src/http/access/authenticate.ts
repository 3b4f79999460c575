import { type Actor, ANONYMOUS } from '../../domain/access/actor.js';
import { tokenRefused } from '../../domain/access/token-refusals.js';
import { type AccessLog, KnownTokens } from './known-tokens.js';
import type { AccessSettings } from './settings.js';
import { SignedTokens } from './signed-tokens.js';
import { isStaticToken } from './static-token.js';

/**
 * Who asks, by the header Authorization. Throws `UnauthenticatedError` for a token that is not accepted, also where reading
 * is open: whoever shows one means to be somebody, and should hear that they are not. Throws `SourceError` where it
 * cannot be found out.
 */
export type Authenticate = (authorization: string | undefined) => Promise<Actor>;

/** Throws `BadInputError` for a file of tokens or keys that is wrong. */
export async function authenticating(settings: AccessSettings, log: AccessLog): Promise<Authenticate> {
  const known = settings.tokensFile === null ? null : await KnownTokens.open(settings.tokensFile, log);
  const signed = settings.jwt === null ? null : await SignedTokens.open(settings.jwt, log);
  return async (authorization) => {
    if (authorization === undefined) {
      if (settings.readingIsOpen) return ANONYMOUS;
      throw tokenRefused('MISSING');
    }
    const token = tokenIn(authorization);
    const accepting = isStaticToken(token) ? known : signed;
    if (accepting === null) throw tokenRefused('UNKNOWN');
    return accepting.actorOf(token);
  };
}

/** The token of a header, in one of the two forms that there are. Throws `UnauthenticatedError`. */
function tokenIn(authorization: string): string {
  const [, token = ''] = /^Bearer +(\S+)$/i.exec(authorization.trim()) ?? [];
  if (isStaticToken(token) || /^[\w-]+\.[\w-]+\.[\w-]*$/.test(token)) return token;
  throw tokenRefused('MALFORMED');
}
