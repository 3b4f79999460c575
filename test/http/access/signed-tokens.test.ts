import { createHmac, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TOKEN_REFUSALS, type TokenRefusal } from '../../../src/domain/access/token-refusals.js';
import { SignedTokens } from '../../../src/http/access/signed-tokens.js';
import { IssuerKey, jwtSettings, seconds } from './issuer.js';

const SILENT = { error: () => undefined };
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

let folder: string;
let key: IssuerKey;
let other: IssuerKey;
let tokens: SignedTokens;

function fileOf(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kembar-keys-'));
  [key, other] = await Promise.all([IssuerKey.make('one'), IssuerKey.make('two')]);
  tokens = await SignedTokens.open(jwtSettings({ file: fileOf('key.pem', await key.pem()) }), SILENT);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a token that is right', () => {
  test.each<[string, object, object]>([
    ['says who, and as what', {}, { id: 'jwt:login.example:4711', name: 'Dewi', role: 'editor', within: null }],
    ['limits an editor to a place', { kembar_within: 'place:id-ji' }, { within: ['place:id-ji'] }],
    ['limits an editor to places', { kembar_within: ['place:id-ji', 'place:id-bt'] }, { within: ['place:id-ji', 'place:id-bt'] }],
    ['limits nobody who only reads', { kembar_role: 'reader', kembar_within: ['place:id-ji'] }, { role: 'reader', within: null }],
    ['may list roles, of which the highest counts', { kembar_role: ['offline_access', 'reader', 'curator'] }, { role: 'curator' }],
    ['may be meant for others too', { aud: ['another', 'kembar'] }, { role: 'editor' }],
    ['may have a login for a name', { name: undefined, preferred_username: 'dewi' }, { name: 'dewi' }],
    ['may have no name', { name: ' ' }, { name: '4711' }],
    ['has a name in one line', { name: 'De\nwi' }, { name: 'De wi' }],
    ['may have ended just now, since clocks differ', { exp: seconds(-5) }, { role: 'editor' }],
  ])('%s', async (_, claims, actor) => {
    expect(await tokens.actorOf(await key.token({ ...claims }))).toMatchObject(actor);
  });
});

describe('a token is refused that', () => {
  const signed = (claims: Record<string, unknown>, header = {}) => key.token(claims, header);
  /** Signed by what everybody knows, as if it were a secret. */
  const hmacOf = async (secret: string) => {
    const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${(await signed({})).split('.')[1]}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };
  const swapped = async (claims: object) => {
    const [head, , signature] = (await signed({})).split('.');
    return `${head}.${part(claims)}.${signature}`;
  };

  test.each<[string, TokenRefusal, () => Promise<string> | string]>([
    ['is not signed', 'WRONG_ALGORITHM', async () => `${part({ alg: 'none' })}.${(await signed({})).split('.')[1]}.`],
    ['has its signature cut off', 'WRONG_KEY', async () => (await signed({})).replace(/[^.]+$/, '')],
    ['is signed with the public key for a secret', 'WRONG_ALGORITHM', async () => hmacOf(await key.pem())],
    ['is signed by an algorithm that is not in the list', 'WRONG_ALGORITHM', async () => (await IssuerKey.make('one', 'PS256')).token()],
    ['is signed by a key of another kind', 'WRONG_KEY', async () => (await IssuerKey.make('one', 'RS256')).token()],
    ['is signed by another key', 'WRONG_KEY', () => other.token()],
    ['says other things than were signed', 'WRONG_KEY', () => swapped({ sub: '1', kembar_role: 'admin' })],
    ['demands what is not understood', 'WRONG_KEY', () => signed({}, { crit: ['urgent'], urgent: true })],
    ['comes from elsewhere', 'WRONG_ISSUER', () => signed({ iss: 'https://login.example' })],
    ['does not say where it comes from', 'WRONG_ISSUER', () => signed({ iss: undefined })],
    ['is for somebody else', 'WRONG_AUDIENCE', () => signed({ aud: ['another'] })],
    ['is for nobody in particular', 'WRONG_AUDIENCE', () => signed({ aud: undefined })],
    ['has ended', 'EXPIRED', () => signed({ exp: seconds(-31) })],
    ['has not begun', 'NOT_YET_VALID', () => signed({ nbf: seconds(60) })],
    ['never ends', 'INCOMPLETE', () => signed({ exp: undefined })],
    ['ends at no time', 'INCOMPLETE', () => signed({ exp: 'tomorrow' })],
    ['belongs to nobody', 'INCOMPLETE', () => signed({ sub: undefined })],
    ['belongs to somebody without a name', 'INCOMPLETE', () => signed({ sub: '' })],
    ['belongs to somebody of several lines', 'INCOMPLETE', () => signed({ sub: 'a\nb' })],
    ['belongs to somebody of endless name', 'INCOMPLETE', () => signed({ sub: 'a'.repeat(256) })],
    ['has no role', 'NO_ROLE', () => signed({ kembar_role: undefined })],
    ['has a role that is none', 'NO_ROLE', () => signed({ kembar_role: 'root' })],
    ['has a role in capitals', 'NO_ROLE', () => signed({ kembar_role: 'ADMIN' })],
    ['has a role that only a table knows', 'NO_ROLE', () => signed({ kembar_role: ['constructor', 'toString'] })],
    ['has a role that is no word', 'NO_ROLE', () => signed({ kembar_role: { admin: true } })],
    ['limits an editor to nothing', 'WRONG_LIMIT', () => signed({ kembar_within: [] })],
    ['limits an editor to what is no place', 'WRONG_LIMIT', () => signed({ kembar_within: ['place:id-ji', 'Jawa Timur'] })],
    ['limits an editor in words', 'WRONG_LIMIT', () => signed({ kembar_within: true })],
    ['limits a curator, who cannot be', 'WRONG_LIMIT', () => signed({ kembar_role: 'curator', kembar_within: ['place:id-ji'] })],
    ['is no token', 'MALFORMED', () => 'a.b.c'],
  ])('%s', async (_, refusal, token) => {
    const refused = tokens.actorOf(await token());
    await expect(refused).rejects.toMatchObject({ code: 'UNAUTHENTICATED', presented: true, message: TOKEN_REFUSALS[refusal] });
  });
});

