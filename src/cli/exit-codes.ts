import { type ErrorCode, KembarError } from '../domain/errors.js';

/** What the process ends with. */
export const EXIT = { ok: 0, wrongInput: 1, storeTrouble: 2, rowsLeftOut: 3 } as const;

/** What whoever typed the command can put right. */
const INPUT_ERRORS: ReadonlySet<ErrorCode> = new Set(['BAD_INPUT', 'DATA_INVALID', 'NOT_FOUND']);

export const EXIT_CODES = `
Exit codes:
  ${EXIT.ok}  done
  ${EXIT.wrongInput}  a file, an option or a setting is not acceptable; nothing was written
  ${EXIT.storeTrouble}  the graph or a service that was asked cannot be reached, is busy, or refuses; do it again to complete it
  ${EXIT.rowsLeftOut}  done, but rows or records were left out; they were told, or are in the file of --rejects

The graph is the one that GRAPH_URL names, and the other settings are those of the server (see .env.example).`;

/** Thrown at the end of something that was done but for what was left out, which was told already. */
export class RowsLeftOut extends Error {}

export function exitCodeOf(error: unknown): number | null {
  if (error instanceof RowsLeftOut) return EXIT.rowsLeftOut;
  if (!(error instanceof KembarError)) return null;
  return INPUT_ERRORS.has(error.code) ? EXIT.wrongInput : EXIT.storeTrouble;
}
