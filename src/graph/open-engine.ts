import { resolve } from 'node:path';
import { BadInputError } from '../domain/errors.js';
import type { GraphEngine } from './engine.js';

export interface GraphAddress {
  /** `embedded:PATH`, `embedded:` (in memory), or an address that starts with neo4j or bolt. */
  readonly url: string;
  readonly username?: string | null;
  readonly password?: string | null;
  readonly database?: string | null;
}

const NEO4J_URL = /^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\//;

/** Whether an address names an engine; the engine itself may still refuse it. */
export function isGraphUrl(url: string): boolean {
  return url.startsWith('embedded:') || NEO4J_URL.test(url);
}

/** Opens the engine that an address names. Only that engine's driver is loaded. */
export async function openEngine({ url, username = null, password = null, database = null }: GraphAddress): Promise<GraphEngine> {
  if (url.startsWith('embedded:')) {
    const { openEmbedded } = await import('./engines/embedded.js');
    const path = url.slice('embedded:'.length);
    return openEmbedded({ path: path === '' ? null : resolve(path) });
  }
  if (NEO4J_URL.test(url)) {
    const { openNeo4j } = await import('./engines/neo4j.js');
    return openNeo4j({ url, username, password, database });
  }
  throw new BadInputError(
    `GRAPH_URL "${url}" names no engine. Accepted are embedded:PATH, embedded: (in memory), neo4j://HOST:PORT and bolt://HOST:PORT.`,
  );
}
