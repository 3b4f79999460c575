import type { Settings } from '../../settings.js';

/** How long a command waits for one answer of the store. Nobody waits at a browser for it. */
export const PATIENCE_MS = 600_000;

/** Settings with the patience of a command that goes through everything, where theirs is less. */
export function patient(settings: Settings): Settings {
  return { ...settings, storeDeadlineMs: Math.max(settings.storeDeadlineMs, PATIENCE_MS) };
}
