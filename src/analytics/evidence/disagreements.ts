import type { Graph } from '../../graph/graph.js';
import type { EntityLabel } from '../../store/entities.js';
import type { Page, Position } from '../../store/pages.js';
import { pageLabelByLabel } from './label-by-label.js';

/** One page of the facts on which sources disagree: the key is the id of the thing, the id its field (empty: the thing as a whole). */
export function disagreements(graph: Graph, labels: readonly EntityLabel[], first: number, after: Position | null): Promise<Page> {
  return pageLabelByLabel(labels, first, after, async (label, limit) => {
    const parameters = { afterId: String(after?.key ?? ''), afterField: after?.id ?? '', limit };
    const rows = await graph.ask('source/disputed-fields', parameters, { label });
    return rows.map(({ id, field }) => ({ key: id as string, id: field as string }));
  });
}

/** How many there are. */
export async function countDisagreements(graph: Graph, labels: readonly EntityLabel[]): Promise<number> {
  const totals = await Promise.all(
    labels.map(async (label) => {
      const [row] = await graph.ask('source/disputed-fields-count', {}, { label });
      return (row?.total as number | undefined) ?? 0;
    }),
  );
  return totals.reduce((sum, total) => sum + total, 0);
}
