import type { Role } from './roles.js';

/** Who asks. */
export interface Actor {
  /** Stable name for the history of changes, such as `token:kerja-sama-jatim` or `jwt:login.example:4711`. */
  readonly id: string;
  /** How people call them. */
  readonly name: string;
  readonly role: Role;
  /** Ids of the places that an editor is limited to, with all that is inside them; null: no limit. */
  readonly within: readonly string[] | null;
}

/** Whoever shows no token. Where reading is closed, nobody gets so far as to be one. */
export const ANONYMOUS: Actor = { id: 'anonymous', name: 'anonymous', role: 'reader', within: null };

/** Whoever runs the command line beside the graph: they can open its file, so nothing is gained by refusing them. */
export const OPERATOR: Actor = { id: 'operator', name: 'operator', role: 'admin', within: null };
