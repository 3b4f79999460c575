import { setImmediate } from 'node:timers/promises';
import type { Graph } from '../../graph/graph.js';
import type { Row } from '../../graph/values.js';
import type { SnapshotPart } from './snapshot.js';

/** Rows that are fetched at a time: few enough that a request beside it hardly waits for them to be unpacked. */
const PART = 3_000;

const OF_AGREEMENTS = ['parties', 'stages', 'sectors', 'gradings'] as const;

/** The rows of a snapshot, in the order that `SnapshotBuilder` needs, a part at a time. */
export async function* readSnapshot(graph: Graph): AsyncGenerator<{ readonly part: SnapshotPart; readonly rows: readonly Row[] }> {
  for await (const rows of inParts(graph, 'snapshot/places')) yield { part: 'places', rows };
  for await (const rows of inParts(graph, 'snapshot/agreements')) {
    yield { part: 'agreements', rows };
    const range = { from: rows.at(0)?.id ?? '', until: rows.at(-1)?.id ?? '' };
    const asked = OF_AGREEMENTS.map(async (part) => ({ part, rows: await graph.ask(`snapshot/${part}`, range) }));
    // One that fails while another is waited for is met when its turn comes.
    for (const one of asked) one.catch(() => undefined);
    for (const one of asked) {
      yield await one;
      await setImmediate();
    }
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
