import { KembarError } from '../domain/errors.js';

/** Why an edit is not made. */
export const FAULT_CODES = {
  INVALID: 'A value is not acceptable; the message says what is.',
  NOT_FOUND: 'What is to be edited or referred to is not there.',
  RETIRED: 'What is to be edited or referred to is retired; the message names what took its place.',
  ALREADY_EXISTS: 'Something of that id is there already and says something else; correct it instead.',
  CONFLICT: 'It was changed after the revision that the edit was made on; the message says what changed. Read it again.',
  RULE_BROKEN: 'A rule stands against it; `overrides` set it aside with a reason, which is kept.',
  REFERRED_TO: 'Others refer to what is to be deleted; the message names some.',
  FORBIDDEN: 'The role or the limits of the token do not allow it.',
  KEY_REUSED: 'The idempotency key was used before for something else.',
  IMPORT_UNDER_WAY: 'An import is changing the graph; try again when it has ended.',
  IMPORTED: 'An import made the revision, so no edit takes it back; the message says what does.',
  TOO_LARGE: 'It would change more than one edit may.',
} as const;
export type FaultCode = keyof typeof FAULT_CODES;

export interface Fault {
  readonly code: FaultCode;
  readonly message: string;
  /** The field of the input that it is about, such as `stages[1].date`; null: the edit as a whole. */
  readonly field: string | null;
}

/** An edit is not made, and nothing of it is written. */
export class EditRefusedError extends KembarError {
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super('EDIT_REFUSED', faults.map(({ field, message }) => (field === null ? message : `${field}: ${message}`)).join('; '));
    this.faults = faults;
  }
}

/** Refuses an edit for one reason. */
export function refuse(code: FaultCode, message: string, field: string | null = null): never {
  throw new EditRefusedError([{ code, message, field }]);
}
