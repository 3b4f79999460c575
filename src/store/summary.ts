import { NODES, type NodeLabel } from '../domain/ontology.js';
import type { Asking, Graph } from '../graph/graph.js';

/** The revision of the graph: it rises with every change of its facts. Null before it is prepared. */
export async function revisionOf(graph: Asking): Promise<number | null> {
  const [state] = await graph.ask('graph/state');
  return (state?.revision as number | undefined) ?? null;
}

/** A revision of the graph and when it was made. */
export interface Mark {
  readonly revision: number;
  /** ISO 8601 in UTC; null while nothing was ever put into the graph. */
  readonly changedAt: string | null;
}

/** Which graph this is, as files and citations name it: what was made from one mark was made from the same facts. */
export async function markOf(graph: Asking): Promise<Mark> {
  const [mark] = await graph.ask('graph/mark');
  return { revision: (mark?.revision as number | undefined) ?? 0, changedAt: (mark?.changedAt as string | null | undefined) ?? null };
}

/** How many things of each label the graph holds. */
export async function countsOf(graph: Graph): Promise<{ readonly label: NodeLabel; readonly total: number }[]> {
  const labels = Object.keys(NODES) as NodeLabel[];
  return Promise.all(
    labels.map(async (label) => {
      const [row] = await graph.ask('graph/count-nodes', {}, { label });
      return { label, total: (row?.total as number | undefined) ?? 0 };
    }),
  );
}
