import type { IncomingMessage } from 'node:http';
import type { WebSocket as Channel } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';
import type { Context } from '../../api/context.js';
import { KembarError } from '../../domain/errors.js';
import { contextNow, followerNow, type Live } from './live.js';

/** What may wait to be sent. Every event waits for the one before it, so more only comes together where somebody asks and does not read. */
const MOST_BUFFERED_BYTES = 1024 * 1024;
/** What a close frame has room for. */
const LONGEST_REASON = 120;

/** Whoever has said who they are. */
interface Connected {
  /** What they follow, by their ids for it. */
  readonly subscriptions: Readonly<Record<string, unknown>>;
}

/** One WebSocket: whose it is, whether it lives, and whether anything is asked of it. */
export class SocketConnection {
  readonly #socket: WebSocket;
  readonly #live: Live;
  #authorization: string | undefined;
  /** Null until it has said who it is. */
  #connected: Connected | null = null;
  #answered = true;
  #idleSince = Date.now();
  readonly #beat: NodeJS.Timeout;

  constructor(socket: WebSocket, request: IncomingMessage, live: Live) {
    this.#socket = socket;
    this.#live = live;
    this.#authorization = request.headers.authorization;
    socket.on('pong', () => {
      this.#answered = true;
    });
    socket.on('ping', () => this.#mustBeRead());
    this.#beat = setInterval(() => this.#look(), live.settings.keepaliveMs).unref();
  }

  /** The socket as the protocol sees it. */
  get channel(): Channel {
    return {
      protocol: this.#socket.protocol,
      // Resolves when it has left, so that what is not read is not prepared either.
      send: (text) =>
        new Promise((resolve) => {
          if (this.#socket.readyState !== this.#socket.OPEN) resolve();
          else this.#socket.send(text, () => resolve());
        }),
      close: (code, reason = '') => this.#close(code ?? 1000, reason),
      onMessage: (answer) => {
        this.#socket.on('message', (message: RawData) => {
          this.#mustBeRead();
          answer(String(message)).catch((error) => this.#failed(error));
        });
      },
    };
  }

  /** Lets somebody in who may follow changes. False: they are not, and the connection ends. */
  async greeted(connected: Connected, authorization: string | undefined): Promise<boolean> {
    this.#authorization = authorization ?? this.#authorization;
    this.#connected = connected;
    return this.#mayStay();
  }

  /** What an event is answered with now. Throws where nothing is ready, or the token does not hold any more; then the connection ends. */
  async context(): Promise<Context> {
    try {
      return await contextNow(this.#live, this.#authorization);
    } catch (error) {
      this.#end(error);
      throw error;
    }
  }

  closed(): void {
    clearInterval(this.#beat);
  }

  async #mayStay(): Promise<boolean> {
    try {
      await followerNow(this.#live, this.#authorization);
      return true;
    } catch (error) {
      this.#end(error);
      return false;
    }
  }

  /** Looks whether it lives, is used, and is still somebody's. */
  #look(): void {
    if (!this.#answered) {
      this.#socket.terminate();
      return;
    }
    if (this.#connected !== null && Object.keys(this.#connected.subscriptions).length > 0) this.#idleSince = Date.now();
    if (Date.now() - this.#idleSince > this.#live.settings.idleMs) {
      this.#close(4408, 'nothing is subscribed to over this connection');
      return;
    }
    this.#answered = false;
    this.#socket.ping();
    if (this.#connected !== null) void this.#mayStay();
  }

  #mustBeRead(): void {
    if (this.#socket.bufferedAmount > MOST_BUFFERED_BYTES) this.#socket.terminate();
  }

  /** Ends the connection of somebody who is not let in, or of whom it cannot be known. */
  #end(error: unknown): void {
    if (!(error instanceof KembarError)) this.#failed(error);
    else if (error.code === 'UNAUTHENTICATED' || error.code === 'FORBIDDEN') this.#close(4403, error.message);
    else if (error.code === 'SOURCE_UNAVAILABLE') this.#close(1013, error.message);
  }

  #failed(error: unknown): void {
    this.#live.log.error({ err: error }, 'a WebSocket met a defect');
    this.#close(4500, 'a defect in Kembar; details are in the server log');
  }

  /** The first reason is the one that is told. */
  #close(code: number, reason: string): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.close(code, Buffer.from(reason).subarray(0, LONGEST_REASON).toString());
  }
}
