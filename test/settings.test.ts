import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { KembarError } from '../src/domain/errors.js';
import { readSettings, SETTING_NAMES } from '../src/settings.js';

/** Read the way `node --env-file` reads it. */
const EXAMPLE = parseEnv(readFileSync(new URL('../.env.example', import.meta.url), 'utf8')) as Record<string, string>;

/** What the operator is told when the settings are refused. */
function refusalOf(environment: Record<string, string>): string {
  try {
    readSettings(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(KembarError);
    expect((error as KembarError).code).toBe('BAD_INPUT');
    return (error as KembarError).message;
  }
  throw new Error(`accepted: ${JSON.stringify(environment)}`);
}

describe('.env.example', () => {
  test('lists exactly the settings that there are', () => {
    expect(Object.keys(EXAMPLE).sort()).toEqual([...SETTING_NAMES].sort());
  });

  test('gives the default of each', () => {
    expect(readSettings(EXAMPLE)).toEqual(readSettings({}));
  });

  test('explains each in a comment above it', () => {
    const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n');
    for (const name of SETTING_NAMES) {
      const line = lines.findIndex((text) => text.startsWith(`${name}=`));
      expect(lines[line - 1], name).toMatch(/^# .+\.$/);
    }
  });
});

describe('readSettings', () => {
  test('needs nothing to be set', () => {
    expect(readSettings({})).toEqual({
      graph: { url: 'embedded:.kembar/graph.grafeo', username: null, password: null, database: null },
      host: '127.0.0.1',
      port: 4000,
      logLevel: 'info',
      loadData: true,
      storeDeadlineMs: 20_000,
      rowsPerTransaction: 50_000,
      live: { pollMs: 1000, connections: 1000, subscriptions: 10, queue: 256, keepaliveMs: 12_000, idleMs: 60_000 },
      hooks: { file: null, timeoutMs: 15_000, retryMs: 5000, attempts: 12, leaseMs: 15_000 },
      access: { readingIsOpen: true, tokensFile: null, jwt: null },
    });
  });

  test('reads every setting', () => {
    const settings = readSettings({
      GRAPH_URL: 'neo4j+s://graph.example:7687',
      NEO4J_USERNAME: 'reader',
      NEO4J_PASSWORD: 'secret',
      NEO4J_DATABASE: 'cities',
      HOST: '0.0.0.0',
      PORT: '8080',
      LOG_LEVEL: 'warn',
      LOAD_DATA: 'false',
      STORE_DEADLINE_MS: '1500',
      ROWS_PER_TRANSACTION: '2000',
      LIVE_POLL_MS: '250',
      LIVE_CONNECTIONS: '0',
      LIVE_SUBSCRIPTIONS: '3',
      LIVE_QUEUE: '8',
      LIVE_KEEPALIVE_MS: '5000',
      LIVE_IDLE_MS: '9000',
      HOOKS_FILE: '/etc/kembar/hooks.yaml',
      HOOK_TIMEOUT_MS: '700',
      HOOK_RETRY_MS: '30',
      HOOK_ATTEMPTS: '4',
      HOOK_LEASE_MS: '600',
      READING: 'closed',
      TOKENS_FILE: '/etc/kembar/tokens.yaml',
      JWT_ISSUER: 'https://login.example/',
      JWT_AUDIENCE: 'kembar',
      JWT_JWKS_URL: 'https://login.example/keys',
      JWT_ALGORITHMS: 'ES256, PS512',
      JWT_ROLE_CLAIM: 'roles',
      JWT_WITHIN_CLAIM: 'places',
    });
    expect(settings).toEqual({
      graph: { url: 'neo4j+s://graph.example:7687', username: 'reader', password: 'secret', database: 'cities' },
      host: '0.0.0.0',
      port: 8080,
      logLevel: 'warn',
      loadData: false,
      storeDeadlineMs: 1500,
      rowsPerTransaction: 2000,
      live: { pollMs: 250, connections: 0, subscriptions: 3, queue: 8, keepaliveMs: 5000, idleMs: 9000 },
      hooks: { file: '/etc/kembar/hooks.yaml', timeoutMs: 700, retryMs: 30, attempts: 4, leaseMs: 600 },
      access: {
        readingIsOpen: false,
        tokensFile: '/etc/kembar/tokens.yaml',
        jwt: {
          issuer: 'https://login.example/',
          audience: 'kembar',
          keys: { url: 'https://login.example/keys' },
          algorithms: ['ES256', 'PS512'],
          roleClaim: 'roles',
          withinClaim: 'places',
        },
      },
    });
  });

  test('takes an empty value for one that is not set', () => {
    expect(readSettings(Object.fromEntries(SETTING_NAMES.map((name) => [name, ''])))).toEqual(readSettings({}));
  });

  test('leaves other variables alone', () => {
    expect(readSettings({ PATH: '/bin', PORTS: 'abc' })).toEqual(readSettings({}));
  });

  test.each(['embedded:', 'embedded:/var/lib/kembar/graph.grafeo', 'neo4j://host', 'neo4j+ssc://host:7687', 'bolt://host:7687'])(
    'accepts GRAPH_URL=%s',
    (url) => {
      expect(readSettings({ GRAPH_URL: url }).graph.url).toBe(url);
    },
  );

  test.each([
    ['PORT', 'abc', /number/],
    ['PORT', '99999', /65535/],
    ['PORT', '-1', /\b0\b/],
    ['PORT', '80.5', /int|whole/],
    ['GRAPH_URL', 'mysql://x', /embedded:PATH, embedded: \(in memory\), neo4j:\/\/HOST:PORT or bolt:\/\/HOST:PORT/],
    ['LOG_LEVEL', 'loud', /trace, debug, info, warn, error, fatal, silent/],
    ['LOAD_DATA', 'yes', /true, false/],
    ['STORE_DEADLINE_MS', '0', /\b1\b/],
    ['READING', 'shut', /open, closed/],
    ['JWT_JWKS_URL', 'http://login.example/keys', /https.*localhost/],
    ['JWT_JWKS_URL', 'login.example', /https/],
    ['JWT_JWKS_URL', 'file:///etc/keys.json', /https/],
    ['JWT_ALGORITHMS', 'RS256,none', /RS256, RS384, .*EdDSA/],
    ['JWT_ALGORITHMS', 'HS256', /RS256, RS384, .*EdDSA/],
    ['STORE_DEADLINE_MS', '3600001', /3600000/],
  ])('refuses %s=%s and says what is accepted', (name, value, accepted) => {
    const [line, ...others] = refusalOf({ [name]: value })
      .split('\n')
      .slice(1);
    expect(others).toEqual([]);
    const start = `  ${name}=${JSON.stringify(value)}: `;
    expect(line?.slice(0, start.length)).toBe(start);
    expect(line?.slice(start.length)).toMatch(accepted);
  });

  test('names every wrong setting at once', () => {
    const refusal = refusalOf({ PORT: 'abc', GRAPH_URL: 'mysql://x', LOG_LEVEL: 'loud', STORE_DEADLINE_MS: '0', HOST: '0.0.0.0' });
    const named = refusal
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split('=')[0]);
    expect(named.sort()).toEqual(['GRAPH_URL', 'LOG_LEVEL', 'PORT', 'STORE_DEADLINE_MS']);
  });
});

describe('settings of tokens that do not go together', () => {
  const ISSUED = { JWT_ISSUER: 'https://login.example/', JWT_AUDIENCE: 'kembar' };
  const KEYS = { JWT_JWKS_URL: 'https://login.example/keys' };

  test.each<[string, Record<string, string>, RegExp]>([
    ['keys for any audience', { ...KEYS, JWT_ISSUER: ISSUED.JWT_ISSUER }, /^ {2}JWT_AUDIENCE is needed with JWT_JWKS_URL: /],
    [
      'keys for any issuer',
      { JWT_PUBLIC_KEY_FILE: 'key.pem', JWT_AUDIENCE: 'kembar' },
      /^ {2}JWT_ISSUER is needed with JWT_PUBLIC_KEY_FILE: /,
    ],
    ['keys twice', { ...KEYS, ...ISSUED, JWT_PUBLIC_KEY_FILE: 'key.pem' }, /^ {2}JWT_PUBLIC_KEY_FILE is set beside JWT_JWKS_URL/],
    ['an issuer without keys', ISSUED, /^ {2}JWT_ISSUER is set without keys/],
    [
      'one claim for two things',
      { JWT_ROLE_CLAIM: 'kembar', JWT_WITHIN_CLAIM: 'kembar' },
      /^ {2}JWT_WITHIN_CLAIM is the claim of JWT_ROLE_CLAIM/,
    ],
    ['a door without a key', { READING: 'closed' }, /^ {2}READING is closed, and nobody could read: give TOKENS_FILE, or /],
  ])('%s', (_, environment, told) => {
    const [, ...lines] = refusalOf(environment).split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(told);
  });

  test('are all told at once', () => {
    const [, ...lines] = refusalOf(KEYS).split('\n');
    expect(lines.map((line) => line.trim().split(' ')[0])).toEqual(['JWT_ISSUER', 'JWT_AUDIENCE']);
  });

  test.each(['http://localhost:8080/keys', 'http://127.0.0.1/keys', 'http://[::1]:3000/keys'])(
    '%s is near enough to go without https',
    (url) => {
      expect(readSettings({ ...ISSUED, JWT_JWKS_URL: url }).access.jwt?.keys).toEqual({ url });
    },
  );
});
