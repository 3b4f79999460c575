import { StoreError } from '../domain/errors.js';
import type { Graph } from '../graph/graph.js';

/** The version of the schema that this software writes: the number of the last file in `setup`. */
export function schemaVersion(graph: Graph): number {
  return migrations(graph).at(-1)?.version ?? 0;
}

function migrations(graph: Graph): { readonly name: string; readonly version: number }[] {
  return (
    graph.book
      .names()
      // A name with a dot is a variant for one engine, which the book puts in the place of the file itself.
      .filter((name) => name.startsWith('setup/') && !name.includes('.'))
      .map((name) => ({ name, version: Number.parseInt(name.slice('setup/'.length), 10) }))
  );
}

/**
 * Brings a store to the schema of this software: refuses one that holds something else or was written
 * by a newer version, then applies the missing migrations in order. Each is safe to apply again, so
 * an interrupted preparation is completed by the next one.
 */
export async function prepareGraph(graph: Graph): Promise<{ readonly applied: readonly string[] }> {
  const [state] = await graph.ask('graph/state');
  if (state === undefined) {
    const [{ empty } = { empty: true }] = await graph.ask('graph/is-empty');
    if (empty !== true) {
      throw new StoreError('NOT_A_KEMBAR_GRAPH', 'the store holds a graph that is not of Kembar; point GRAPH_URL at an empty one');
    }
  }
  const current = (state?.schema as number | undefined) ?? 0;
  const latest = schemaVersion(graph);
  if (current > latest) {
    throw new StoreError(
      'NOT_A_KEMBAR_GRAPH',
      `the graph has schema version ${current}, this version of Kembar knows ${latest}; use a newer Kembar`,
    );
  }
  const missing = migrations(graph).filter(({ version }) => version > current);
  for (const { name, version } of missing) {
    const statements = graph.book
      .statement(name, graph.engine.name)
      .split(/;\s*(?:\n|$)/)
      .filter((statement) => statement.trim() !== '');
    for (const statement of statements) await graph.engine.define(statement);
    await graph.write((transaction) => transaction.run('graph/set-schema', { schema: version }));
  }
  return { applied: missing.map(({ name }) => name) };
}
