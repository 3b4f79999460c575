import { inject } from 'vitest';
import type { Neo4jAddress } from './wipe.js';

/** The Neo4j of this worker of the run; null when the run, or the project of the test, has none. */
export function neo4jOfWorker(): Neo4jAddress | null {
  const all: readonly Neo4jAddress[] | undefined = inject('neo4j');
  return all?.[Number(process.env.VITEST_POOL_ID) - 1] ?? null;
}
