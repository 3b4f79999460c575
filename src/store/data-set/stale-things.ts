import { labelOf, type NodeLabel } from '../../domain/ontology.js';
import type { Graph } from '../../graph/graph.js';
import type { Ref } from '../../graph/unit.js';
import { REMOVAL_ORDER } from './removal-order.js';

const IDS_PER_PAGE = 20_000;

/** What a data set brought once and has no longer. */
export interface StaleThings {
  readonly things: ReadonlyMap<NodeLabel, readonly string[]>;
  readonly details: readonly StaleDetail[];
}

/** What a data set said once of a thing of another one. */
export interface StaleDetail {
  readonly id: string;
  readonly of: Ref;
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
