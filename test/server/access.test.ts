import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TOKEN_REFUSALS } from '../../src/domain/access/token-refusals.js';
import { newStaticToken } from '../../src/http/access/static-token.js';
import { type RunningServer, startServer } from '../../src/server.js';
import { readSettings } from '../../src/settings.js';
import { AUDIENCE, ISSUER, IssuerKey, type KeyService, keyService, seconds } from '../http/access/issuer.js';

const READER = newStaticToken();
const EDITOR = newStaticToken();
const OLD = newStaticToken();
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const TOKENS = {
  tokens: [
    { name: 'reader', sha256: sha256(READER), role: 'reader' },
    { name: 'jatim', sha256: sha256(EDITOR), role: 'editor', within: ['place:id-ji'] },
    { name: 'old', sha256: sha256(OLD), role: 'admin', expires: '2020-12-31' },
  ],
};

let folder: string;
let key: IssuerKey;
let keys: KeyService;
const servers: Partial<Record<'open' | 'closed', RunningServer>> = {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kembar-access-'));
  const file = join(folder, 'tokens.json');
  writeFileSync(file, JSON.stringify(TOKENS));
  key = await IssuerKey.make('one');
  keys = await keyService(key);
  for (const reading of ['open', 'closed'] as const) {
    const jwt = { JWT_ISSUER: ISSUER, JWT_AUDIENCE: AUDIENCE, JWT_JWKS_URL: keys.url };
    const environment = { GRAPH_URL: 'embedded:', PORT: '0', LOG_LEVEL: 'silent', READING: reading, TOKENS_FILE: file, ...jwt };
    servers[reading] = await startServer(readSettings(environment));
    await servers[reading].prepared;
  }
});
afterAll(async () => {
  await Promise.all(Object.values(servers).map((server) => server.stop()));
  await keys.close();
  rmSync(folder, { recursive: true, force: true });
});

type Reading = keyof typeof servers;
const VIEWER = '{ viewer { name role within permissions } }';

interface Answered {
  readonly status: number;
  readonly challenge: string | null;
  readonly text: string;
}

/** What is answered to a request, with a token where one is given. */
async function answer(reading: Reading, path: string, authorization?: string, init: RequestInit = {}): Promise<Answered> {
  const headers = { ...init.headers, ...(authorization === undefined ? {} : { authorization }) };
  const response = await fetch(`${servers[reading]?.url}${path}`, { ...init, headers });
  return { status: response.status, challenge: response.headers.get('www-authenticate'), text: await response.text() };
}

function posted(reading: Reading, query: string, authorization?: string): Promise<Answered> {
  const headers = { 'content-type': 'application/json' };
  return answer(reading, '/graphql', authorization, { method: 'POST', headers, body: JSON.stringify({ query }) });
}

function got(reading: Reading, query: string, authorization?: string): Promise<Answered> {
  const headers = { 'apollo-require-preflight': 'true' };
  return answer(reading, `/graphql?query=${encodeURIComponent(query)}`, authorization, { headers });
}

/** Every way to ask for something that READING closes. */
const WAYS: readonly [string, (reading: Reading, authorization?: string) => Promise<Answered>][] = [
  ['POST /graphql', (reading, authorization) => posted(reading, '{ graph { revision } }', authorization)],
  ['GET /graphql', (reading, authorization) => got(reading, '{ graph { revision } }', authorization)],
  ['introspection', (reading, authorization) => posted(reading, getIntrospectionQuery(), authorization)],
  ['GET /ask', (reading, authorization) => answer(reading, '/ask', authorization)],
  ['GET /ask/Sectors.csv', (reading, authorization) => answer(reading, '/ask/Sectors.csv', authorization)],
  ['GET /export', (reading, authorization) => answer(reading, '/export', authorization)],
  ['GET /export/nodes.csv', (reading, authorization) => answer(reading, '/export/nodes.csv?country=place:id', authorization)],
];

/** A refusal as it is sent. */
const refusal = (message: string, challenge: string) => ({
  status: 401,
  challenge,
  errors: [{ message, extensions: { code: 'UNAUTHENTICATED' } }],
});
const refused = ({ status, challenge, text }: Answered) => ({ status, challenge, errors: JSON.parse(text).errors });
const ASK_FOR_TOKEN = refusal(TOKEN_REFUSALS.MISSING, 'Bearer realm="Kembar"');
const wrongToken = (reason: keyof typeof TOKEN_REFUSALS) => refusal(TOKEN_REFUSALS[reason], 'Bearer realm="Kembar", error="invalid_token"');

describe.each(WAYS)('%s', (_, ask) => {
  test('answers whoever asks while reading is open', async () => {
    const { status, challenge } = await ask('open');
    expect([status, challenge]).toEqual([200, null]);
  });

  test('answers nobody without a token while reading is closed', async () => {
    expect(refused(await ask('closed'))).toEqual(ASK_FOR_TOKEN);
  });

  test('answers who shows a token while reading is closed', async () => {
    const { status, challenge } = await ask('closed', `Bearer ${READER}`);
    expect([status, challenge]).toEqual([200, null]);
  });

  test.each(['open', 'closed'] as const)('refuses a token that is not known, while reading is %s', async (reading) => {
    expect(refused(await ask(reading, `Bearer ${newStaticToken()}`))).toEqual(wrongToken('UNKNOWN'));
  });
});

