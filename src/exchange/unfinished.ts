import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';

/** What has been begun and must not be left behind. */
const begun = new Set<string>();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Makes a file or folder under another name beside its place, so that in its place there is either all of it or what was
 * there before: `make` renames it at its end. Where it does not come to that, by a fault or by a signal that ends the
 * process, nothing is left behind.
 */
export async function unfinishedBeside<T>(place: string, make: (unfinished: string) => Promise<T>): Promise<T> {
  const unfinished = `${place.replace(/\/+$/, '')}.${process.pid}.unfinished`;
  if (begun.size === 0) for (const signal of SIGNALS) process.once(signal, clearUp);
  begun.add(unfinished);
  try {
    return await make(unfinished);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
    begun.delete(unfinished);
    if (begun.size === 0) for (const signal of SIGNALS) process.off(signal, clearUp);
  }
}

/** Ends the process as the signal would have done. */
function clearUp(signal: NodeJS.Signals): void {
  for (const path of begun) rmSync(path, { recursive: true, force: true });
  for (const one of SIGNALS) process.off(one, clearUp);
  process.kill(process.pid, signal);
}
