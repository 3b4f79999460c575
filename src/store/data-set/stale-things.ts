import { group } from 'd3-array';
import { COMPOSITIONS, labelOf, type NodeLabel, type RelationshipType } from '../../domain/ontology.js';
import type { BookTransaction, Graph } from '../../graph/graph.js';
import type { Ref } from '../../graph/unit.js';
import { SAID_BY_TARGET } from '../unit/said-by.js';
import { clearSaid, completePlaces, inParts, renewSpans } from '../unit/write-units.js';

const IDS_PER_PAGE = 20_000;
const THINGS_PER_PART = 1_000;

/**
 * Labels of things, those that refer to others before those that are referred to. Things of labels that stand together
 * may refer to one another in a circle, by the types beside them.
 */
const REMOVAL_ORDER: readonly { readonly labels: readonly NodeLabel[]; readonly circling: readonly RelationshipType[] }[] = [
  { labels: ['Event', 'Agreement'], circling: ['CONCERNS', 'MARKED_BY', 'UNDER'] },
  { labels: ['Award'], circling: [] },
  { labels: ['Tenure'], circling: [] },
  { labels: ['Office'], circling: [] },
  { labels: ['Mission'], circling: [] },
  { labels: ['Official'], circling: [] },
  { labels: ['Place'], circling: ['PART_OF', 'FORMERLY_PART_OF'] },
  { labels: ['Sector'], circling: [] },
  { labels: ['Tombstone'], circling: [] },
  { labels: ['Source'], circling: [] },
];

/** Types by which things hold their own parts. */
const OWN_PARTS: readonly string[] = [...new Set(COMPOSITIONS.map(({ type }) => type))];

/** What a data set brought once and has no longer. */
export interface StaleThings {
  readonly things: ReadonlyMap<NodeLabel, readonly string[]>;
  readonly details: readonly { readonly id: string; readonly of: Ref }[];
}

/** Looks for what a data set has in the graph beyond what it has now. */
export async function findStale(
  graph: Graph,
  dataset: string,
  now: { readonly things: ReadonlySet<string>; readonly details: ReadonlySet<string> },
): Promise<StaleThings> {
  const things = new Map<NodeLabel, string[]>();
  for (const label of REMOVAL_ORDER.flatMap(({ labels }) => labels)) {
    const stale: string[] = [];
    for await (const { id } of pages(graph, 'write/things-of', dataset, { label })) if (!now.things.has(id)) stale.push(id);
    if (stale.length > 0) things.set(label, stale);
  }
  const details: { id: string; of: Ref }[] = [];
  for await (const { id, of = '' } of pages(graph, 'write/details-of', dataset)) {
    const label = labelOf(of);
    if (label !== null && !now.details.has(id)) details.push({ id, of: { label, id: of } });
  }
  return { things, details };
}

async function* pages(graph: Graph, list: string, dataset: string, slots = {}): AsyncGenerator<{ id: string; of?: string }> {
  for (let after = ''; ; ) {
    const page = (await graph.ask(list, { dataset, after, limit: IDS_PER_PAGE }, slots)) as unknown as { id: string; of?: string }[];
    yield* page;
    if (page.length < IDS_PER_PAGE) return;
    after = page.at(-1)?.id ?? '';
  }
}

export interface Removed {
  readonly removed: readonly Ref[];
  /** Things that stay because others refer to them, with the data set of one that does. */
  readonly kept: readonly (Ref & { readonly by: string })[];
}

