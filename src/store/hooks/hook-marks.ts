import type { Asking, Graph } from '../../graph/graph.js';

/** How far a webhook has come, and which process delivers to it. Kept beside the facts: it is no part of them. */
export interface HookMark {
  /** The name of the hook. */
  readonly id: string;
  /** The last revision that was delivered as a whole. */
  readonly revision: number;
  /** How many changes of the revision after it were delivered, or need not be. */
  readonly part: number;
  /** The process that delivers; null: none does. */
  readonly holder: string | null;
  /** Another one with each sign of life of the holder. */
  readonly beat: number;
  /** How many attempts in a row have failed. */
  readonly failures: number;
  /** Not before this time (ISO 8601 in UTC) there is another attempt; null: at once. */
  readonly retryAt: string | null;
  /** The version of the file of hooks that failures and end are about: by another one everything is tried anew. */
  readonly version: string;
  /** Whether nothing is delivered before the file is another one. */
  readonly ended: boolean;
}

/** How far hooks have come, by their names; those that nobody has taken up yet are left out. */
export async function hookMarks(graph: Asking, names: readonly string[]): Promise<Map<string, HookMark>> {
  const rows = (await graph.ask('hook/by-ids', { ids: names })) as unknown as HookMark[];
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Changes what is noted of a hook by what is noted now, while nobody else can. Null, given and taken: nothing is noted yet;
 * it is left as it is. Gives what is noted then.
 */
export async function changeHookMark(
  graph: Graph,
  name: string,
  change: (now: HookMark | null) => HookMark | null,
): Promise<HookMark | null> {
  return graph.write(
    async (transaction) => {
      await transaction.run('hook/lock', { id: name });
      const changed = change((await hookMarks(transaction, [name])).get(name) ?? null);
      if (changed !== null) await transaction.run('hook/save', { ...changed });
      return changed;
    },
    // Beside what else this process writes: a write of the feed may wait for an import, and a sign of life must not.
    { beside: true },
  );
}
