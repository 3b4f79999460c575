import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { BadInputError, SourceError } from '../../domain/errors.js';
import type { AccessLog } from './known-tokens.js';
import type { KeyPlace } from './settings.js';

export interface KeyTimes {
  /** How long the service that has the keys may take. */
  readonly timeoutMs: number;
  /** How long after the keys were had they are not asked for again, however many tokens name a key that is not among them. */
  readonly coolDownMs: number;
  /** How long keys are used before they are asked for again, so that one that is withdrawn goes. */
  readonly cacheMs: number;
}

export const KEY_TIMES: KeyTimes = { timeoutMs: 3_000, coolDownMs: 30_000, cacheMs: 600_000 };

/**
 * What finds the key for a token; it throws `SourceError` where the keys cannot be had. Throws `BadInputError` for a file
 * that is no key.
 */
export async function keysAt(place: KeyPlace, log: AccessLog, times: KeyTimes): Promise<JWTVerifyGetKey> {
  return 'url' in place ? remoteKeys(place.url, log, times) : localKeys(place.file);
}

function remoteKeys(url: string, log: AccessLog, { timeoutMs, coolDownMs, cacheMs }: KeyTimes): JWTVerifyGetKey {
  const keyOf = createRemoteJWKSet(new URL(url), { timeoutDuration: timeoutMs, cooldownDuration: coolDownMs, cacheMaxAge: cacheMs });
  return async (header, token) => {
    try {
      return await keyOf(header, token);
    } catch (error) {
      // These speak of the token; all else is about the service.
      if (
        error instanceof errors.JWKSNoMatchingKey ||
        error instanceof errors.JWKSMultipleMatchingKeys ||
        error instanceof errors.JOSENotSupported
      )
        throw error;
      log.error({ err: error, cause: (error as Error).cause }, `the keys at JWT_JWKS_URL ${url} cannot be had`);
      throw new SourceError('the keys that tokens are checked with cannot be had; try again in a moment', error);
    }
  };
}

async function localKeys(file: string): Promise<JWTVerifyGetKey> {
  const refused = (reason: string, cause?: unknown) => new BadInputError(`JWT_PUBLIC_KEY_FILE ${file} ${reason}`, cause);
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw refused(`cannot be read: ${error.message}`, error);
  });
  try {
    if (text.trimStart().startsWith('{')) return createLocalJWKSet(keySetOf(text));
    // Node makes a public key of a private one too; but what can sign has no business here.
    if (/PRIVATE KEY/.test(text)) throw new Error('it is a private key');
    const key = createPublicKey(text);
    mustBeStrong(key);
    return async () => key;
  } catch (error) {
    throw refused(`is no public key in PEM (BEGIN PUBLIC KEY) or JWK: ${(error as Error).message}`, error);
  }
}

/** A set of keys, or one alone as a set. */
function keySetOf(text: string): JSONWebKeySet {
  const read = JSON.parse(text) as { keys?: unknown };
  const keys = (Array.isArray(read.keys) ? read.keys : [read]) as Record<string, unknown>[];
  if (keys.length === 0) throw new Error('it holds no key');
  for (const key of keys) {
    if ('d' in key || 'k' in key) throw new Error('it holds a secret');
    mustBeStrong(createPublicKey({ key, format: 'jwk' }));
  }
  return { keys } as unknown as JSONWebKeySet;
}

function mustBeStrong({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): void {
  if (!['rsa', 'rsa-pss', 'ec', 'ed25519'].includes(asymmetricKeyType ?? '')) throw new Error(`it is of type ${asymmetricKeyType}`);
  const bits = asymmetricKeyDetails?.modulusLength;
  if (bits !== undefined && bits < 2048) throw new Error(`it has ${bits} bits, and RSA needs 2048`);
}