/** Removes stale things that nothing refers to any more, and stale details. */
export async function removeStale(transaction: BookTransaction, dataset: string, { things, details }: StaleThings): Promise<Removed> {
  for (const [label, ofLabel] of group(details, ({ of }) => of.label)) {
    for (const part of inParts(ofLabel, THINGS_PER_PART)) {
      await clearSaid(
        transaction,
        dataset,
        label,
        part.map(({ of }) => ({ id: of.id, keep: [] })),
      );
      await transaction.run('write/remove-details', { ids: part.map(({ id }) => id) });
      const things = part.map(({ of }) => of.id);
      if (label === 'Agreement') await renewSpans(transaction, things);
      if (label === 'Place') await completePlaces(transaction, things);
    }
  }
  const removed: Ref[] = [];
  const kept: (Ref & { by: string })[] = [];
  for (const { labels, circling } of REMOVAL_ORDER) {
    const stale = labels.flatMap((label) => (things.get(label) ?? []).map((id) => ({ label, id })));
    const needed = await neededAmong(transaction, stale, circling);
    const free = stale.filter(({ id }) => !needed.has(id));
    for (const [label, ofLabel] of group(free, ({ label }) => label)) {
      for (const part of inParts(ofLabel, THINGS_PER_PART))
        await remove(
          transaction,
          dataset,
          label,
          part.map(({ id }) => id),
        );
    }
    removed.push(...free);
    kept.push(...stale.filter(({ id }) => needed.has(id)).map((ref) => ({ ...ref, by: needed.get(ref.id) ?? dataset })));
  }
  return { removed, kept };
}

/** Those of some things that something else refers to, or one of them that is needed; with the data set that does. */
async function neededAmong(
  transaction: BookTransaction,
  stale: readonly Ref[],
  circling: readonly RelationshipType[],
): Promise<Map<string, string>> {
  const needed = new Map<string, string>();
  const referrers: Referrer[] = [];
  for (const [label, ofLabel] of group(stale, ({ label }) => label)) {
    for (const part of inParts(ofLabel, THINGS_PER_PART)) {
      const ids = part.map(({ id }) => id);
      const rows = [
        ...(await transaction.run('write/referred-to', { ids, besides: [...OWN_PARTS, ...SAID_BY_TARGET, ...circling] }, { label })),
        ...(await transaction.run('write/spoken-for', { ids, types: SAID_BY_TARGET }, { label })),
      ];
      for (const { id, by } of rows) needed.set(id as string, by as string);
      referrers.push(...(await circlesOf(transaction, label, ids, circling)));
    }
  }
  const isStale = new Set(stale.map(({ id }) => id));
  for (let before = -1; before < needed.size; ) {
    before = needed.size;
    for (const { id, from, by } of referrers) {
      if (!needed.has(id) && (needed.has(from) || !isStale.has(from))) needed.set(id, needed.get(from) ?? by);
    }
  }
  return needed;
}

/** A thing that refers to one that is stale. */
interface Referrer {
  readonly id: string;
  readonly from: string;
  /** The data set that says so. */
  readonly by: string;
}

/** The things that refer to others by relationships that may go in a circle, themselves or by a part. */
async function circlesOf(
  transaction: BookTransaction,
  label: NodeLabel,
  ids: readonly string[],
  types: readonly RelationshipType[],
): Promise<Referrer[]> {
  if (types.length === 0) return [];
  const rows = await transaction.run('write/referrers', { ids: [...ids], types: [...types] }, { label });
  const wholes = new Map<string, string>();
  for (const [part, ofPart] of group(rows, (row) => row.label as NodeLabel)) {
    for (const { type, whole } of COMPOSITIONS.filter((one) => one.part === part)) {
      const found = await transaction.run('write/wholes-of', { ids: ofPart.map(({ from }) => from as string) }, { whole, type, part });
      for (const { id, whole: of } of found) wholes.set(id as string, of as string);
    }
  }
  return rows.map(({ id, from, by }) => ({ id: id as string, from: wholes.get(from as string) ?? (from as string), by: by as string }));
}

async function remove(transaction: BookTransaction, dataset: string, label: NodeLabel, ids: readonly string[]): Promise<void> {
  const details = await transaction.run('write/saying-more', { ids: [...ids] });
  for (const by of new Set(details.map(({ by }) => by as string))) {
    await clearSaid(
      transaction,
      by,
      label,
      ids.map((id) => ({ id, keep: [] })),
    );
  }
  await transaction.run('write/remove-details', { ids: details.map(({ id }) => id as string) });
  await transaction.run('write/outdate-data-sets', { ids: [...new Set(details.map(({ by }) => by as string))] });
  await clearSaid(
    transaction,
    dataset,
    label,
    ids.map((id) => ({ id, keep: [] })),
  );
  await transaction.run('write/remove-things', { ids: [...ids] }, { label });
}
