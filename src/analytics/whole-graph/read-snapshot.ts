import type { Graph } from '../../graph/graph.js';
import type { Row } from '../../graph/values.js';
import type { SnapshotPart } from './snapshot.js';

/** Rows that are fetched at a time: few enough that a request beside it hardly waits for them to be unpacked. */
const PART = 3_000;

/** The rows of a snapshot, in the order that `SnapshotBuilder` needs, a part at a time. */
export async function* readSnapshot(graph: Graph): AsyncGenerator<{ readonly part: SnapshotPart; readonly rows: readonly Row[] }> {
  for (const part of ['places', 'agreements'] as const) {
    for await (const rows of inParts(graph, `snapshot/${part}`)) yield { part, rows };
  }
}

async function* inParts(graph: Graph, statement: string): AsyncGenerator<readonly Row[]> {
  let after = '';
  for (;;) {
    const rows = await graph.ask(statement, { after, limit: PART });
    if (rows.length > 0) yield rows;
    if (rows.length < PART) return;
    after = rows.at(-1)?.id as string;
  }
}
