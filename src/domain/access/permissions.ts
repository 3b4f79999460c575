import type { Role } from './roles.js';

interface PermissionRule {
  /** The least role that has it. */
  readonly least: Role;
  /** What it allows, in one sentence. */
  readonly description: string;
}

/** Everything that can be allowed or refused. The only place that says which role may do what. */
export const PERMISSIONS = {
  READ: { least: 'reader', description: 'Ask the graph anything. Where reading is open, whoever has no token may do so too.' },
  EXPORT: { least: 'reader', description: 'Take answers and the graph of ties away as files.' },
  SUBSCRIBE: { least: 'reader', description: 'Be told of changes over an open connection.' },
  ADD: {
    least: 'editor',
    description: 'Register new things, open agreements, and add steps, parties, sectors, participants and names to what is there.',
  },
  CORRECT: { least: 'editor', description: "Change or withdraw what is on record, and undo one's own changes." },
  CITE: { least: 'editor', description: 'Cite a source for what is on record, and retract a citation.' },
  DISPUTE: { least: 'editor', description: 'Record that a source says something else than what is shown.' },
  PREFER: { least: 'editor', description: 'Choose which of several claims is shown, with the reason.' },
  MERGE: { least: 'curator', description: 'Make one thing of two that turned out to be the same.' },
  DELETE: { least: 'curator', description: 'Remove a thing, which leaves a tombstone in its place.' },
  UNDO_OTHERS: { least: 'curator', description: 'Undo a change that somebody else made.' },
} as const satisfies Readonly<Record<string, PermissionRule>>;
export type Permission = keyof typeof PERMISSIONS;

export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as [Permission, ...Permission[]];
