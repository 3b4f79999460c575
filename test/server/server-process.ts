import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
/** Far longer than a start takes, since other suites may keep the machine busy. */
const PATIENCE_MS = 100_000;

export interface ServerProcess {
  /** Where it listens. */
  readonly url: string;
  /** Everything it has printed so far. */
  output(): string;
  /** Waits until it has printed a text. */
  printed(text: string | RegExp): Promise<void>;
  /** Stops it as a terminal does, and gives its exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Its exit code, once it ends by itself. */
  readonly ended: Promise<number | null>;
}

/** Starts the server as its own process, as users do, on a free port. */
export function startServerProcess(environment: Readonly<Record<string, string>>): ServerProcess {
  const child = spawn(process.execPath, [SERVER], {
    env: { PATH: process.env.PATH ?? '', PORT: '0', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const look of waiting) look();
    });
  }
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const printed = (text: string | RegExp) =>
    new Promise<void>((resolve, reject) => {
      const done = (error?: Error) => {
        clearTimeout(timer);
        waiting.delete(look);
        if (error) reject(error);
        else resolve();
      };
      const look = () => {
        if (typeof text === 'string' ? output.includes(text) : text.test(output)) done();
      };
      const timer = setTimeout(() => done(new Error(`not printed within ${PATIENCE_MS} ms: ${text}\n${output}`)), PATIENCE_MS);
      ended.then(() => {
        look();
        done(new Error(`the server ended before it printed ${text}\n${output}`));
      });
      waiting.add(look);
      look();
    });
  return {
    get url() {
      const [, url] = /(http:\/\/\S+?)\/graphql/.exec(output) ?? [];
      if (url === undefined) throw new Error(`the server has not said where it listens\n${output}`);
      return url;
    },
    output: () => output,
    printed,
    stop: async () => {
      child.kill('SIGTERM');
      return ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    ended,
  };
}

/** Asks a server over HTTP. */
export async function ask(
  url: string,
  query: string,
  variables: object = {},
  more: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: { data?: unknown; errors?: { message: string; extensions: { code: string } }[] } }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...more },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, body: (await response.json()) as never };
}

/** Asks a condition again and again until it holds. */
export async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > until) throw new Error(`it did not come to hold within ${PATIENCE_MS} ms: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
