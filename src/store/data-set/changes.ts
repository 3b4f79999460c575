import type { Ref } from '../../graph/unit.js';

/** What replacing a data set does to a thing. */
export const CHANGE_KINDS = ['created', 'changed', 'removed', 'kept'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Change {
  readonly kind: ChangeKind;
  readonly of: Ref;
  /** Whether the data set only adds to the thing of another one. */
  readonly isDetail: boolean;
  /** Why a thing that the data set no longer has is kept. */
  readonly reason?: string;
}

/** How many things of each label changed in which way. */
export class ChangeCounts {
  readonly #counts = new Map<string, Record<ChangeKind, number>>();

  add({ kind, of, isDetail }: Change): void {
    const what = isDetail ? `${of.label} of others` : of.label;
    const counts = this.#counts.get(what) ?? { created: 0, changed: 0, removed: 0, kept: 0 };
    counts[kind] += 1;
    this.#counts.set(what, counts);
  }

  /** Whether nothing is otherwise than before. */
  get none(): boolean {
    return [...this.#counts.values()].every(({ created, changed, removed }) => created + changed + removed === 0);
  }

  /** How many things, or what was said of the things of others, are gone. */
  get removed(): number {
    return [...this.#counts.values()].reduce((sum, { removed }) => sum + removed, 0);
  }

  toJSON(): Record<string, Record<ChangeKind, number>> {
    return Object.fromEntries([...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
