import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Graph } from '../../../src/graph/graph.js';
import { Hooks, type HooksOptions } from '../../../src/live/hooks/hooks.js';
import { hookMarks } from '../../../src/store/hooks/hook-marks.js';
import { type LiveServer, serveLiveOn } from '../live/live-server.js';
import { eventually } from '../server-process.js';

export const SECRET = `whsec_${Buffer.from('thirty-two bytes, none of them so').toString('base64')}`;

/** A hook as a file has it. */
export interface Entry {
  readonly name: string;
  readonly url: string;
  readonly filter?: object;
  readonly after?: number;
  readonly secret?: string | readonly string[];
}

export interface HookServer {
  readonly server: LiveServer;
  /** What was logged: words, and what they are about. */
  readonly logged: { readonly level: string; readonly message: string; readonly about: Readonly<Record<string, unknown>> }[];
  /** Writes the file of hooks anew. */
  write(content: readonly Entry[] | string): void;
  /** Waits until these hooks are delivered to. */
  taken(...names: string[]): Promise<void>;
  /** Waits until every hook has come as far as a revision. */
  reached(revision: number): Promise<void>;
  /** Tells nobody any more, as a server that is stopped. */
  stop(): Promise<void>;
  /** Begins again, as a server that is started. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Serves a graph with hooks, as the server does, with waits that are short. The graph stays open when it closes. */
export async function serveHooksOn(graph: Graph, entries: readonly Entry[], bounds: Partial<HooksOptions> = {}): Promise<HookServer> {
  const folder = mkdtempSync(join(tmpdir(), 'kembar-hooks-'));
  const file = join(folder, 'hooks.yaml');
  let names: string[] = [];
  const write = (content: readonly Entry[] | string) => {
    if (typeof content === 'string') return writeFileSync(file, content);
    names = content.map(({ name }) => name);
    writeFileSync(file, JSON.stringify({ hooks: content.map((entry) => ({ secret: SECRET, ...entry })) }));
  };
  write(entries);
  const logged: HookServer['logged'] = [];
  const saying = (level: string) => (about: object, message: string) => {
    logged.push({ level, message, about: about as Record<string, unknown> });
  };
  const log = { info: saying('info'), warn: saying('warn'), error: saying('error') };
  const options: HooksOptions = {
    timeoutMs: 5_000,
    retryMs: 20,
    attempts: 12,
    leaseMs: 600,
    pollMs: 50,
    log,
    environment: {},
    ...bounds,
  };
  const server = await serveLiveOn(graph);
  let hooks: Hooks | null = null;
  const start = async () => {
    hooks = await Hooks.open(file, graph, server.feed, options);
    hooks.start();
  };
  const stop = async () => {
    await hooks?.stop();
    hooks = null;
  };
  await start();
  return {
    server,
    logged,
    write,
    taken: (...waited) =>
      eventually(async () => {
        const marks = await hookMarks(graph, waited);
        return waited.every((name) => (marks.get(name)?.holder ?? null) !== null);
      }),
    reached: (revision) =>
      eventually(async () => {
        const marks = await hookMarks(graph, names);
        return names.every((name) => (marks.get(name)?.revision ?? 0) >= revision);
      }),
    start,
    stop,
    close: async () => {
      await stop();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
