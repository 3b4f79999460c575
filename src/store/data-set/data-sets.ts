import type { Graph } from '../../graph/graph.js';

export interface LoadedDataSet {
  readonly id: string;
  readonly fingerprint: string;
  /** False: its load was cut off, and the next one completes it. */
  readonly complete: boolean;
  /** When it was loaded, as ISO 8601 in UTC. */
  readonly loadedAt: string;
  readonly nodes: number;
  readonly relationships: number;
}

/** The data sets in the graph. */
export async function loadedDataSets(graph: Graph): Promise<LoadedDataSet[]> {
  return (await graph.ask('graph/data-sets')) as unknown as LoadedDataSet[];
}

/** Whether the graph holds all of this very version of a data set. */
export async function holdsVersion(
  graph: Graph,
  { id, fingerprint }: { readonly id: string; readonly fingerprint: string },
): Promise<boolean> {
  return (await loadedDataSets(graph)).some((loaded) => loaded.id === id && loaded.complete && loaded.fingerprint === fingerprint);
}
