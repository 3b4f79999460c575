import { type ErrorCode, KembarError } from '../domain/errors.js';

/** What the process ends with. A defect ends with EX_SOFTWARE of sysexits.h, which no other program means otherwise. */
export const EXIT = { ok: 0, wrongInput: 1, storeTrouble: 2, rowsLeftOut: 3, defect: 70 } as const;

/** What whoever typed the command can put right. */
const INPUT_ERRORS: ReadonlySet<ErrorCode> = new Set(['BAD_INPUT', 'DATA_INVALID', 'NOT_FOUND', 'UNAUTHENTICATED', 'FORBIDDEN']);

const GRAPH = 'The graph is the one that GRAPH_URL names, and the other settings are those of the server (see .env.example).';

const DEFECT = `${EXIT.defect}  a defect of Kembar, told with all that helps to find it`;

const EXIT_CODES = `
Exit codes:
  ${EXIT.ok}  done
  ${EXIT.wrongInput}  a file, an option or a setting is not acceptable; nothing was written
  ${EXIT.storeTrouble}  the graph or a service that was asked cannot be reached, is busy, or refuses; do it again to complete it
  ${EXIT.rowsLeftOut}  done, but rows, records or values of them were left out; they were told, or are in the file of --rejects
  ${DEFECT}

${GRAPH}`;

/** The name of the command whose exit codes are those of the `diff` of every system, which scripts expect of the name. */
const DIFF = 'diff';
const EXIT_OF_DIFF = { same: 0, differ: 1, trouble: 2 } as const;

const EXIT_CODES_OF_DIFF = `
Exit codes, those of diff on every system:
  ${EXIT_OF_DIFF.same}  both say the same
  ${EXIT_OF_DIFF.differ}  they differ
  ${EXIT_OF_DIFF.trouble}  they could not be compared: a file, an option or a setting is not acceptable, or the graph cannot be reached
  ${DEFECT}

${GRAPH}`;

/** What the help of a command tells of its exit codes. */
export function exitCodesOf(command: string): string {
  return command === DIFF ? EXIT_CODES_OF_DIFF : EXIT_CODES;
}

export function wrongInputCodeOf(command: string | undefined): number {
  return command === DIFF ? EXIT_OF_DIFF.trouble : EXIT.wrongInput;
}

/** Thrown at the end of something that was done, to end with another code than 0. All was told already. */
export class Told extends Error {}

/** Something was done but for what was left out. */
export class RowsLeftOut extends Told {}

/** A comparison found a difference. */
export class Differ extends Told {}

export function exitCodeOf(error: unknown, command: string | undefined): number {
  if (error instanceof RowsLeftOut) return EXIT.rowsLeftOut;
  if (error instanceof Differ) return EXIT_OF_DIFF.differ;
  if (!(error instanceof KembarError) || error.code === 'INTERNAL') return EXIT.defect;
  return INPUT_ERRORS.has(error.code) ? wrongInputCodeOf(command) : EXIT.storeTrouble;
}