describe('a header', () => {
  test.each<[string, string, keyof typeof TOKEN_REFUSALS]>([
    ['without a token', 'Bearer', 'MALFORMED'],
    ['that is empty', '', 'MALFORMED'],
    ['with a password', 'Basic cmVhZGVyOnNlY3JldA==', 'MALFORMED'],
    ['with two tokens', `Bearer ${READER} ${EDITOR}`, 'MALFORMED'],
    ['with a part of a token', `Bearer ${READER.slice(0, -1)}`, 'MALFORMED'],
    ['with a token that has ended', `Bearer ${OLD}`, 'EXPIRED'],
  ])('%s is refused, also where reading is open', async (_, header, reason) => {
    expect(refused(await posted('open', VIEWER, header))).toEqual(wrongToken(reason));
  });

  test.each(['bearer', 'BEARER'])('may say %s', async (scheme) => {
    expect((await posted('closed', VIEWER, `${scheme} ${READER}`)).status).toBe(200);
  });
});

describe('a token that somebody else signed', () => {
  test('is accepted', async () => {
    const { status, text } = await posted('closed', VIEWER, `Bearer ${await key.token({ kembar_role: 'curator' })}`);
    expect([status, JSON.parse(text).data.viewer]).toMatchObject([200, { name: 'Dewi', role: 'CURATOR', within: null }]);
  });

  test('is refused once it has ended', async () => {
    expect(refused(await posted('closed', VIEWER, `Bearer ${await key.token({ exp: seconds(-60) })}`))).toEqual(wrongToken('EXPIRED'));
  });
});

describe('viewer', () => {
  const viewerOf = async (reading: Reading, token?: string) =>
    JSON.parse((await posted(reading, VIEWER, token === undefined ? undefined : `Bearer ${token}`)).text).data.viewer;

  test('is anonymous without a token', async () => {
    expect(await viewerOf('open')).toEqual({
      name: 'anonymous',
      role: 'READER',
      within: null,
      permissions: ['READ', 'EXPORT', 'SUBSCRIBE'],
    });
  });

  test('is who the token says, with what they may do', async () => {
    const { permissions, ...viewer } = await viewerOf('open', EDITOR);
    expect(viewer).toEqual({ name: 'jatim', role: 'EDITOR', within: ['place:id-ji'] });
    expect(permissions).toEqual(expect.arrayContaining(['ADD', 'CORRECT']));
    expect(permissions).not.toContain('MERGE');
  });
});

describe('while reading is closed', () => {
  test.each(['/healthz', '/readyz', '/graphiql', '/graphiql/graphiql.js'])('%s answers whoever asks', async (path) => {
    expect((await answer('closed', path)).status).toBe(200);
  });

  test('a browser gets Apollo Sandbox', async () => {
    const { status, text } = await answer('closed', '/graphql', undefined, { headers: { accept: 'text/html' } });
    expect(status).toBe(200);
    expect(text).toContain('sandbox');
  });

  test.each([
    ['an operation that there is not', '/ask/Nephews.csv'],
    ['a format that there is not', '/ask/Sectors.xlsx'],
    ['a part that there is not', '/export/places.csv'],
    ['parameters that are wrong', '/ask/Sectors.csv?bare=perhaps'],
  ])('nobody without a token hears of %s', async (_, path) => {
    expect(refused(await answer('closed', path))).toEqual(ASK_FOR_TOKEN);
  });

  test('a file that a client has is not confirmed to it without a token', async () => {
    const response = await fetch(`${servers.closed?.url}/ask/Sectors.csv`, { headers: { authorization: `Bearer ${READER}` } });
    await response.text();
    const held = { headers: { 'if-none-match': response.headers.get('etag') ?? '' } };
    expect((await answer('closed', '/ask/Sectors.csv', undefined, held)).status).toBe(401);
    expect((await answer('closed', '/ask/Sectors.csv', `Bearer ${READER}`, held)).status).toBe(304);
  });

  test('HEAD is refused as GET is', async () => {
    const { status, challenge, text } = await answer('closed', '/export/nodes.csv', undefined, { method: 'HEAD' });
    expect([status, challenge, text]).toEqual([401, 'Bearer realm="Kembar"', '']);
  });
});

test('while keys cannot be had, signed tokens are asked to come again, and others go on', async () => {
  const file = join(folder, 'tokens.json');
  const jwt = { JWT_ISSUER: ISSUER, JWT_AUDIENCE: AUDIENCE, JWT_JWKS_URL: 'http://127.0.0.1:9/keys' };
  const settings = readSettings({ GRAPH_URL: 'embedded:', PORT: '0', LOG_LEVEL: 'silent', TOKENS_FILE: file, LOAD_DATA: 'false', ...jwt });
  const server = await startServer(settings);
  await server.prepared;
  const asked = async (token: string) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: VIEWER }) });
    return [response.status, ((await response.json()) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code];
  };
  const answers = [await asked(await key.token()), await asked(READER)];
  await server.stop();
  expect(answers).toEqual([
    [503, 'SOURCE_UNAVAILABLE'],
    [200, undefined],
  ]);
});

test('a server does not start on tokens that are wrong', async () => {
  const file = join(folder, 'wrong.yaml');
  writeFileSync(file, 'tokens: [{ name: x }]');
  const starting = startServer(readSettings({ GRAPH_URL: 'embedded:', PORT: '0', LOG_LEVEL: 'silent', TOKENS_FILE: file }));
  await expect(starting).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('tokens[0].sha256') });
});
