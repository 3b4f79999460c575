import { labelOf, NODES, type NodeLabel, RELATIONSHIPS } from '../../domain/ontology.js';
import { type EntityLabel, isEntityLabel } from '../../store/entities.js';
import type { Page, Position } from '../../store/pages.js';

/** The labels of what sources are cited for and the API gives, in the order of their ids. */
export const CITED_LABELS: readonly EntityLabel[] = (RELATIONSHIPS.CITES.from as readonly NodeLabel[])
  .filter(isEntityLabel)
  .sort((one, other) => {
    const [a, b] = [`${NODES[one].prefix}:`, `${NODES[other].prefix}:`];
    return a < b ? -1 : a > b ? 1 : 0;
  });

/**
 * One page of a list of things of several labels, which is ordered by their ids. An id begins with its
 * label, so one label is asked after another until the page is full. The key of a position is an id.
 */
export async function pageLabelByLabel(
  labels: readonly EntityLabel[],
  first: number,
  after: Position | null,
  ask: (label: EntityLabel, limit: number) => Promise<readonly Position[]>,
): Promise<Page> {
  const begun = after === null ? 0 : CITED_LABELS.indexOf(labelOf(String(after.key)) as EntityLabel);
  const items: Position[] = [];
  for (const label of CITED_LABELS.slice(Math.max(0, begun))) {
    if (!labels.includes(label)) continue;
    items.push(...(await ask(label, first + 1 - items.length)));
    if (items.length > first) break;
  }
  return { items: items.slice(0, first), hasNextPage: items.length > first };
}
