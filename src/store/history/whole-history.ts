import { group } from 'd3-array';
import type { NodeLabel } from '../../domain/ontology.js';
import type { Graph } from '../../graph/graph.js';
import type { Slots } from '../../graph/query-book.js';
import { type Change, changesOfRevisions, isTooMuchToTell, type Request, type Revision, revisionId, saveRevision } from './revisions.js';

const REVISIONS_PER_PART = 200;
const MARKS_PER_PART = 20_000;

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
    const numbersOf = (some: readonly Row[]) => some.map(({ number }) => number);
    const few = await changesOfRevisions(graph, numbersOf(rows.filter((row) => !isTooMuchToTell(row))));
    const changes = group(few, ({ revision }) => revision);
    for (const { id: _, request, asked, ...revision } of rows.toSorted((a, b) => a.number - b.number)) {
      // What an import changed at once may be as much as the memory should hold.
      const own = isTooMuchToTell(revision) ? await changesOfRevisions(graph, [revision.number]) : changes.get(revision.number);
      const made = (own ?? []).map(({ id: _id, revision: _revision, position: _position, ...change }) => change);
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

/** A revision that something bears since it was brought in bulk: a thing, or what a data set adds to one. */
export interface Mark {
  readonly id: string;
  readonly since: number;
}

/** What things of some labels, and what is added to them, bear of the history themselves; some at a time. */
export async function* readMarks(graph: Graph, labels: readonly NodeLabel[]): AsyncGenerator<readonly Mark[]> {
  for (const label of labels) yield* pagesOfMarks(graph, 'revision/marked-things', { label });
  yield* pagesOfMarks(graph, 'revision/marked-details');
}

async function* pagesOfMarks(graph: Graph, list: string, slots: Slots = {}): AsyncGenerator<readonly Mark[]> {
  for (let after = ''; ; ) {
    const page = (await graph.ask(list, { after, limit: MARKS_PER_PART }, slots)) as unknown as Mark[];
    if (page.length > 0) yield page;
    if (page.length < MARKS_PER_PART) return;
    after = page.at(-1)?.id ?? '';
  }
}
