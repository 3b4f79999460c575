import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { JwtSettings } from '../../../src/http/access/settings.js';

export const ISSUER = 'https://login.example/';
export const AUDIENCE = 'kembar';

/** What a token says unless a test says otherwise. A claim that is undefined is left out. */
const CLAIMS = { iss: ISSUER, aud: AUDIENCE, sub: '4711', name: 'Dewi', kembar_role: 'editor' };

export const seconds = (fromNow: number) => Math.floor(Date.now() / 1000) + fromNow;

export class IssuerKey {
  readonly kid: string;
  readonly alg: string;
  readonly #secret: CryptoKey;
  readonly #open: CryptoKey;

  private constructor(kid: string, alg: string, { privateKey, publicKey }: { privateKey: CryptoKey; publicKey: CryptoKey }) {
    this.kid = kid;
    this.alg = alg;
    this.#secret = privateKey;
    this.#open = publicKey;
  }

  static async make(kid: string, alg = 'ES256'): Promise<IssuerKey> {
    return new IssuerKey(kid, alg, await generateKeyPair(alg, { extractable: true }));
  }

  async jwk(): Promise<object> {
    return { ...(await exportJWK(this.#open)), kid: this.kid, alg: this.alg, use: 'sig' };
  }

  pem(): Promise<string> {
    return exportSPKI(this.#open);
  }

  /** A token that it signs, as the claims say it is. */
  token(claims: Readonly<Record<string, unknown>> = {}, header: object = {}): Promise<string> {
    const payload = { ...CLAIMS, exp: seconds(300), ...claims } as JWTPayload;
    return new SignJWT(payload)
      .setProtectedHeader({ alg: this.alg, kid: this.kid, ...header })
      .sign(this.#secret, { crit: { urgent: true } });
  }
}

export interface KeyService {
  readonly url: string;
  /** How often it was asked. */
  asked(): number;
  /** The keys that it gives from now on. */
  give(...keys: IssuerKey[]): Promise<void>;
  /** What it does instead of giving keys from now on; null: it gives them. */
  instead(answer: ((response: ServerResponse) => void) | null): void;
  close(): Promise<void>;
}

/** Serves public keys over HTTP, as issuers do. */
export async function keyService(...first: IssuerKey[]): Promise<KeyService> {
  let keys: object[] = [];
  let asked = 0;
  let answer: ((response: ServerResponse) => void) | null = null;
  const give = async (...given: IssuerKey[]) => {
    keys = await Promise.all(given.map((key) => key.jwk()));
  };
  await give(...first);
  const server = createServer((_, response) => {
    asked += 1;
    if (answer !== null) answer(response);
    else response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    asked: () => asked,
    give,
    instead: (given) => {
      answer = given;
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

export function jwtSettings(keys: JwtSettings['keys'], settings: Partial<JwtSettings> = {}): JwtSettings {
  return {
    issuer: ISSUER,
    audience: AUDIENCE,
    keys,
    algorithms: ['RS256', 'ES256', 'EdDSA'],
    roleClaim: 'kembar_role',
    withinClaim: 'kembar_within',
    ...settings,
  };
}
