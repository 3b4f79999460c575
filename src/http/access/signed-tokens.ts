import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Actor } from '../../domain/access/actor.js';
import { type TokenRefusal, tokenRefused } from '../../domain/access/token-refusals.js';
import { KembarError } from '../../domain/errors.js';
import { actorOfClaims } from './claims.js';
import { KEY_TIMES, type KeyTimes, keysAt } from './keys.js';
import type { AccessLog } from './known-tokens.js';
import type { JwtSettings } from './settings.js';

/** How far the clocks of who makes tokens and who checks them may be apart. */
const CLOCKS_APART_SECONDS = 30;

/** The tokens (JWT) that somebody else signs. */
export class SignedTokens {
  readonly #settings: JwtSettings;
  readonly #keyOf: JWTVerifyGetKey;

  private constructor(settings: JwtSettings, keyOf: JWTVerifyGetKey) {
    this.#settings = settings;
    this.#keyOf = keyOf;
  }

  /** Throws `BadInputError` for a file of keys that is none. What is at an address is asked for with the first token. */
  static async open(settings: JwtSettings, log: AccessLog, times: KeyTimes = KEY_TIMES): Promise<SignedTokens> {
    return new SignedTokens(settings, await keysAt(settings.keys, log, times));
  }

  /** Whose token it is. Throws `UnauthenticatedError`, or `SourceError` where the keys cannot be had. */
  async actorOf(token: string): Promise<Actor> {
    const { issuer, audience, algorithms } = this.#settings;
    try {
      const { payload } = await jwtVerify(token, this.#keyOf, {
        issuer,
        audience,
        algorithms: [...algorithms],
        requiredClaims: ['exp', 'sub'],
        clockTolerance: CLOCKS_APART_SECONDS,
      });
      return actorOfClaims(payload, this.#settings);
    } catch (error) {
      throw error instanceof KembarError ? error : tokenRefused(refusalOf(error), error);
    }
  }
}

function refusalOf(error: unknown): TokenRefusal {
  if (error instanceof errors.JWTExpired) return 'EXPIRED';
  if (error instanceof errors.JWTClaimValidationFailed) return refusalOfClaim(error.claim, error.reason);
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) return 'MALFORMED';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'WRONG_ALGORITHM';
  // A signature that is not right, no key or a key of another kind: nobody that is trusted has signed this.
  return 'WRONG_KEY';
}

function refusalOfClaim(claim: string, reason: string): TokenRefusal {
  if (claim === 'iss') return 'WRONG_ISSUER';
  if (claim === 'aud') return 'WRONG_AUDIENCE';
  return claim === 'nbf' && reason === 'check_failed' ? 'NOT_YET_VALID' : 'INCOMPLETE';
}
