import { rmSync } from 'node:fs';

/** What has been begun and must not be left behind. */
const begun = new Set<string>();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Makes a file or folder under another name beside its place, so that in its place there is either all of it or what was
 * there before: `make` renames it at its end. Where it does not come to that, by a fault or by a signal that ends the
 * process, nothing is left behind.
 */
export async function unfinishedBeside<T>(place: string, make: (unfinished: string) => Promise<T>): Promise<T> {
  const { path, end } = beginBeside(place);
  try {
    return await make(path);
  } finally {
    end();
  }
}

/** Names what is made beside a place. `end` removes it, where it was not renamed before, as a signal would. */
export function beginBeside(place: string): { readonly path: string; end(): void } {
  const path = `${place.replace(/\/+$/, '')}.${process.pid}.unfinished`;
  if (begun.size === 0) for (const signal of SIGNALS) process.once(signal, clearUp);
  begun.add(path);
  const end = () => {
    rmSync(path, { recursive: true, force: true });
    begun.delete(path);
    if (begun.size === 0) for (const signal of SIGNALS) process.off(signal, clearUp);
  };
  return { path, end };
}

/** Ends the process as the signal would have done. */
function clearUp(signal: NodeJS.Signals): void {
  for (const path of begun) rmSync(path, { recursive: true, force: true });
  for (const one of SIGNALS) process.off(one, clearUp);
  process.kill(process.pid, signal);
}
