import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 250;

export interface MeasuredProcess {
  readonly out: string;
  readonly seconds: number;
  /** The most memory that it held at once, in bytes: what the system calls its resident set. */
  readonly peakBytes: number;
}

/** Runs a script on Node to its end, and looks at its memory all the while. Throws where it does not end well. */
export async function measuredProcess(
  script: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<MeasuredProcess> {
  const started = performance.now();
  const child = spawn(process.execPath, [script, ...parameters], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const out: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => out.push(part));
  let peakBytes = 0;
  const timer = setInterval(() => {
    peakBytes = Math.max(peakBytes, peakOf(child.pid ?? 0));
  }, LOOK_EVERY_MS);
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(timer);
  if (code !== 0) throw new Error(`kembar ${parameters.join(' ')} ended with ${code}`);
  return { out: Buffer.concat(out).toString(), seconds: (performance.now() - started) / 1000, peakBytes };
}

/** The peak of a process so far, in bytes; 0 when it is gone. Linux keeps it, so that none between two looks is missed. */
export function peakOf(pid: number): number {
  try {
    const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
}
