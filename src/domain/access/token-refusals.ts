import { UnauthenticatedError } from '../errors.js';

/** Why a token is not accepted. What is said helps whoever holds the token, and nobody else. */
export const TOKEN_REFUSALS = {
  MISSING: 'this server answers only who shows a token: send the header Authorization: Bearer TOKEN',
  MALFORMED: 'the header Authorization holds no token that can be read. Accepted is: Bearer TOKEN',
  UNKNOWN: 'the token is not known here; it may have been revoked',
  EXPIRED: 'the token has expired',
  NOT_YET_VALID: 'the token is not valid yet',
  WRONG_ISSUER: 'the token comes from another issuer than this server trusts',
  WRONG_AUDIENCE: 'the token was made for another audience than this server',
  WRONG_ALGORITHM: 'the token is signed by an algorithm that is not accepted here',
  WRONG_KEY: 'the signature of the token is not that of a key that is trusted here',
  INCOMPLETE: 'the token lacks a claim that is needed: exp (when it ends) and sub (whose it is)',
  NO_ROLE: 'the token names no role that there is. Accepted are reader, editor, curator and admin',
  WRONG_LIMIT: 'the token limits its holder to places in a way that cannot be kept: a list of ids such as place:id-ji, for an editor',
} as const;
export type TokenRefusal = keyof typeof TOKEN_REFUSALS;

export function tokenRefused(refusal: TokenRefusal, cause?: unknown): UnauthenticatedError {
  return new UnauthenticatedError(TOKEN_REFUSALS[refusal], { presented: refusal !== 'MISSING', cause });
}
