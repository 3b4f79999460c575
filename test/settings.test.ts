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
    });
    expect(settings).toEqual({
      graph: { url: 'neo4j+s://graph.example:7687', username: 'reader', password: 'secret', database: 'cities' },
      host: '0.0.0.0',
      port: 8080,
      logLevel: 'warn',
      loadData: false,
      storeDeadlineMs: 1500,
      rowsPerTransaction: 2000,
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
