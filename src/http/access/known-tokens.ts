import { timingSafeEqual } from 'node:crypto';
import type { Actor } from '../../domain/access/actor.js';
import { tokenRefused } from '../../domain/access/token-refusals.js';
import { BadInputError, SourceError } from '../../domain/errors.js';
import { ChangingFile } from '../../exchange/format/changing-file.js';
import { hashOfToken } from './static-token.js';
import { endOf, readTokenEntries, type TokenEntry } from './token-entries.js';

/** Where is told what whoever runs the server should know and whoever asks should not. */
export interface AccessLog {
  error(details: object, message: string): void;
}

interface Known {
  readonly entry: TokenEntry;
  readonly hash: Buffer;
}

/**
 * The static tokens of a file. It is read again when it changes, so that a token can be revoked while the server runs. A
 * file that is gone or broken by then lets nobody in until it is mended: what it meant to revoke is not known.
 */
export class KnownTokens {
  readonly #file: ChangingFile<readonly Known[]>;
  readonly #log: AccessLog;

  private constructor(file: string, log: AccessLog) {
    this.#file = new ChangingFile(file, (text) =>
      readTokenEntries(file, text).map((entry) => ({ entry, hash: Buffer.from(entry.sha256, 'hex') })),
    );
    this.#log = log;
  }

  /** Throws `BadInputError` for a file that cannot be read, or is wrong. */
  static async open(file: string, log: AccessLog): Promise<KnownTokens> {
    const tokens = new KnownTokens(file, log);
    try {
      await tokens.#file.now();
    } catch (error) {
      if (error instanceof BadInputError) throw error;
      throw new BadInputError(`TOKENS_FILE ${file} cannot be read: ${(error as Error).message}`, error);
    }
    return tokens;
  }

  /** Whose token it is. Throws `UnauthenticatedError`, or `SourceError` where the file cannot be read any more. */
  async actorOf(token: string, now = Date.now()): Promise<Actor> {
    let known: readonly Known[];
    try {
      known = await this.#file.now();
    } catch (error) {
      this.#log.error({ err: error }, `the tokens of ${this.#file.path} are not accepted until the file is mended`);
      throw new SourceError('the list of tokens cannot be read; whoever runs this server finds the reason in its log', error);
    }
    const hash = hashOfToken(token);
    // All of them are compared, so that the time tells nothing of which one it is.
    const [entry] = known.filter((one) => timingSafeEqual(one.hash, hash)).map((one) => one.entry);
    if (entry === undefined) throw tokenRefused('UNKNOWN');
    const end = endOf(entry);
    if (end !== null && now >= end) throw tokenRefused('EXPIRED');
    return { id: `token:${entry.name}`, name: entry.name, role: entry.role, within: entry.within ?? null };
  }
}
