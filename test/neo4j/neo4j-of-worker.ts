import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Neo4jAddress } from './wipe.js';

/** Which one this process has; it is asked for by every file that runs in it. */
const CLAIMED = 'KEMBAR_TEST_NEO4J';

/**
 * The Neo4j of this worker of the run, which no other worker uses; null when the run, or the project of the test, has none.
 * The numbers that Vitest gives to workers do not tell them apart: two have the same one after another project has ended.
 */
export function neo4jOfWorker(): Neo4jAddress | null {
  const all: readonly Neo4jAddress[] | undefined = inject('neo4j');
  if (all === undefined || all.length === 0) return null;
  process.env[CLAIMED] ??= String(claimOne(inject('neo4jClaims'), all.length));
  return all[Number(process.env[CLAIMED])] ?? null;
}

/** The number of one that no process that runs has claimed, of which there are so many. */
function claimOne(folder: string, many: number): number {
  for (let number = 0; number < many; number += 1) {
    const claim = join(folder, `${number}`);
    try {
      writeFileSync(claim, `${process.pid}`, { flag: 'wx' });
      return number;
    } catch {
      if (runs(Number(readFileSync(claim, 'utf8')))) continue;
      writeFileSync(claim, `${process.pid}`);
      return number;
    }
  }
  throw new Error(`${many} workers have a Neo4j, and there is none for another one`);
}

function runs(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
