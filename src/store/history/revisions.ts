import { idOf } from '../../domain/ontology.js';
import type { Asking, BookTransaction } from '../../graph/graph.js';
import { inParts, mustHaveSaved } from '../unit/write-units.js';

/** A change of the graph as it is noted for ever: who made it, when, why, and on whose word. */
export interface Revision {
  /** The revision of the graph that it made. */
  readonly number: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Who made it, by the name in the token. */
  readonly actor: string;
  /** The role in which it was made. */
  readonly role: string;
  /** What was done: the name of the mutation, or `import` or `remove`. */
  readonly operation: string;
  readonly reason: string | null;
  /** Ids of the sources that were given for it. */
  readonly sources: readonly string[];
  /** JSON of the rules that were overridden, with the reasons. */
  readonly overrides: string | null;
  /** The number of the revision that it takes back. */
  readonly undoes: number | null;
  /** The id of the thing that it is about; of an import the name of the data set. */
  readonly subject: string;
  /** JSON of what was imported (`Imported`); null: it is an edit by hand. */
  readonly imported: string | null;
}

export interface NotedRevision extends Revision {
  readonly id: string;
}

/** What an import did, as its revision keeps it. */
export interface Imported {
  readonly dataSet: string;
  /** Name and version of the program that imported. */
  readonly tool: string;
  /** What tells this version of the data set from others. */
  readonly fingerprint: string;
  readonly created: number;
  readonly changed: number;
  readonly removed: number;
}

/** How many things an import may change in one revision so that each is told of, and also what it created is noted one by one. */
export const MOST_TOLD = 1_000;

/** Whether a revision changed so much that only itself is told of. */
export function isTooMuchToTell({ imported }: Revision): boolean {
  if (imported === null) return false;
  const { created, changed, removed } = JSON.parse(imported) as Imported;
  return created + changed + removed > MOST_TOLD;
}

/** What the request was that made a revision, so that it has one effect however often it comes. */
export interface Request {
  /** What tells it from all others. */
  readonly key: string;
  /** Equal where the same is asked. */
  readonly asked: string;
}

/** What a revision changed in the record of one thing. */
export interface Change {
  /** The id of the thing. */
  readonly of: string;
  /** The type of the records. */
  readonly type: string;
  /** The record in JSON; null where there was none. */
  readonly before: string | null;
  /** The data set whose record it was. */
  readonly beforeBy: string | null;
  /** The record in JSON; null where there is none any more. */
  readonly after: string | null;
  /** The data set whose record it is. */
  readonly afterBy: string | null;
  /** The revision that brought the record before, where that noted no change of it (`knownSince`); null: no such one. */
  readonly since: number | null;
}

export interface NotedChange extends Change {
  readonly id: string;
  readonly revision: number;
  /** Which one it is of its revision, from 0 on. */
  readonly position: number;
}

/** Notes a revision and what it changed; both stay as they are from then on. */
export async function saveRevision(
  transaction: BookTransaction,
  revision: Revision,
  changes: readonly Change[],
  request: Request | null,
): Promise<void> {
  const { number } = revision;
  const id = revisionId(number);
  await transaction.run('revision/save', { ...revision, id, request: request?.key ?? null, asked: request?.asked ?? null });
  const rows = changes.map((change, position) => {
    const id = idOf('Change', `${number}.${position + 1}`);
    const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null));
    return { id, properties: { ...said, id, revision: number, position } };
  });
  for (const part of inParts(rows)) {
    mustHaveSaved(await transaction.run('revision/save-changes', { revision: id, rows: part }), part.length, 'changes');
  }
}

export function revisionId(number: number): string {
  return idOf('Revision', `${number}`);
}

/** The revision that a request made before; null: it comes for the first time. */
export async function revisionOfRequest(
  graph: Asking,
  key: string,
): Promise<{ readonly number: number; readonly asked: string; readonly subject: string } | null> {
  const [row] = await graph.ask('revision/by-request', { request: key });
  return (row ?? null) as { number: number; asked: string; subject: string } | null;
}

/** The number of the last revision that was made by some time (ISO 8601 in UTC); 0: none was. */
export async function revisionAt(graph: Asking, at: string): Promise<number> {
  const [row] = await graph.ask('revision/number-at', { at });
  return (row?.number as number | null | undefined) ?? 0;
}

/** The first revisions after a number and up to another one, in their order, `most` at most. */
export async function revisionsBetween(graph: Asking, after: number, until: number, most: number): Promise<NotedRevision[]> {
  return (await graph.ask('revision/after', { after, until, limit: most })) as unknown as NotedRevision[];
}

/** What revisions changed, in their order: of each the changes from one position on, up to another one. */
export async function changesOfRevisions(
  graph: Asking,
  revisions: readonly number[],
  { from = 0, until = Number.MAX_SAFE_INTEGER }: { readonly from?: number; readonly until?: number } = {},
): Promise<NotedChange[]> {
  return (await graph.ask('revision/changes', { revisions, from, until })) as unknown as NotedChange[];
}

/** What revisions after one changed of some things, thing by thing and in their order. */
export async function changesAfter(graph: Asking, ids: readonly string[], after: number): Promise<NotedChange[]> {
  return (await graph.ask('revision/changes-of', { ids, after })) as unknown as NotedChange[];
}

/** The last revision that changed each of some things, or brought it, in their order; 0: none did. */
export async function lastRevisionsOf(graph: Asking, ids: readonly string[]): Promise<number[]> {
  const rows = await graph.ask('revision/last-of', { ids });
  const found = new Map(rows.map(({ of, revision }) => [of as string, revision as number]));
  return ids.map((id) => found.get(id) ?? 0);
}