describe('the file of keys', () => {
  test.each(['RS256', 'EdDSA', 'ES256'])('may hold a key for %s, in PEM or as a JSON Web Key', async (alg) => {
    const one = await IssuerKey.make('one', alg);
    for (const [name, text] of [
      ['one.pem', await one.pem()],
      ['one.json', JSON.stringify(await one.jwk())],
      ['set.json', JSON.stringify({ keys: [await other.jwk(), await one.jwk()] })],
    ] as const) {
      const opened = await SignedTokens.open(jwtSettings({ file: fileOf(name, text) }), SILENT);
      expect(await opened.actorOf(await one.token())).toMatchObject({ id: 'jwt:login.example:4711' });
    }
  });

  test('of several keys the token names the one', async () => {
    const set = fileOf('several.json', JSON.stringify({ keys: [await key.jwk(), await other.jwk()] }));
    const opened = await SignedTokens.open(jwtSettings({ file: set }), SILENT);
    const unnamed = opened.actorOf(await key.token({}, { kid: undefined }));
    await expect(unnamed).rejects.toMatchObject({ message: TOKEN_REFUSALS.WRONG_KEY });
  });

  const pem = (type: 'rsa' | 'x25519', bits = 1024) =>
    (type === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: bits }) : generateKeyPairSync('x25519')).publicKey.export({
      type: 'spki',
      format: 'pem',
    }) as string;
  test.each<[string, () => string, RegExp]>([
    ['nothing', () => '', /is no public key in PEM/],
    ['words', () => 'secret', /is no public key in PEM/],
    ['broken JSON', () => '{', /is no public key in PEM.*JSON/],
    ['an empty set', () => '{"keys": []}', /it holds no key/],
    ['a shared secret', () => '{"kty": "oct", "k": "c2VjcmV0"}', /it holds a secret/],
    [
      'a private key',
      () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
      /it is a private key/,
    ],
    [
      'a private JSON Web Key',
      () => JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })),
      /it holds a secret/,
    ],
    ['a weak key', () => pem('rsa'), /it has 1024 bits, and RSA needs 2048/],
    ['a key that signs nothing', () => pem('x25519'), /it is of type x25519/],
  ])('is refused at the start where it holds %s', async (_, text, told) => {
    const opening = SignedTokens.open(jwtSettings({ file: fileOf('wrong', text()) }), SILENT);
    await expect(opening).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringMatching(told) });
  });

  test('is refused at the start where there is none', async () => {
    const opening = SignedTokens.open(jwtSettings({ file: join(folder, 'nowhere.pem') }), SILENT);
    await expect(opening).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringMatching(/nowhere.pem cannot be read: ENOENT/),
    });
  });
});
