import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KnownTokens } from '../../../src/http/access/known-tokens.js';
import { isStaticToken, newStaticToken } from '../../../src/http/access/static-token.js';

const TOKEN = newStaticToken();
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const ENTRY = { name: 'jatim', sha256: sha256(TOKEN), role: 'editor', within: ['place:id-ji'], expires: '2027-12-31' };

let folder: string;
let file: string;
let logged: string[];
const log = { error: (_: object, message: string) => logged.push(message) };
const write = (content: unknown) => writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kembar-tokens-'));
  file = join(folder, 'tokens.yaml');
  logged = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a new token is 32 random bytes behind the name of the program', () => {
  const tokens = new Set(Array.from({ length: 100 }, newStaticToken));
  expect([...tokens].filter((token) => !isStaticToken(token) || Buffer.from(token.slice(7), 'base64url').length !== 32)).toEqual([]);
  expect(tokens.size).toBe(100);
});

describe('a token of the file', () => {
  const NOON = (day: string) => Date.parse(`${day}T12:00:00Z`);

  test.each([
    ['YAML', `tokens:\n  - { name: jatim, sha256: ${ENTRY.sha256}, role: editor, within: [place:id-ji], expires: 2027-12-31 }\n`],
    ['JSON', JSON.stringify({ tokens: [ENTRY] })],
  ])('in %s says who, and as what', async (_, text) => {
    write(text);
    const tokens = await KnownTokens.open(file, log);
    expect(await tokens.actorOf(TOKEN, NOON('2026-01-01'))).toEqual({
      id: 'token:jatim',
      name: 'jatim',
      role: 'editor',
      within: ['place:id-ji'],
    });
  });

  test.each([
    ['2027-12-31', '2027-12-31T23:59:59.999Z', null],
    ['2027-12-31', '2028-01-01T00:00:00.000Z', 'the token has expired'],
    [undefined, '9999-01-01T00:00:00.000Z', null],
  ])('that expires %s at %s: %s', async (expires, now, refusal) => {
    write({ tokens: [{ ...ENTRY, expires }] });
    const tokens = await KnownTokens.open(file, log);
    const told = await tokens.actorOf(TOKEN, Date.parse(now)).then(
      () => null,
      ({ message }) => message,
    );
    expect(told).toBe(refusal);
  });

  test('is not another', async () => {
    write({ tokens: [ENTRY] });
    const tokens = await KnownTokens.open(file, log);
    await expect(tokens.actorOf(newStaticToken())).rejects.toMatchObject({ code: 'UNAUTHENTICATED', presented: true });
  });

  test.each(['', 'tokens: []', 'tokens:'])('is not there where the file says %j', async (text) => {
    write(text);
    const tokens = await KnownTokens.open(file, log);
    await expect(tokens.actorOf(TOKEN)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('a file that changes', () => {
  const REFUSED = { code: 'UNAUTHENTICATED', message: 'the token is not known here; it may have been revoked' };

  test('revokes at once, and brings new ones at once', async () => {
    write({ tokens: [ENTRY] });
    const tokens = await KnownTokens.open(file, log);
    const next = newStaticToken();
    write({ tokens: [{ name: 'next', sha256: sha256(next), role: 'reader' }] });
    await expect(tokens.actorOf(TOKEN)).rejects.toMatchObject(REFUSED);
    expect(await tokens.actorOf(next)).toMatchObject({ name: 'next', role: 'reader', within: null });
  });

  test.each<[string, () => void]>([
    ['goes', () => unlinkSync(file)],
    ['breaks', () => write('tokens: [')],
  ])('and %s lets nobody in until it is mended, and the log says so', async (_, spoil) => {
    write({ tokens: [ENTRY] });
    const tokens = await KnownTokens.open(file, log);
    spoil();
    await expect(tokens.actorOf(TOKEN)).rejects.toMatchObject({ code: 'SOURCE_UNAVAILABLE' });
    await expect(tokens.actorOf(TOKEN)).rejects.toMatchObject({ code: 'SOURCE_UNAVAILABLE' });
    expect(logged[0]).toBe(`the tokens of ${file} are not accepted until the file is mended`);
    write({ tokens: [ENTRY] });
    expect(await tokens.actorOf(TOKEN)).toMatchObject({ name: 'jatim' });
  });
});

describe('a file is refused at the start', () => {
  test.each<[string, object, string]>([
    ['without a name', { name: undefined }, 'tokens[1].name: '],
    ['with a name in capitals', { name: 'Jatim' }, 'tokens[1].name: must be 1 to 63 small letters, digits and hyphens'],
    ['with a name that is taken', { name: 'jatim' }, 'tokens[1].name: is that of tokens[0] too; each token has its own'],
    ['with the token instead of its hash', { sha256: TOKEN }, 'tokens[1].sha256: must be the SHA-256 of the token'],
    ['with a hash that is taken', { sha256: ENTRY.sha256 }, 'tokens[1].sha256: is that of tokens[0] too'],
    ['with a role that is none', { role: 'root' }, 'tokens[1].role: must be one of reader, editor, curator, admin'],
    ['with a limit to nothing', { within: [] }, 'tokens[1].within: must name a place; leave it out for no limit'],
    ['with a limit to what is no place', { within: ['place:id-ji', 'Jatim'] }, 'tokens[1].within[1]: must be the id of a place'],
    ['with a limit for a curator', { role: 'curator', within: ['place:id-ji'] }, 'tokens[1].within: limits an editor only'],
    ['with an end on no day', { expires: '2027-02-30' }, 'tokens[1].expires: must be a day such as 2027-12-31'],
    ['with a field of another name', { expire: '2027-12-31' }, 'tokens[1].expire: unknown field'],
  ])('%s', async (_, wrong, told) => {
    const other = { ...ENTRY, name: 'other', sha256: sha256('other'), ...wrong };
    write(JSON.stringify({ tokens: [ENTRY, other] }, null, 1));
    const message = await KnownTokens.open(file, log).then(() => '', String);
    expect(message).toContain(told);
    expect(message).toMatch(/^BadInputError: the tokens are not valid:\n {2}\S+tokens.yaml:\d+ {2}tokens\[1\]/);
  });

  test('that is not there', async () => {
    const opening = KnownTokens.open(file, log);
    await expect(opening).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringMatching(/^TOKENS_FILE .* cannot be read: ENOENT/),
    });
  });
});
