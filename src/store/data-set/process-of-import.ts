import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process that imports, by what tells it from others. */
export interface ProcessOfImport {
  readonly host: string;
  /** Equal where numbers of processes mean the same; null where nothing tells. */
  readonly machine: string | null;
  readonly pid: number;
  /** When the process began, since numbers of processes come again. */
  readonly born: number;
}

export const THIS_PROCESS: ProcessOfImport = {
  host: hostname(),
  machine: machine(),
  pid: process.pid,
  born: Math.trunc(performance.timeOrigin),
};

export function isThisProcess({ host, machine, pid, born }: ProcessOfImport): boolean {
  return host === THIS_PROCESS.host && machine === THIS_PROCESS.machine && pid === THIS_PROCESS.pid && born === THIS_PROCESS.born;
}

/** Whether a process is known to have ended; one that has not may be another one with its number. */
export function hasEnded(other: ProcessOfImport): boolean {
  if (other.machine === null || other.machine !== THIS_PROCESS.machine) return false;
  if (other.pid === THIS_PROCESS.pid) return !isThisProcess(other);
  try {
    process.kill(other.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Containers may have equal names, and equal numbers of processes; a machine that starts again counts anew. */
function machine(): string | null {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return null;
  }
}
