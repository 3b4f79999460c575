import { BadInputError, KembarError, StoreError } from '../../domain/errors.js';
import type { NodeLabel } from '../../domain/ontology.js';
import { Graph } from '../../graph/graph.js';
import { openFileToRead } from '../../graph/open-engine.js';
import { loadedDataSets } from '../../store/data-set/data-sets.js';
import { schemaVersion } from '../../store/prepare.js';
import { countsOf, markOf } from '../../store/summary.js';
import { isThere } from './put-in-place.js';

/** What a graph file holds, as far as whoever keeps it wants to know. */
export interface GraphFileSummary {
  /** The version of its schema: no higher than this software knows. */
  readonly schema: number;
  readonly revision: number;
  /** ISO 8601 in UTC; null: nothing was ever put into it. */
  readonly changedAt: string | null;
  readonly dataSets: readonly { readonly id: string; readonly complete: boolean }[];
  /** How many things of each label there are. */
  readonly counts: Readonly<Partial<Record<NodeLabel, number>>>;
}

/** Nobody waits at a browser for a file. */
const PATIENCE_MS = 600_000;

/**
 * Opens a graph file to read it, which checks the sums of all that is in it. Throws `BadInputError` for a file that
 * is damaged, no graph of Kembar, or of a newer version, and `StoreError` for one that is in use.
 */
export async function openGraphFile(file: string): Promise<Graph> {
  if (!(await isThere(file))) throw new KembarError('NOT_FOUND', `${file} is not there`);
  const graph = new Graph(await openFileToRead(file).catch(told(file)), undefined, { deadlineMs: PATIENCE_MS });
  try {
    const schema = (await graph.ask('graph/state'))[0]?.schema as number | undefined;
    if (schema === undefined) throw new BadInputError(`${file} is a graph, but none of Kembar: it does not say what its schema is`);
    if (schema > schemaVersion(graph)) {
      throw new BadInputError(
        `the graph in ${file} has schema version ${schema}, this version of Kembar knows ${schemaVersion(graph)}; use a newer Kembar`,
      );
    }
    return graph;
  } catch (error) {
    await graph.engine.close();
    throw error;
  }
}

export async function summaryOf(graph: Graph): Promise<GraphFileSummary> {
  const [[state], mark, dataSets, counts] = await Promise.all([
    graph.ask('graph/state'),
    markOf(graph),
    loadedDataSets(graph),
    countsOf(graph),
  ]);
  return {
    schema: state?.schema as number,
    ...mark,
    dataSets: dataSets.map(({ id, complete }) => ({ id, complete })),
    counts: Object.fromEntries(counts.filter(({ total }) => total > 0).map(({ label, total }) => [label, total])),
  };
}

/** The engine speaks of the graph of the settings; here it is one file of several. */
function told(file: string) {
  return (error: unknown): never => {
    if (!(error instanceof KembarError)) throw error;
    const { cause } = error;
    const reason = cause instanceof Error ? cause.message : '';
    if (error.code === 'GRAPH_IN_USE')
      throw new StoreError('GRAPH_IN_USE', `${file} is open in another process; stop that one first`, error);
    if (error.code !== 'NOT_A_KEMBAR_GRAPH') throw new StoreError(error.code, `${file} cannot be opened: ${reason}`, error);
    const damage = /damaged at byte \d+.*$/.exec(reason)?.[0];
    throw new BadInputError(
      damage === undefined ? `${file} is no graph of Kembar, or its beginning is damaged` : `${file} is not whole: ${damage}`,
      error,
    );
  };
}
