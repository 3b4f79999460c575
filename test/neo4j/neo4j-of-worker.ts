import { linkSync, readFileSync, writeFileSync } from 'node:fs';
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
  const mine = join(folder, `of-${process.pid}`);
  writeFileSync(mine, `${process.pid}`);
  for (let number = 0; number < many; number += 1) if (claim(mine, join(folder, `${number}`))) return number;
  throw new Error(`${many} workers have a Neo4j, and there is none for another one`);
}

/**
 * Whether this process got what a file stands for. A link is made with all that is in it or not at all, so nobody reads
 * half a claim; the claim of a process that has ended stays, and the next one stands behind it.
 */
function claim(mine: string, path: string): boolean {
  for (let turn = 0; ; turn += 1) {
    try {
      linkSync(mine, `${path}.${turn}`);
      return true;
    } catch {
      if (runs(Number(readFileSync(`${path}.${turn}`, 'utf8')))) return false;
    }
  }
}

function runs(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
