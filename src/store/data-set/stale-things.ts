import { group } from 'd3-array';
import { COMPOSITIONS, labelOf, type NodeLabel, RELATIONSHIPS } from '../../domain/ontology.js';
import type { BookTransaction, Graph } from '../../graph/graph.js';
import type { Ref } from '../../graph/unit.js';
import { clearSaid, inParts } from './write-units.js';

const IDS_PER_PAGE = 20_000;
const THINGS_PER_PART = 1_000;

/** Labels of things, those that refer to others before those that are referred to. */
const REMOVAL_ORDER: readonly NodeLabel[] = [
  'Event',
  'Agreement',
  'Award',
  'Tenure',
  'Office',
  'Mission',
  'Official',
  'Place',
  'Sector',
  'Source',
];

/** Types by which things hold their own parts. */
const OWN_PARTS = [...new Set(COMPOSITIONS.map(({ type }) => type as string))];
const SAID_BY_TARGET = Object.entries(RELATIONSHIPS).flatMap(([type, definition]) => ('saidBy' in definition ? [type] : []));

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
  for (const label of REMOVAL_ORDER) {
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
    }
  }
  const removed: Ref[] = [];
  const kept: (Ref & { by: string })[] = [];
  for (const label of REMOVAL_ORDER) {
    let left = things.get(label) ?? [];
    // What goes first may be all that referred to what is left.
    for (;;) {
      const referredTo = await whoRefers(transaction, label, left);
      const free = left.filter((id) => !referredTo.has(id));
      for (const part of inParts(free, THINGS_PER_PART)) await remove(transaction, dataset, label, part);
      removed.push(...free.map((id) => ({ label, id })));
      left = left.filter((id) => referredTo.has(id));
      if (free.length === 0 || left.length === 0) {
        kept.push(...left.map((id) => ({ label, id, by: referredTo.get(id) ?? '' })));
        break;
      }
    }
  }
  return { removed, kept };
}

async function whoRefers(transaction: BookTransaction, label: NodeLabel, ids: readonly string[]): Promise<Map<string, string>> {
  const by = new Map<string, string>();
  for (const part of inParts(ids, THINGS_PER_PART)) {
    const rows = [
      ...(await transaction.run('write/referred-to', { ids: part, besides: OWN_PARTS }, { label })),
      ...(await transaction.run('write/spoken-for', { ids: part, types: SAID_BY_TARGET }, { label })),
    ];
    for (const { id, by: dataSet } of rows) by.set(id as string, dataSet as string);
  }
  return by;
}

async function remove(transaction: BookTransaction, dataset: string, label: NodeLabel, ids: readonly string[]): Promise<void> {
  const details = await transaction.run('write/saying-more', { ids });
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
