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

const EMBEDDED = 'embedded:';
const NEO4J_URL = /^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\//;

/** Whether an address names an engine; the engine itself may still refuse it. */
export function isGraphUrl(url: string): boolean {
  return url.startsWith(EMBEDDED) || NEO4J_URL.test(url);
}

/** The file of an embedded graph, as a whole path. Empty: it is in memory. Null: the address is of another engine. */
export function embeddedFile(url: string): string | null {
  return url.startsWith(EMBEDDED) ? fileOf(url) : null;
}

function fileOf(url: string): string {
  const path = url.slice(EMBEDDED.length);
  return path === '' ? '' : resolve(path);
}

/** Opens the file of an embedded graph to read it, beside others who do, and never to change it. Throws `StoreError`. */
export async function openFileToRead(path: string): Promise<GraphEngine> {
  const { openEmbeddedReadOnly } = await import('./engines/embedded.js');
  return openEmbeddedReadOnly(path);
}

/** Opens the engine that an address names. Only that engine's driver is loaded. */
export async function openEngine({ url, username = null, password = null, database = null }: GraphAddress): Promise<GraphEngine> {
  if (url.startsWith(EMBEDDED)) {
    const { openEmbedded } = await import('./engines/embedded.js');
    const path = fileOf(url);
    return openEmbedded({ path: path === '' ? null : path, offersCopies: true });
  }
  if (NEO4J_URL.test(url)) {
    const { openNeo4j } = await import('./engines/neo4j.js');
    return openNeo4j({ url, username, password, database });
  }
  throw new BadInputError(
    `GRAPH_URL "${url}" names no engine. Accepted are embedded:PATH, embedded: (in memory), neo4j://HOST:PORT and bolt://HOST:PORT.`,
  );
}
