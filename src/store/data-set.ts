import { DefectError } from '../domain/errors.js';
import { NODES, type NodeLabel, RELATIONSHIPS, type RelationshipType } from '../domain/ontology.js';
import type { GraphBatch } from '../graph/batch.js';
import type { Graph } from '../graph/graph.js';

export interface LoadedDataSet {
  readonly id: string;
  readonly fingerprint: string;
  /** When it was loaded, as ISO 8601 in UTC. */
  readonly loadedAt: string;
  readonly nodes: number;
  readonly relationships: number;
}

/** The data sets in the graph. */
export async function loadedDataSets(graph: Graph): Promise<LoadedDataSet[]> {
  return (await graph.ask('graph/data-sets')) as unknown as LoadedDataSet[];
}

const ROWS_PER_STATEMENT = 2_000;

/**
 * Puts a data set into the graph in place of its previous version, in one transaction: what it no
 * longer has goes, everything else is created or replaced, and what others added stays. Writes nothing when
 * the graph holds this very version already.
 */
export async function replaceDataSet(
  graph: Graph,
  { id, fingerprint, batch }: { readonly id: string; readonly fingerprint: string; readonly batch: GraphBatch },
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<void> {
  const { nodes, relationships } = batch.size;
  // Enough of the fingerprint to tell this load from those before; every node carries it.
  const marks = { dataset: id, load: fingerprint.slice(0, 16) };
  await graph.write(async (transaction) => {
    let done = 0;
    const advance = (rows: number) => {
      done += rows;
      onProgress(done, nodes + relationships);
    };

    // Another process may have loaded the same while this one waited for its turn.
    await transaction.run('graph/lock');
    const known = (await transaction.run('graph/data-sets')).find((loaded) => loaded.id === id);
    if (known?.fingerprint === fingerprint) return;
    if (known !== undefined) {
      await transaction.run('write/release-slugs', { dataset: id });
      await transaction.run('write/clear-completions', { dataset: id });
      for (const [type, { from }] of Object.entries(RELATIONSHIPS) as [RelationshipType, { from: readonly NodeLabel[] }][]) {
        for (const label of from) await transaction.run('write/clear-relationships', { dataset: id }, { type, from: label });
      }
    }
    for (const [label, rows] of batch.nodes) {
      for (const part of inParts(rows)) {
        const saved = await transaction.run(
          'write/save-nodes',
          { rows: part.map((row) => ({ id: row.id, properties: { ...row.properties, ...marks, id: row.id } })) },
          { label },
        );
        mustHaveSaved(saved[0]?.saved, part.length, label);
        advance(part.length);
      }
    }
    for (const part of inParts(batch.completions)) {
      const rows = part.map((row) => ({ id: row.id, properties: { ...row.properties } }));
      const saved = await transaction.run('write/complete-places', { dataset: id, rows });
      mustHaveSaved(saved[0]?.saved, part.length, 'completed places');
    }
    if (known !== undefined) {
      for (const label of Object.keys(NODES)) await transaction.run('write/clear-stale-nodes', marks, { label });
    }
    for (const { type, from, to, rows } of batch.relationships.values()) {
      for (const part of inParts(rows)) {
        const saved = await transaction.run(
          'write/save-relationships',
          { rows: part.map((row) => ({ from: row.from, to: row.to, properties: { ...row.properties, dataset: id } })) },
          { type, from, to },
        );
        mustHaveSaved(saved[0]?.saved, part.length, `${from} ${type} ${to}`);
        advance(part.length);
      }
    }
    const now = new Date().toISOString();
    await transaction.run('graph/save-data-set', { id, fingerprint, loadedAt: now, nodes, relationships });
    await transaction.run('graph/raise-revision', { changedAt: now });
  });
}

function* inParts<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) yield rows.slice(start, start + ROWS_PER_STATEMENT);
}

function mustHaveSaved(saved: unknown, expected: number, what: string): void {
  if (saved !== expected) throw new DefectError(`${saved} of ${expected} ${what} were saved`);
}
