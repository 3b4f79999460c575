import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TOKEN_REFUSALS } from '../../../src/domain/access/token-refusals.js';
import type { KeyTimes } from '../../../src/http/access/keys.js';
import { SignedTokens } from '../../../src/http/access/signed-tokens.js';
import { IssuerKey, jwtSettings, type KeyService, keyService } from './issuer.js';

const TIMES: KeyTimes = { timeoutMs: 3_000, coolDownMs: 60_000, cacheMs: 60_000 };
const EDITOR = { id: 'jwt:login.example:4711', role: 'editor' };

describe('keys at an address', () => {
  let [first, second]: IssuerKey[] = [];
  let service: KeyService;
  let logged: string[];
  const log = { error: (_: object, message: string) => logged.push(message) };
  const opened = (times: Partial<KeyTimes> = {}) => SignedTokens.open(jwtSettings({ url: service.url }), log, { ...TIMES, ...times });
  const tokenOf = (key: IssuerKey | undefined, claims = {}) => (key as IssuerKey).token(claims);

  beforeEach(async () => {
    [first, second] = await Promise.all([IssuerKey.make('2026-01'), IssuerKey.make('2026-02')]);
    service = await keyService(first as IssuerKey);
    logged = [];
  });
  afterEach(() => service.close());

  test('are asked for once, with the first token, however many come at a time', async () => {
    const tokens = await opened();
    expect(service.asked()).toBe(0);
    const actors = await Promise.all([1, 2, 3].map(async () => tokens.actorOf(await tokenOf(first))));
    expect(actors).toMatchObject([EDITOR, EDITOR, EDITOR]);
    await tokens.actorOf(await tokenOf(first));
    expect(service.asked()).toBe(1);
  });

  test('change: a key that is new is asked for when a token names it, and both do while both are given', async () => {
    const tokens = await opened({ coolDownMs: 0 });
    await tokens.actorOf(await tokenOf(first));
    await service.give(first as IssuerKey, second as IssuerKey);
    expect(await tokens.actorOf(await tokenOf(second))).toMatchObject(EDITOR);
    expect(await tokens.actorOf(await tokenOf(first))).toMatchObject(EDITOR);
    expect(service.asked()).toBe(2);
  });

  test('go: a key that is withdrawn does no more, once the time is up', async () => {
    const tokens = await opened({ coolDownMs: 0, cacheMs: 0 });
    await tokens.actorOf(await tokenOf(first));
    await service.give(second as IssuerKey);
    await expect(tokens.actorOf(await tokenOf(first))).rejects.toMatchObject({ message: TOKEN_REFUSALS.WRONG_KEY });
  });

  test('are not asked for by every token that names a key which nobody has', async () => {
    const tokens = await opened();
    await tokens.actorOf(await tokenOf(first));
    for (let count = 0; count < 5; count += 1)
      await expect(tokens.actorOf(await tokenOf(second))).rejects.toMatchObject({
        code: 'UNAUTHENTICATED',
        message: TOKEN_REFUSALS.WRONG_KEY,
      });
    expect(service.asked()).toBe(1);
  });

  test.each<[string, (response: ServerResponse) => void]>([
    ['is slow', () => undefined],
    ['breaks off', (response) => response.destroy()],
    ['fails', (response) => response.writeHead(500).end('{"keys": []}')],
    ['sends elsewhere', (response) => response.writeHead(302, { location: 'https://elsewhere.example/keys' }).end()],
    ['gives a page', (response) => response.end('<!doctype html>')],
    ['gives something else', (response) => response.end('{"keys": "none"}')],
  ])('cannot be had while the service %s: that is no fault of the token, the log says why, and then it goes on', async (_, answer) => {
    const tokens = await opened({ timeoutMs: 300 });
    service.instead(answer);
    const refused = tokens.actorOf(await tokenOf(first));
    await expect(refused).rejects.toMatchObject({
      code: 'SOURCE_UNAVAILABLE',
      message: 'the keys that tokens are checked with cannot be had; try again in a moment',
    });
    expect(logged).toEqual([`the keys at JWT_JWKS_URL ${service.url} cannot be had`]);
    service.instead(null);
    expect(await tokens.actorOf(await tokenOf(first))).toMatchObject(EDITOR);
  });

  test('that were had are used on while the service is away', async () => {
    const tokens = await opened();
    await tokens.actorOf(await tokenOf(first));
    await service.close();
    expect(await tokens.actorOf(await tokenOf(first))).toMatchObject(EDITOR);
    expect(logged).toEqual([]);
  });
});
