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
}

export const SENDING_LIMITS: SendingLimits = { most: 8, idleMs: 120_000 };

/** Sends files as they are made, as fast as clients take them, a bounded number at a time. */
export class FileSender {
  readonly #limits: SendingLimits;
  #sending = 0;

  constructor(limits: SendingLimits) {
    this.#limits = limits;
  }

  /** Answers a request with a file, or with 304 where the client has it. A file that fails on its way ends as a broken connection. */
  async send(request: FastifyRequest, reply: FastifyReply, file: FileAnswer): Promise<FastifyReply> {
    reply.headers({ etag: file.etag, 'cache-control': 'no-cache' });
    // Only this: a client that asks on a condition means it, also when it tells caches to stay out of it.
    if (fresh({ 'if-none-match': request.headers['if-none-match'] }, { etag: file.etag })) return reply.code(304).send();
    if (this.#sending >= this.#limits.most) {
      reply.header('retry-after', '5');
      throw new StoreError('STORE_BUSY', `${this.#limits.most} files are being sent already; try again in a moment`);
    }
    this.#sending += 1;
    try {
      const text = await file.open();
      reply.headers({
        'content-type': file.format.contentType,
        'content-disposition': `attachment; filename="${file.name}"`,
        'x-content-type-options': 'nosniff',
      });
      if (request.method === 'HEAD') {
        this.#sending -= 1;
        return reply.send();
      }
      const stream = Readable.from(text);
      stream.once('close', () => {
        this.#sending -= 1;
      });
      reply.raw.setTimeout(this.#limits.idleMs, () => reply.raw.destroy());
      return reply.send(stream);
    } catch (error) {
      this.#sending -= 1;
      throw error;
    }
  }
}
