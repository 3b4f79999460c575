import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts `kembar` as a process of its own, as users do. */
export function kembarProcess(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn(process.execPath, ['dist/cli.js', ...parameters], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
  });
  const [out, err] = [[] as Buffer[], [] as Buffer[]];
  child.stdout.on('data', (part: Buffer) => out.push(part));
  child.stderr.on('data', (part: Buffer) => err.push(part));
  const ended = once(child, 'close').then(([code]) => ({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }));
  return { child, ended };
}

/** Runs `kembar` and waits for its end. */
export function kembar(parameters: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return kembarProcess(parameters, environment).ended;
}
