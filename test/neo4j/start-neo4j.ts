import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JAVA, neo4jJars } from './install-neo4j.js';

const LAUNCHER = fileURLToPath(new URL('Neo4jForTests.java', import.meta.url));
const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 20_000;
/** Neo4j reaches into these packages of Java. */
const OPENED = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent', 'java.lang'];
/** Ready sooner, at the price of a lower speed at the peak; benchmarks want other ones. */
const QUICK_START = ['-Xmx1g', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

export interface Neo4jServerOptions {
  /** Asks for the password of the user neo4j, which a new directory is given (8 characters or more). Default: anybody may connect. */
  readonly auth?: { readonly password: string };
  /** Keeps the data here and leaves it when the server stops. Default: a temporary folder that goes with the server. */
  readonly directory?: string;
  /** Default: any free one. */
  readonly port?: number;
  readonly javaOptions?: readonly string[];
}

export interface Neo4jServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly directory: string;
  /** Shuts down in good order. */
  stop(): Promise<void>;
  /** Ends the process as a power cut would. */
  kill(): Promise<void>;
}

/**
 * Starts a real Neo4j Community server on the loopback address, without Docker. It ends with this
 * process, even when this process is killed. When it does not come up, the error holds its last words.
 */
export async function startNeo4j({ auth, directory, port = 0, javaOptions = QUICK_START }: Neo4jServerOptions = {}): Promise<Neo4jServer> {
  const jars = await neo4jJars();
  const data = directory ?? (await mkdtemp(join(tmpdir(), 'kembar-neo4j-')));
  const cleanUp = async () => {
    if (directory === undefined) await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const server = spawn(
    JAVA,
    [
      ...javaOptions,
      ...OPENED.flatMap((name) => ['--add-opens', `java.base/${name}=ALL-UNNAMED`]),
      ...['-cp', join(jars, '*'), LAUNCHER, data, String(port), directory === undefined ? 'delete' : 'keep'],
    ],
    { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...(auth && { NEO4J_FOR_TESTS_PASSWORD: auth.password }) } },
  );
  const ended = once(server, 'exit').catch(() => undefined);
  // The server may be gone when its standard input is closed.
  server.stdin.on('error', () => undefined);
  try {
    const actualPort = await readyPort(server);
    return {
      url: `bolt://127.0.0.1:${actualPort}`,
      port: actualPort,
      pid: server.pid ?? 0,
      directory: data,
      stop: async () => {
        server.stdin?.end();
        const timer = setTimeout(() => server.kill('SIGKILL'), STOP_TIMEOUT_MS);
        await ended;
        clearTimeout(timer);
        await cleanUp();
      },
      kill: async () => {
        server.kill('SIGKILL');
        await ended;
        await cleanUp();
      },
    };
  } catch (error) {
    server.kill('SIGKILL');
    await ended;
    const log = await readFile(join(data, 'logs', 'debug.log'), 'utf8').catch(() => '');
    await cleanUp();
    throw new Error(`Neo4j did not start: ${(error as Error).message}\n${lastLines(log)}`, { cause: error });
  }
}

function readyPort(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(
      () => reject(new Error(`not ready after ${START_TIMEOUT_MS / 1000} s\n${lastLines(output)}`)),
      START_TIMEOUT_MS,
    );
    // Read on after it is ready too: a full pipe would stop the server.
    const listen = (chunk: Buffer) => {
      output = (output + chunk).slice(-20_000);
      const port = /^ready (\d+)$/m.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    server.once('close', (code) => {
      clearTimeout(timer);
      reject(new Error(`the process ended with ${code}\n${lastLines(output)}`));
    });
  });
}

function lastLines(text: string): string {
  return text.trimEnd().split('\n').slice(-30).join('\n');
}
