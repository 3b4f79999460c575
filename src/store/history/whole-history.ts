import { group } from 'd3-array';
import type { Graph } from '../../graph/graph.js';
import { type Change, changesOfRevisions, type Request, type Revision, revisionId, saveRevision } from './revisions.js';

const REVISIONS_PER_PART = 200;

/** A revision with all that is kept of it. */
export interface WholeRevision extends Revision {
  readonly request: Request | null;
  readonly changes: readonly Change[];
}

/** The history from its beginning. */
export async function* readHistory(graph: Graph): AsyncGenerator<WholeRevision> {
  const all = { actor: null, since: null, before: null };
  for (let after: { key: number; id: string } | null = null; ; ) {
    const from = { parents: [''], afterKey: after?.key ?? null, afterId: after?.id ?? '', limit: REVISIONS_PER_PART };
    const page = await graph.page('revision/list-all', 'up', { ...all, ...from });
    const rows = (await graph.ask('revision/by-ids', { ids: page.map(({ id }) => id as string) })) as unknown as Row[];
    const changes = group(
      await changesOfRevisions(
        graph,
        rows.map(({ number }) => number),
      ),
      ({ revision }) => revision,
    );
    for (const { id: _, request, asked, ...revision } of rows.toSorted((a, b) => a.number - b.number)) {
      const made = (changes.get(revision.number) ?? []).map(({ of, type, before, beforeBy, after: then, afterBy }) => ({
        of,
        type,
        before,
        beforeBy,
        after: then,
        afterBy,
      }));
      yield { ...revision, request: request === null || asked === null ? null : { key: request, asked }, changes: made };
    }
    const last = page.at(-1);
    if (last === undefined || page.length < REVISIONS_PER_PART) return;
    after = { key: last.key as number, id: last.id as string };
  }
}

interface Row extends Revision {
  readonly id: string;
  readonly request: string | null;
  readonly asked: string | null;
}

/** Puts revisions of a history into a graph, those that it has already left out. The revision of the graph goes on behind the last. */
export async function writeHistory(graph: Graph, revisions: readonly WholeRevision[]): Promise<void> {
  const last = Math.max(0, ...revisions.map(({ number }) => number));
  await graph.write(async (transaction) => {
    const there = await transaction.ask('revision/by-ids', { ids: revisions.map(({ number }) => revisionId(number)) });
    const known = new Set(there.map(({ number }) => number));
    for (const { changes, request, ...revision } of revisions) {
      if (!known.has(revision.number)) await saveRevision(transaction, revision, changes, request);
    }
    await transaction.run('graph/keep-revision', { revision: last });
  });
}
