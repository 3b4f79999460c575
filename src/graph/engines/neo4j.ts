import neo4j, { type Driver, type Record as DriverRecord, type ManagedTransaction, Neo4jError } from 'neo4j-driver';
import { BadInputError, DefectError, KembarError, StoreError } from '../../domain/errors.js';
import type { GraphEngine, ReadOptions, Transaction, WriteOptions } from '../engine.js';
import { oneAtATime } from '../one-at-a-time.js';
import { runWork } from '../run-work.js';
import type { Parameters, PlainValue, Row } from '../values.js';

export interface Neo4jOptions {
  /** `neo4j://` routes to a cluster, `bolt://` goes to one server; `+s` and `+ssc` encrypt. */
  readonly url: string;
  readonly username: string | null;
  readonly password: string | null;
  /** null: the user's home database. */
  readonly database: string | null;
}

const CONNECT_TIMEOUT_MS = 5_000;
/** After this long the server itself gives up on a statement. */
const READ_TIMEOUT_MS = 30_000;
const WRITE_TIMEOUT_MS = 600_000;
const WRITES_AT_ONCE = 4;
/** A process has several bookmarks where several of its writes ended at about the same time. */
const BETWEEN_BOOKMARKS = ',';

/** Prepares connections to a Neo4j server. Nothing is sent before the first statement. */
export function openNeo4j({ url, username, password, database }: Neo4jOptions): GraphEngine {
  const auth = username === null ? undefined : neo4j.auth.basic(username, password ?? '');
  let driver: Driver;
  try {
    driver = neo4j.driver(url, auth, {
      useBigInt: true,
      connectionTimeout: CONNECT_TIMEOUT_MS,
      connectionAcquisitionTimeout: 2 * CONNECT_TIMEOUT_MS,
      maxTransactionRetryTime: CONNECT_TIMEOUT_MS,
      userAgent: 'kembar',
    });
  } catch (error) {
    throw new StoreError('STORE_REFUSED', `GRAPH_URL ${url} is not an address that Neo4j can be reached at`, error);
  }
  return new Neo4jEngine(driver, database ?? undefined);
}

class Neo4jEngine implements GraphEngine {
  readonly name = 'neo4j';
  readonly exclusive = false;
  readonly writesAtOnce = WRITES_AT_ONCE;
  readonly copyTo = null;
  readonly #driver: Driver;
  readonly #database: string | undefined;
  readonly #inTurn = oneAtATime();
  readonly #beside = new Set<Promise<unknown>>();
  /** Shared by all sessions, so that a read sees the writes that went before it, on a cluster too. */
  readonly #bookmarks = neo4j.bookmarkManager();

  constructor(driver: Driver, database: string | undefined) {
    this.#driver = driver;
    this.#database = database;
  }

  async read(
    statement: string,
    parameters: Parameters = {},
    { deadlineMs = READ_TIMEOUT_MS, after = null }: ReadOptions = {},
  ): Promise<readonly Row[]> {
    const session = this.#session('READ', after);
    try {
      return await session.executeRead((transaction) => run(transaction, statement, parameters), { timeout: deadlineMs });
    } catch (error) {
      throw translated(error);
    } finally {
      await session.close();
    }
  }

  async write<T>(work: (transaction: Transaction) => Promise<T>, { beside = false, after = null }: WriteOptions = {}): Promise<T> {
    if (!beside) return this.#inTurn(() => this.#write(work, after));
    const written = this.#write(work, after);
    this.#beside.add(written);
    return written.finally(() => this.#beside.delete(written));
  }

  async #write<T>(work: (transaction: Transaction) => Promise<T>, after: string | null): Promise<T> {
    const session = this.#session('WRITE', after);
    try {
      return await session.executeWrite(
        (transaction) =>
          runWork((statement, parameters = {}) => run(transaction, statement, parameters).catch(rethrowTranslated), work).catch(
            rethrowForDriver,
          ),
        { timeout: WRITE_TIMEOUT_MS },
      );
    } catch (error) {
      throw translated(error);
    } finally {
      await session.close();
    }
  }

