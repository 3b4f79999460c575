import type { ServerResponse } from 'node:http';

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // A proxy that gathers what it passes on would hold back events.
  'x-accel-buffering': 'no',
};

/** One stream of server-sent events. What is not read is waited for, so that at most one event waits in memory here. */
export class StreamConnection {
  readonly #response: ServerResponse;
  readonly #beat: NodeJS.Timeout;
  readonly #mayStay: () => Promise<void>;
  /** Since how many beats something waits to be read. */
  #beatsUnread = 0;
  #stop: () => unknown = () => undefined;
  /** Ends the wait for what was not read. */
  #release: () => void = () => undefined;
  /** What ended it, other than the client. */
  #fault: unknown = null;

  /** `mayStay` throws where whoever listens may not any more; it is asked with every beat. */
  constructor(response: ServerResponse, keepaliveMs: number, mayStay: () => Promise<void>) {
    this.#response = response;
    this.#mayStay = mayStay;
    response.on('error', () => undefined);
    response.on('close', () => {
      clearInterval(this.#beat);
      this.#release();
      this.#stop();
    });
    this.#beat = setInterval(() => this.#look(), keepaliveMs).unref();
    response.writeHead(200, HEADERS);
    // Some browsers do not take headers alone for an answer.
    response.write(':\n\n');
  }

  /** What is to be done when nobody listens any more, or may not. */
  onClose(stop: () => unknown): void {
    this.#stop = stop;
    if (this.#response.destroyed || this.#response.writableEnded) stop();
  }

  /** Sends an answer. Resolves when there is room for the next one. Throws as `mustStay`. */
  async next(answer: object): Promise<void> {
    this.mustStay();
    await this.#write(`event: next\ndata: ${JSON.stringify(answer)}\n\n`);
  }

  /** Throws what ended the stream, where it was not the client. */
  mustStay(): void {
    if (this.#fault !== null) throw this.#fault;
  }

  /** Sends a last answer, and that it was the last. */
  async complete(answer: object): Promise<void> {
    await this.#write(`event: next\ndata: ${JSON.stringify(answer)}\n\nevent: complete\ndata:\n\n`);
    this.close();
  }

  close(): void {
    clearInterval(this.#beat);
    if (this.#response.writableNeedDrain) this.#response.destroy();
    else this.#response.end();
  }

  async #write(text: string): Promise<void> {
    const response = this.#response;
    if (response.destroyed || response.writableEnded || response.write(text)) return;
    await new Promise<void>((resolve) => {
      this.#release = resolve;
      response.once('drain', resolve);
    });
  }

  /** Shows that it lives, and drops who has not read what was sent a beat ago. */
  #look(): void {
    this.#beatsUnread = this.#response.writableNeedDrain ? this.#beatsUnread + 1 : 0;
    if (this.#beatsUnread > 1) {
      this.#response.destroy();
      return;
    }
    if (this.#beatsUnread === 0) this.#response.write(':\n\n');
    this.#mayStay().catch((error) => {
      this.#fault = error;
      this.#stop();
    });
  }
}
