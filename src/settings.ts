import { z } from 'zod';
import { BadInputError } from './domain/errors.js';
import { isGraphUrl } from './graph/open-engine.js';
import { ACCESS_SETTINGS, type AccessSettings, accessFaults, accessSettings } from './http/access/settings.js';

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most,
      `must be a whole number from ${least} to ${most}`,
    )
    .transform(Number);
/** An empty variable is what `.env` files and compose files give for "not set". */
const optional = z
  .string()
  .transform((value) => (value === '' ? null : value))
  .nullable()
  .default(null);

const SETTINGS = z.object({
  GRAPH_URL: z
    .string()
    .refine(isGraphUrl, 'must be embedded:PATH, embedded: (in memory), neo4j://HOST:PORT or bolt://HOST:PORT')
    .default('embedded:.kembar/graph.grafeo'),
  NEO4J_USERNAME: optional,
  NEO4J_PASSWORD: optional,
  NEO4J_DATABASE: optional,
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(4000),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  LOAD_DATA: z
    .enum(['true', 'false'])
    .default('true')
    .transform((value) => value === 'true'),
  STORE_DEADLINE_MS: wholeNumber(1, 3_600_000).default(20_000),
  ROWS_PER_TRANSACTION: wholeNumber(100, 10_000_000).default(50_000),
  LIVE_POLL_MS: wholeNumber(10, 3_600_000).default(1_000),
  LIVE_CONNECTIONS: wholeNumber(0, 1_000_000).default(1_000),
  LIVE_SUBSCRIPTIONS: wholeNumber(1, 1_000).default(10),
  LIVE_QUEUE: wholeNumber(1, 100_000).default(256),
  LIVE_KEEPALIVE_MS: wholeNumber(100, 3_600_000).default(12_000),
  LIVE_IDLE_MS: wholeNumber(100, 3_600_000).default(60_000),
  HOOKS_FILE: optional,
  HOOK_TIMEOUT_MS: wholeNumber(10, 600_000).default(15_000),
  HOOK_RETRY_MS: wholeNumber(1, 3_600_000).default(5_000),
  HOOK_ATTEMPTS: wholeNumber(1, 100).default(12),
  HOOK_LEASE_MS: wholeNumber(100, 3_600_000).default(15_000),
  ...ACCESS_SETTINGS,
});

/** The bounds of what is told to those who follow changes. */
export interface LiveSettings {
  /** How often it is looked what other processes changed. */
  readonly pollMs: number;
  /** How many connections there may be at once in this process. */
  readonly connections: number;
  /** How many subscriptions one connection may have at once. */
  readonly subscriptions: number;
  /** How many events may wait for the reader of one subscription. */
  readonly queue: number;
  /** How often a connection has to show that it lives. */
  readonly keepaliveMs: number;
  /** How long a connection may be open without a subscription. */
  readonly idleMs: number;
}

/** Which addresses are told of changes, and how patient that is. */
export interface HookSettings {
  /** The file that names them; null: there are none. */
  readonly file: string | null;
  /** How long an answer may take. */
  readonly timeoutMs: number;
  /** How long it is waited after the first attempt that fails. */
  readonly retryMs: number;
  /** How often a message is tried. */
  readonly attempts: number;
  /** After how long without a sign of life another process takes over. */
  readonly leaseMs: number;
}

export interface Settings {
  readonly graph: {
    readonly url: string;
    readonly username: string | null;
    readonly password: string | null;
    readonly database: string | null;
  };
  readonly host: string;
  readonly port: number;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** Whether the shipped data is put into the graph at start. */
  readonly loadData: boolean;
  /** How long a request waits for one answer of the store. */
  readonly storeDeadlineMs: number;
  /** How many nodes and relationships an import puts into one transaction, about. */
  readonly rowsPerTransaction: number;
  readonly live: LiveSettings;
  readonly hooks: HookSettings;
  /** Who may read and write. */
  readonly access: AccessSettings;
}

/** Names of all settings, for those who document or check them. */
export const SETTING_NAMES = Object.keys(SETTINGS.shape);

/** An address as it may be shown: without the user and password that it may hold. */
export function withoutSecrets(address: string): string {
  return address.replace(/\/\/[^/]*@/, '//');
}

/** Reads the settings from environment variables. Throws `BadInputError` that names every wrong one. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(
      ([name, value]) => SETTING_NAMES.includes(name) && value !== undefined && (value !== '' || name.startsWith('NEO4J_')),
    ),
  );
  const parsed = SETTINGS.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const accepted = issue.code === 'invalid_value' ? `must be one of ${issue.values.join(', ')}` : issue.message;
      return `  ${name}=${JSON.stringify(withoutSecrets(given[name] ?? ''))}: ${accepted}`;
    });
    throw new BadInputError(`the settings are not valid:\n${wrong.join('\n')}`);
  }
  const settings = parsed.data;
  const faults = accessFaults(settings);
  if (faults.length > 0)
    throw new BadInputError(`the settings are not valid:\n${faults.map(({ name, fault }) => `  ${name} ${fault}`).join('\n')}`);
  return {
    graph: {
      url: settings.GRAPH_URL,
      username: settings.NEO4J_USERNAME ?? (settings.NEO4J_PASSWORD === null ? null : 'neo4j'),
      password: settings.NEO4J_PASSWORD,
      database: settings.NEO4J_DATABASE,
    },
    host: settings.HOST,
    port: settings.PORT,
    logLevel: settings.LOG_LEVEL,
    loadData: settings.LOAD_DATA,
    storeDeadlineMs: settings.STORE_DEADLINE_MS,
    rowsPerTransaction: settings.ROWS_PER_TRANSACTION,
    live: {
      pollMs: settings.LIVE_POLL_MS,
      connections: settings.LIVE_CONNECTIONS,
      subscriptions: settings.LIVE_SUBSCRIPTIONS,
      queue: settings.LIVE_QUEUE,
      keepaliveMs: settings.LIVE_KEEPALIVE_MS,
      idleMs: settings.LIVE_IDLE_MS,
    },
    hooks: {
      file: settings.HOOKS_FILE,
      timeoutMs: settings.HOOK_TIMEOUT_MS,
      retryMs: settings.HOOK_RETRY_MS,
      attempts: settings.HOOK_ATTEMPTS,
      leaseMs: settings.HOOK_LEASE_MS,
    },
    access: accessSettings(settings),
  };
}
