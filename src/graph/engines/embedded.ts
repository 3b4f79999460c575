import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import grafeo from '@grafeo-db/js';
import { DefectError, KembarError, StoreError } from '../../domain/errors.js';
import { type CopyOffer, offerCopies } from '../copies/offer-copies.js';
import type { GraphEngine, Transaction } from '../engine.js';
import { oneAtATime } from '../one-at-a-time.js';
import { runWork } from '../run-work.js';
import type { Parameters, PlainValue, Row } from '../values.js';

type Database = InstanceType<typeof grafeo.GrafeoDB>;

export interface EmbeddedOptions {
  /** File of the graph; null keeps it in memory. */
  readonly path: string | null;
  /** Whether other processes of the same user may have copies made of the file (see ../copies). */
  readonly offersCopies?: boolean;
  /** For tests: answers rows of unordered queries in random order. */
  readonly shuffleUnordered?: boolean;
}

/** How many writes may be attempted when two of them meet. */
const ATTEMPTS = 5;

/** Opens Grafeo in this process. The file is created when it is missing, with the folders above it. */
export async function openEmbedded({ path, offersCopies = false, shuffleUnordered = false }: EmbeddedOptions): Promise<GraphEngine> {
  if (path !== null) {
    await mkdir(dirname(path), { recursive: true }).catch((error) => {
      throw cannotOpen(path, error);
    });
  }
  const engine = opened(path, () => new EmbeddedEngine(grafeo.GrafeoDB.create(path, { shuffleUnordered }), path !== null));
  if (path !== null && offersCopies) await engine.offerCopies(path);
  return engine;
}

/** Opens a file that there is, beside others who read it, and changes nothing, not even the file. */
export async function openEmbeddedReadOnly(path: string): Promise<GraphEngine> {
  return opened(path, () => new EmbeddedEngine(grafeo.GrafeoDB.openReadOnly(path), false));
}

function opened(path: string | null, open: () => EmbeddedEngine): EmbeddedEngine {
  try {
    return open();
  } catch (error) {
    throw openingFault(path, error);
  }
}

class EmbeddedEngine implements GraphEngine {
  readonly name = 'embedded';
  readonly exclusive = true;
  readonly writesAtOnce = 1;
  readonly #database: Database;
  readonly #inTurn = oneAtATime();
  #offer: CopyOffer | null = null;
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
          const result = await runWork(async (statement, parameters = {}) => {
            try {
              return plainRows(await transaction.executeCypher(statement, parameters));
            } catch (error) {
              throw translated(error);
            }
          }, work);
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

  readonly copyTo = (file: string): Promise<void> =>
    this.#inTurn(async () => {
      this.#mustBeOpen();
      try {
        this.#database.save(file);
      } catch (error) {
        throw new StoreError('STORE_UNAVAILABLE', `the graph cannot be copied to ${file}: ${messageOf(error)}`, error);
      }
    });

  /** Nobody else can have the file open. */
  async bookmark(): Promise<null> {
    return null;
  }

  async offerCopies(path: string): Promise<void> {
    this.#offer = await offerCopies(path, this.copyTo);
  }

  async ping(): Promise<void> {
    await this.read('RETURN 1 AS one');
  }

  async close(): Promise<void> {
    // While the file is still locked: the next one to open it makes an offer of its own at the same place.
    await this.#offer?.close();
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

/** The kind of a fault by its GQL status. Messages do not tell it: they quote the statement. */
function statusOf(error: unknown): string {
  const fault = error instanceof KembarError ? error.cause : error;
  return String((fault as { gqlStatus?: unknown } | null | undefined)?.gqlStatus ?? '');
}

const CONSTRAINT_VIOLATION = 'G2000';

/** Statuses of class 40: the transaction was rolled back. */
function isWriteConflict(error: unknown): boolean {
  return statusOf(error).startsWith('40');
}

function translated(error: unknown): unknown {
  if (error instanceof KembarError) return error;
  if (statusOf(error) === CONSTRAINT_VIOLATION) return new StoreError('CONFLICT', 'the write would give two things the same id', error);
  if (isWriteConflict(error)) return new StoreError('CONFLICT', 'another write changed the same data at the same time', error);
  return new DefectError('the embedded engine refused a statement', error);
}

/** Grafeo gives no status here. What is looked for stands before the path in a message, or at its end. */
function openingFault(path: string | null, error: unknown): KembarError {
  const message = messageOf(error);
  if (/database file (?:cannot be locked|is locked)/.test(message)) {
    return new StoreError(
      'GRAPH_IN_USE',
      `the graph file ${path} is open in another process; stop that one, or choose another file with GRAPH_URL=embedded:PATH`,
      error,
    );
  }
  if (/\(os error \d+\)$/.test(message)) return cannotOpen(path, error);
  return new StoreError(
    'NOT_A_KEMBAR_GRAPH',
    `the file ${path} is not a graph of Kembar or is damaged; move it away, or choose another file with GRAPH_URL=embedded:PATH`,
    error,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function cannotOpen(path: string | null, error: unknown): KembarError {
  return new StoreError('STORE_UNAVAILABLE', `the graph file ${path} cannot be opened for writing`, error);
}
