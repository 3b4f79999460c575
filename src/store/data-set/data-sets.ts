import { createHash } from 'node:crypto';
import { StoreError } from '../../domain/errors.js';
import type { Asking } from '../../graph/graph.js';

export interface LoadedDataSet {
  readonly id: string;
  readonly fingerprint: string;
  /** What tells the versions of the data sets that it stood on; null: it stands on none. */
  readonly ground: string | null;
  /** False: its load was cut off, and the next one completes it. */
  readonly complete: boolean;
  /** When it was loaded, as ISO 8601 in UTC. */
  readonly loadedAt: string;
  readonly nodes: number;
  readonly relationships: number;
}

/** The data sets in the graph. */
export async function loadedDataSets(graph: Asking): Promise<LoadedDataSet[]> {
  return (await graph.ask('graph/data-sets')) as unknown as LoadedDataSet[];
}

/** What tells the versions of all data sets in the graph but one, and whether they are whole. */
export async function groundOf(graph: Asking, dataSet: string): Promise<string> {
  const others = (await loadedDataSets(graph)).filter(({ id }) => id !== dataSet);
  return createHash('sha256')
    .update(others.map(({ id, fingerprint, complete }) => `${id} ${fingerprint}${complete ? '' : ' cut off'}\n`).join(''))
    .digest('hex')
    .slice(0, 16);
}

/** What a version stands on is no longer what it was assembled on. */
export class GroundChangedError extends StoreError {
  constructor(dataSet: string) {
    super(
      'CONFLICT',
      `another import changed what "${dataSet}" stands on, after that was looked at; nothing was written. Do this import again`,
    );
  }
}

/** Throws `GroundChangedError` where other data sets are no longer those that a version was assembled on. */
export async function mustStandOn(graph: Asking, dataSet: string, ground: string): Promise<void> {
  if ((await groundOf(graph, dataSet)) !== ground) throw new GroundChangedError(dataSet);
}

/** Whether the graph holds all of this very version of a data set, put on the same ground. */
export async function holdsVersion(
  graph: Asking,
  { id, fingerprint, ground = null }: { readonly id: string; readonly fingerprint: string; readonly ground?: string | null },
): Promise<boolean> {
  return (await loadedDataSets(graph)).some(
    (loaded) => loaded.id === id && loaded.complete && loaded.fingerprint === fingerprint && loaded.ground === ground,
  );
}
