import type { Actor } from '../domain/access/actor.js';
import type { Permission } from '../domain/access/permissions.js';
import type { RuleFinding } from '../domain/rules/rules.js';
import type { Desk } from './desk.js';
import type { Override } from './rules/hold-against.js';

/** What is asked of the graph, and how. */
export interface Edit {
  /** What is done, by the name of the mutation. */
  readonly operation: string;
  readonly actor: Actor;
  /** What it takes to change what is there; what is new takes `ADD`. */
  readonly permission: Permission;
  /** Why, in the editor's own words. */
  readonly reason: string | null;
  /** Ids of the sources that are given for it. */
  readonly sources: readonly string[];
  /** Rules that are set aside, with the reasons. */
  readonly overrides: readonly Override[];
  /** The day on which it is made (ISO). */
  readonly today: string;
  /** Things that must not have changed after a revision of the graph. */
  readonly expected: { readonly ids: readonly string[]; readonly revision: number } | null;
  /** Makes a request that comes again have one effect; `asked` is equal where the same is asked. */
  readonly request: { readonly key: string; readonly asked: string } | null;
  /** The number of the revision that it takes back; null: it takes none back. */
  readonly undoes: number | null;
  /** Reads what it needs, and proposes what is to be. Gives the id of the thing that the edit is about. */
  readonly plan: (desk: Desk) => Promise<string>;
}

export interface EditOutcome {
  /** The id of the thing that the edit is about. */
  readonly subject: string;
  /** The number of the revision that it made; null: it changed nothing. */
  readonly revision: number | null;
  /** What rules say of it, and did not say before; of a request that comes again nothing is said again. */
  readonly findings: readonly RuleFinding[];
  /** Whether the same request had made it before. */
  readonly repeated: boolean;
}
