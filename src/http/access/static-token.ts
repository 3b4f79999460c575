import { createHash, randomBytes } from 'node:crypto';

/** What a static token looks like: 32 random bytes behind a word that tells people and scanners of secrets what it is. */
const STATIC_TOKEN = /^kembar_[A-Za-z0-9_-]{43}$/;

export function newStaticToken(): string {
  return `kembar_${randomBytes(32).toString('base64url')}`;
}

export function isStaticToken(text: string): boolean {
  return STATIC_TOKEN.test(text);
}

/**
 * What is kept of a token. One round of SHA-256 is enough: slow hashes with salt protect words that people choose and that
 * can be guessed, and nobody tries 2^256 random tokens, however fast each trial is.
 */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
