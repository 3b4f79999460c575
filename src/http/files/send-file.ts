import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fresh from 'fresh';
import type { FileAnswer } from '../../api/files/file-answer.js';
import { StoreError } from '../../domain/errors.js';

export interface SendingLimits {
  /** How many files may be on their way at a time. */
  readonly most: number;
  /** How long a client may take nothing of a file before it is given up. */
  readonly idleMs: number;
  /** How long a file may be on its way, so that slow clients leave room for others. */
  readonly longestMs: number;
}

export const SENDING_LIMITS: SendingLimits = { most: 8, idleMs: 120_000, longestMs: 1_800_000 };

/** Sends files as they are made, as fast as clients take them, a bounded number at a time. */
export class FileSender {
  readonly #limits: SendingLimits;
  #sending = 0;

  constructor(limits: SendingLimits) {
    this.#limits = limits;
  }

  /** Answers a request with a file, or with 304 where the client has it. A file that fails on its way ends as a broken connection. */
  async send(request: FastifyRequest, reply: FastifyReply, file: FileAnswer, link: string | null): Promise<FastifyReply> {
    const tagged = { etag: file.etag, 'cache-control': 'no-cache', ...(link !== null && { link }) };
    if (isHeld(request.headers['if-none-match'], file.etag)) return reply.headers(tagged).code(304).send();
    if (this.#sending >= this.#limits.most) {
      reply.header('retry-after', '5');
      throw new StoreError('STORE_BUSY', `${this.#limits.most} files are being sent already; try again in a moment`);
    }
    this.#sending += 1;
    try {
      const text = await file.open();
      reply.headers({
        ...tagged,
        'content-type': file.format.contentType,
        'content-disposition': `attachment; filename="${file.name}"`,
        'x-content-type-options': 'nosniff',
      });
      if (request.method === 'HEAD') {
        this.#sending -= 1;
        return reply.send();
      }
      const stream = Readable.from(text);
      reply.raw.setTimeout(this.#limits.idleMs, () => reply.raw.destroy());
      const longest = setTimeout(() => reply.raw.destroy(), this.#limits.longestMs);
      stream.once('close', () => {
        this.#sending -= 1;
        clearTimeout(longest);
      });
      return reply.send(stream);
    } catch (error) {
      this.#sending -= 1;
      throw error;
    }
  }
}

/** Whether a client has the file already. A client that asks on a condition means it, also when it tells caches to stay out of it. */
function isHeld(condition: string | undefined, etag: string): boolean {
  // That it would take any file says nothing of whether there is one: only opening it would.
  return condition !== undefined && condition !== '*' && fresh({ 'if-none-match': condition }, { etag });
}
