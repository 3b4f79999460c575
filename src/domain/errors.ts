/**
 * Everything that can go wrong, as one small family. Causes from drivers and parsers are wrapped
 * where they enter and kept as `cause`; only `code` and `message` may reach a user.
 */

export const ERROR_CODES = {
  BAD_INPUT: 'An argument, setting or file is not acceptable; the message says what is.',
  UNAUTHENTICATED: 'The request needs a token and has none, or has one that is not accepted; the message says why.',
  FORBIDDEN: 'Whoever asks is known, and may not do this; the message says which role it needs, or that it is outside their places.',
  NOT_FOUND: 'Nothing in the graph has the id, code or slug that was asked for; of an id that is retired, its successor is named.',
  DATA_INVALID: 'A data file breaks the format; each problem names file, line and field.',
  STORE_UNAVAILABLE: 'The graph store cannot be reached or is not ready yet; try again later.',
  STORE_BUSY: 'The graph store did not answer in time; ask for less or try again later.',
  STORE_REFUSED: 'The graph store refused the connection, for example for wrong credentials.',
  GRAPH_IN_USE: 'Another process has the embedded graph file open.',
  NOT_A_KEMBAR_GRAPH: 'The file or database holds something else, or was written by a newer version.',
  SOURCE_UNAVAILABLE:
    'Another service that data, or a key to check tokens with, is asked of cannot be reached, refuses, or does not answer in time; try again later.',
  CONFLICT:
    'The write contradicts what is in the graph, or another write. Of a large import parts may be written; doing it again completes it.',
  EDIT_REFUSED: 'An edit was not made, and nothing was written; each fault says what is wrong and what is accepted.',
  FELL_BEHIND: 'A subscription was ended because its reader did not keep up; the message says after which revision to go on.',
  TOO_MANY_FOLLOWERS: 'As many connections follow changes as this process takes; try again later.',
  INTERNAL: 'A defect in Kembar; details are in the server log.',
} as const;
export type ErrorCode = keyof typeof ERROR_CODES;

export class KembarError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.code = code;
  }
}

export class BadInputError extends KembarError {
  constructor(message: string, cause?: unknown) {
    super('BAD_INPUT', message, cause);
  }
}

export class NotFoundError extends KembarError {
  constructor(message: string) {
    super('NOT_FOUND', message);
  }
}

/** Something that was there once. What asked for it can go on with its successor. */
export class RetiredError extends NotFoundError {
  /** The id that was asked for. */
  readonly retired: string;
  /** The id of the thing that took its place and is there now; null: none did. */
  readonly successor: string | null;
  constructor(message: string, { retired, successor }: { readonly retired: string; readonly successor: string | null }) {
    super(message);
    this.retired = retired;
    this.successor = successor;
  }
}

/** Faults of the store: unreachable, refusing, slow, held by another process, not ours, contradicted. */
export class StoreError extends KembarError {}

/** Faults of a service elsewhere that data is taken from. */
export class SourceError extends KembarError {
  constructor(message: string, cause?: unknown) {
    super('SOURCE_UNAVAILABLE', message, cause);
  }
}

/** Nobody that Kembar knows asks for what needs somebody. */
export class UnauthenticatedError extends KembarError {
  /** Whether there was a token, which is not accepted; else there was none. */
  readonly presented: boolean;
  constructor(message: string, { presented, cause }: { readonly presented: boolean; readonly cause?: unknown }) {
    super('UNAUTHENTICATED', message, cause);
    this.presented = presented;
  }
}

/** Somebody asks for what they may not do. */
export class ForbiddenError extends KembarError {
  constructor(message: string) {
    super('FORBIDDEN', message);
  }
}

/** Whoever was told of changes took them slower than they came. */
export class FellBehindError extends KembarError {
  constructor(resumeAfter: number) {
    super('FELL_BEHIND', `more changes came than were read; subscribe again with after: ${resumeAfter}, which misses none`);
  }
}

export class DefectError extends KembarError {
  constructor(message: string, cause?: unknown) {
    super('INTERNAL', message, cause);
  }
}

/** One thing wrong with a data file. */
export interface DataProblem {
  /** Path of the file as the reader would open it. */
  readonly file: string;
  /** Line in the file, counted from 1; null when the problem is not in one line. */
  readonly line: number | null;
  /** Path of the field, such as `agreements[3].stages[0].date`. */
  readonly field: string;
  readonly message: string;
}

export class DataInvalidError extends KembarError {
  readonly problems: readonly DataProblem[];
  /** `what`: what is wrong, as in a mapping. */
  constructor(problems: readonly DataProblem[], what = 'data') {
    const shown = problems.slice(0, 20).map((p) => `  ${p.file}${p.line === null ? '' : `:${p.line}`}  ${p.field}: ${p.message}`);
    const more = problems.length > 20 ? `\n  and ${problems.length - 20} more` : '';
    super('DATA_INVALID', `the ${what} is not valid, nothing was loaded:\n${shown.join('\n')}${more}`);
    this.problems = problems;
  }
}
