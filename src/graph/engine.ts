import type { Parameters, Row } from './values.js';

/**
 * Statements run inside one transaction, one after the other, also when they are started together.
 * One that fails fails the whole write, whatever the work makes of it.
 */
export interface Transaction {
  run(statement: string, parameters?: Parameters): Promise<readonly Row[]>;
}

/**
 * The port to a graph store that speaks Cypher. Engines are siblings: whatever holds for one holds
 * for all, and the contract suite checks it. Every method throws `KembarError` and nothing else:
 * `StoreError` for what befalls the store, INTERNAL for a statement that no store can run.
 */
export interface GraphEngine {
  /** Name of the engine; the query book prefers `<query>.<name>.cypher` where it exists. */
  readonly name: EngineName;

  /** Whether no other process can have the graph open at the same time. */
  readonly exclusive: boolean;

  /** How many writes that say so (`beside`) may usefully be under way at the same time. */
  readonly writesAtOnce: number;

  /**
   * Runs one reading statement outside a transaction. Sees every write that was committed before the
   * call through this engine object. May be run again by itself after a passing fault. Where the engine can, it stops
   * working on the answer once the deadline has passed; nobody waits for it then.
   */
  read(statement: string, parameters?: Parameters, options?: ReadOptions): Promise<readonly Row[]>;

  /**
   * Runs `work` in one transaction: all of it is committed when `work` resolves, none when it throws.
   * `work` may be called again after a passing conflict, so it must not keep state of its own.
   * Writes of one engine object follow one another, but for those that begin `beside` others where the engine can:
   * their callers see to it that no two of them touch the same before one has ended.
   */
  write<T>(work: (transaction: Transaction) => Promise<T>, options?: WriteOptions): Promise<T>;

  /** Runs one statement that changes constraints or indexes. Such a change cannot be rolled back. */
  define(statement: string): Promise<void>;

  /**
   * Writes the graph, as it is between two writes, into a new file that the same engine opens. Null where the store has
   * tools of its own for it. Reads and writes wait meanwhile.
   */
  readonly copyTo: ((file: string) => Promise<void>) | null;

  /**
   * How far this process has come with the store, for another process that is to see at least as much: given to its reads
   * and writes as `after`. Null where no other process can have the store open, or nothing was asked yet.
   */
  bookmark(): Promise<string | null>;

  /** Resolves when the store answers. */
  ping(): Promise<void>;

  /** Releases files and connections once the writes that began before are done. Further calls are rejected. */
  close(): Promise<void>;
}

export interface ReadOptions {
  readonly deadlineMs?: number;
  /** A bookmark of any process; what it stands for is seen, or waited for. Throws `BadInputError` for what is none. */
  readonly after?: string | null;
}

export interface WriteOptions {
  readonly beside?: boolean;
  /** As for reads. */
  readonly after?: string | null;
}

export const ENGINE_NAMES = ['embedded', 'neo4j'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];