  async define(statement: string): Promise<void> {
    await this.write((transaction) => transaction.run(statement));
  }

  async bookmark(): Promise<string | null> {
    const bookmarks = [...(await this.#bookmarks.getBookmarks())];
    return bookmarks.length === 0 ? null : bookmarks.join(BETWEEN_BOOKMARKS);
  }

  async ping(): Promise<void> {
    await this.read('RETURN 1 AS one');
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#beside);
    await this.#inTurn(() => this.#driver.close());
  }

  #session(mode: 'READ' | 'WRITE', after: string | null) {
    return this.#driver.session({
      ...(after === null ? {} : { bookmarks: after.split(BETWEEN_BOOKMARKS) }),
      database: this.#database,
      defaultAccessMode: mode === 'READ' ? neo4j.session.READ : neo4j.session.WRITE,
      bookmarkManager: this.#bookmarks,
    });
  }
}

async function run(transaction: ManagedTransaction, statement: string, parameters: Parameters): Promise<Row[]> {
  const result = await transaction.run(statement, wire(parameters) as Parameters);
  return result.records.map(plainRow);
}

/** A JavaScript number goes over the wire as a float; whole numbers that it holds exactly are sent as integers instead. */
function wire(value: PlainValue): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(wire);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wire(inner)]));
}

function plainRow(record: DriverRecord): Row {
  const row: Record<string, PlainValue> = {};
  for (const column of record.keys as string[]) row[column] = plain(record.get(column));
  return row;
}

function plain(value: unknown): PlainValue {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value !== 'object') return (value ?? null) as PlainValue;
  if (Array.isArray(value)) return value.map(plain);
  if (neo4j.isDate(value) || neo4j.isDateTime(value) || neo4j.isLocalDateTime(value) || neo4j.isDuration(value)) return value.toString();
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

/** N/A: the driver has no connection to give, or is closed. */
const UNREACHABLE = new Set(['ServiceUnavailable', 'SessionExpired', 'N/A', 'Neo.TransientError.General.DatabaseUnavailable']);

function rethrowTranslated(error: unknown): never {
  throw translated(error);
}

/** The driver goes by its own errors when it decides whether to run the work again. */
function rethrowForDriver(error: unknown): never {
  throw error instanceof StoreError && error.cause instanceof Neo4jError && error.cause.retriable ? error.cause : error;
}

function translated(error: unknown): unknown {
  if (error instanceof KembarError) return error;
  const code = error instanceof Neo4jError ? error.code : '';
  if (code.startsWith('Neo.ClientError.Security')) {
    return new StoreError('STORE_REFUSED', 'Neo4j refused the credentials; check NEO4J_USERNAME and NEO4J_PASSWORD', error);
  }
  if (code === 'Neo.ClientError.Database.DatabaseNotFound') {
    return new StoreError('STORE_REFUSED', 'Neo4j has no such database; check NEO4J_DATABASE', error);
  }
  if (code.startsWith('Neo.ClientError.Transaction.InvalidBookmark')) {
    return new BadInputError('the bookmark is none that this store gave; leave it out, or give the one of the last answer', error);
  }
  if (code === 'Neo.ClientError.Schema.ConstraintValidationFailed') {
    return new StoreError('CONFLICT', 'the write would give two things the same id', error);
  }
  if (UNREACHABLE.has(code)) {
    return new StoreError('STORE_UNAVAILABLE', 'Neo4j cannot be reached; check GRAPH_URL and whether the server runs', error);
  }
  if (code === 'Neo.TransientError.General.MemoryPoolOutOfMemoryError') {
    return new StoreError('STORE_BUSY', 'Neo4j has too little memory for this; ask for less, or give it a larger heap', error);
  }
  if (code.startsWith('Neo.TransientError') || code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut')) {
    return new StoreError('STORE_BUSY', 'Neo4j did not answer in time', error);
  }
  return new DefectError('Neo4j refused a statement', error);
}
