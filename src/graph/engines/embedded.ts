import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import grafeo from '@grafeo-db/js';
import { DefectError, KembarError, StoreError } from '../../domain/errors.js';
import type { GraphEngine, Transaction } from '../engine.js';
import { oneAtATime } from '../one-at-a-time.js';
import type { Parameters, PlainValue, Row } from '../values.js';

type Database = InstanceType<typeof grafeo.GrafeoDB>;

export interface EmbeddedOptions {
  /** File of the graph; null keeps it in memory. */
  readonly path: string | null;
  /** For tests: answers rows of unordered queries in random order. */
  readonly shuffleUnordered?: boolean;
}

/** How many writes may be attempted when two of them meet. */
const ATTEMPTS = 5;

/** Opens Grafeo in this process. The file is created when it is missing, with the folders above it. */
export async function openEmbedded({ path, shuffleUnordered = false }: EmbeddedOptions): Promise<GraphEngine> {
  let database: Database;
  try {
    if (path !== null) await mkdir(dirname(path), { recursive: true });
    database = grafeo.GrafeoDB.create(path, { shuffleUnordered });
  } catch (error) {
    throw openingFault(path, error);
  }
  return new EmbeddedEngine(database, path !== null);
}

class EmbeddedEngine implements GraphEngine {
  readonly name = 'embedded';
  readonly #database: Database;
  readonly #inTurn = oneAtATime();
  #open = true;

  constructor(database: Database, durable: boolean) {
    this.#database = database;
    // Without checkpoints the log grows for as long as the process lives.
    if (durable) database.setCheckpointTriggers({ walBytes: 64 * 1024 * 1024 });
  }

  async read(statement: string, parameters: Parameters = {}): Promise<readonly Row[]> {
    this.#mustBeOpen();
    try {
      return plainRows(await this.#database.executeCypher(statement, parameters));
    } catch (error) {
      throw translated(error);
    }
  }

  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      for (let attempt = 1; ; attempt += 1) {
        this.#mustBeOpen();
        const transaction = this.#database.beginTransaction();
        try {
          const result = await work({
            run: async (statement, parameters = {}) => {
              try {
                return plainRows(await transaction.executeCypher(statement, parameters));
              } catch (error) {
                throw translated(error);
              }
            },
          });
          transaction.commit();
          return result;
        } catch (error) {
          if (transaction.isActive) transaction.rollback();
          if (!isWriteConflict(error) || attempt === ATTEMPTS) throw translated(error);
        }
      }
    });
  }

  async define(statement: string): Promise<void> {
    await this.#inTurn(() => this.read(statement));
  }

  async ping(): Promise<void> {
    await this.read('RETURN 1 AS one');
  }

  async close(): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#open) this.#database.close();
      this.#open = false;
    });
  }

  #mustBeOpen(): void {
    if (!this.#open) throw new StoreError('STORE_UNAVAILABLE', 'the graph is closed');
  }
}

function plainRows(result: { toArray(): Record<string, unknown>[] }): Row[] {
  const rows = result.toArray();
  for (const row of rows) for (const column of Object.keys(row)) row[column] = plain(row[column]);
  return rows as Row[];
}

function plain(value: unknown): PlainValue {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value !== 'object') return (value ?? null) as PlainValue;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isWriteConflict(error: unknown): boolean {
  const cause = error instanceof KembarError ? error.cause : error;
  return /write[- ]write conflict|serialization|transaction conflict/i.test(messageOf(cause));
}

function translated(error: unknown): unknown {
  if (error instanceof KembarError) return error;
  const message = messageOf(error);
  if (/UNIQUE constraint/i.test(message)) return new StoreError('CONFLICT', 'the write would give two things the same id', error);
  if (isWriteConflict(error)) return new StoreError('CONFLICT', 'another write changed the same data at the same time', error);
  return new DefectError('the embedded engine refused a statement', error);
}

function openingFault(path: string | null, error: unknown): KembarError {
  const message = messageOf(error);
  if (/lock/i.test(message)) {
    return new StoreError(
      'GRAPH_IN_USE',
      `the graph file ${path} is open in another process; stop that one, or choose another file with GRAPH_URL=embedded:PATH`,
      error,
    );
  }
  if (/EACCES|EPERM|EROFS|ENOTDIR|EISDIR|permission/i.test(message)) {
    return new StoreError('STORE_UNAVAILABLE', `the graph file ${path} cannot be opened for writing`, error);
  }
  return new StoreError(
    'NOT_A_KEMBAR_GRAPH',
    `the file ${path} is not a graph of Kembar or is damaged; move it away, or choose another file with GRAPH_URL=embedded:PATH`,
    error,
  );
}
