import { z } from 'zod';
import { isSafeAddress } from '../../domain/safe-address.js';

/** Algorithms whose keys come in pairs: whoever can check a token cannot make one. Any other would let the public key sign. */
export const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'] as const;

/** Where the keys are that tokens are checked with. */
export type KeyPlace = { readonly url: string } | { readonly file: string };

export interface JwtSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: KeyPlace;
  readonly algorithms: readonly string[];
  /** Names of claims. */
  readonly roleClaim: string;
  readonly withinClaim: string;
}

export interface AccessSettings {
  /** Whether whoever has no token may read. */
  readonly readingIsOpen: boolean;
  /** The file of static tokens; null: there are none. */
  readonly tokensFile: string | null;
  /** Null: no signed tokens are accepted. */
  readonly jwt: JwtSettings | null;
}

const optional = z
  .string()
  .transform((value) => (value === '' ? null : value))
  .nullable()
  .default(null);

export const ACCESS_SETTINGS = {
  READING: z.enum(['open', 'closed']).default('open'),
  TOKENS_FILE: optional,
  JWT_ISSUER: optional,
  JWT_AUDIENCE: optional,
  JWT_JWKS_URL: z
    .string()
    // Keys that somebody on the way could change would let them in.
    .refine(
      (text) => text === '' || isSafeAddress(text),
      'must be an https address; http is accepted on localhost only, and no user or password',
    )
    .transform((value) => (value === '' ? null : value))
    .nullable()
    .default(null),
  JWT_PUBLIC_KEY_FILE: optional,
  JWT_ALGORITHMS: z
    .string()
    .transform((text) => text.split(',').map((name) => name.trim()))
    .refine(
      (names) => names.every((name) => (ALGORITHMS as readonly string[]).includes(name)),
      `must be one or more of ${ALGORITHMS.join(', ')}, with commas between them`,
    )
    .default(['RS256', 'ES256', 'EdDSA']),
  JWT_ROLE_CLAIM: z.string().min(1).default('kembar_role'),
  JWT_WITHIN_CLAIM: z.string().min(1).default('kembar_within'),
};
type Given = { readonly [Name in keyof typeof ACCESS_SETTINGS]: z.output<(typeof ACCESS_SETTINGS)[Name]> };

/** What is wrong with the settings together, by name; each may be right alone. */
export function accessFaults(given: Given): { readonly name: string; readonly fault: string }[] {
  const faults: { name: string; fault: string }[] = [];
  const keys = (['JWT_JWKS_URL', 'JWT_PUBLIC_KEY_FILE'] as const).filter((name) => given[name] !== null);
  const described = (['JWT_ISSUER', 'JWT_AUDIENCE'] as const).filter((name) => given[name] !== null);
  if (keys.length === 2) faults.push({ name: 'JWT_PUBLIC_KEY_FILE', fault: 'is set beside JWT_JWKS_URL; give the keys in one way only' });
  if (keys.length > 0)
    for (const name of ['JWT_ISSUER', 'JWT_AUDIENCE'] as const)
      if (given[name] === null)
        faults.push({ name, fault: `is needed with ${keys[0]}: without it a token that was made for something else would do here` });
  if (keys.length === 0 && described.length > 0)
    faults.push({
      name: described[0] as string,
      fault: 'is set without keys to check tokens with; give JWT_JWKS_URL or JWT_PUBLIC_KEY_FILE',
    });
  if (given.JWT_ROLE_CLAIM === given.JWT_WITHIN_CLAIM)
    faults.push({ name: 'JWT_WITHIN_CLAIM', fault: 'is the claim of JWT_ROLE_CLAIM; name another' });
  if (given.READING === 'closed' && given.TOKENS_FILE === null && keys.length === 0)
    faults.push({ name: 'READING', fault: 'is closed, and nobody could read: give TOKENS_FILE, or JWT_JWKS_URL or JWT_PUBLIC_KEY_FILE' });
  return faults;
}

/** Settings without faults as they are used. */
export function accessSettings(given: Given): AccessSettings {
  const keys =
    given.JWT_JWKS_URL !== null
      ? { url: given.JWT_JWKS_URL }
      : given.JWT_PUBLIC_KEY_FILE !== null
        ? { file: given.JWT_PUBLIC_KEY_FILE }
        : null;
  return {
    readingIsOpen: given.READING === 'open',
    tokensFile: given.TOKENS_FILE,
    jwt:
      keys === null
        ? null
        : {
            issuer: given.JWT_ISSUER ?? '',
            audience: given.JWT_AUDIENCE ?? '',
            keys,
            algorithms: given.JWT_ALGORITHMS,
            roleClaim: given.JWT_ROLE_CLAIM,
            withinClaim: given.JWT_WITHIN_CLAIM,
          },
  };
}
