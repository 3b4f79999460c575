import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import { type Context as Connected, handleProtocols, makeServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { subscriptionArgs } from './asked-subscription.js';
import { deliveries, shownErrors } from './deliveries.js';
import type { Live } from './live.js';
import { FULL } from './seats.js';
import { SocketConnection } from './socket-connection.js';

/** The largest message that is read. A subscription with its variables has about a hundredth of it. */
const MAX_MESSAGE_BYTES = 256 * 1024;
/** How long the end of the server waits for the other side to close. */
const PATIENCE_MS = 1_000;
/** How long a connection may take to say who it is. */
const GREETING_MS = 10_000;

/** Serves graphql-transport-ws at /graphql. Gives what ends all connections. */
export function serveWebSocket(http: FastifyInstance, live: Live): () => Promise<void> {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    handleProtocols: (offered) => handleProtocols(offered),
  });
  const protocol = protocolOf(live);
  let isOver = false;
  http.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refusal = isOver ? '503 Service Unavailable' : refusalOf(request);
    if (refusal !== null) {
      // Nobody else listens to a socket that asks for an upgrade, and one that is told no may break off or stay half open.
      socket.on('error', () => socket.destroy());
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => seated(webSocket, request));
  });
  const seated = (socket: WebSocket, request: IncomingMessage) => {
    // What is wrong with what comes closes the socket by itself, with the code that belongs to it.
    socket.on('error', () => undefined);
    if (!live.seats.take()) {
      socket.close(1013, FULL);
      return;
    }
    const connection = new SocketConnection(socket, request, live);
    const closed = protocol.opened(connection.channel, { connection });
    socket.once('close', (code, reason) => {
      live.seats.leave();
      connection.closed();
      closed(code, String(reason)).catch((error) => live.log.error({ err: error }, 'a WebSocket could not be left'));
    });
  };
  return async () => {
    isOver = true;
    const open = [...sockets.clients];
    const closed = open.map((socket) => new Promise<void>((resolve) => socket.once('close', () => resolve())));
    for (const socket of open) socket.close(1001, 'the server stops');
    const cutOff = setTimeout(() => open.map((socket) => socket.terminate()), PATIENCE_MS);
    await Promise.all(closed);
    clearTimeout(cutOff);
  };
}

interface Extra {
  readonly connection: SocketConnection;
}

/** How the messages of the protocol are answered. */
function protocolOf({ schema, settings, log }: Live) {
  return makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: GREETING_MS,
    onConnect: async (connected) => {
      const { connectionParams = {}, extra } = connected;
      return extra.connection.greeted(connected, authorizationIn(connectionParams));
    },
    onSubscribe: (connected, _id, asked) => {
      if (count(connected) <= settings.subscriptions) {
        const checked = subscriptionArgs(schema, asked);
        return 'document' in checked ? { ...checked, contextValue: connected.extra } : checked;
      }
      const message = `a connection may have ${settings.subscriptions} subscriptions at once; complete one, or open another connection`;
      return [new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } })];
    },
    subscribe: async (args) => {
      const { connection } = args.contextValue as Extra;
      return deliveries(args, () => connection.context()) as never;
    },
    onNext: (_connected, _id, _asked, _args, result) =>
      result.errors === undefined ? undefined : { ...result, errors: shownErrors(result.errors, log) as never },
    onError: (_connected, _id, _asked, errors) => shownErrors(errors, log),
  });
}

function count({ subscriptions }: Connected<Record<string, unknown>, Extra>): number {
  return Object.keys(subscriptions).length;
}

/** The token that the first message brings; headers cannot be set by a page. */
function authorizationIn(params: Readonly<Record<string, unknown>>): string | undefined {
  const [, value] = Object.entries(params).find(([name]) => name.toLowerCase() === 'authorization') ?? [];
  return typeof value === 'string' ? value : undefined;
}

/** Why a request is not taken for a WebSocket, as a status; null: it is. */
function refusalOf({ url = '', headers }: IncomingMessage): string | null {
  if (headers.upgrade?.toLowerCase() !== 'websocket') return '426 Upgrade Required\r\nUpgrade: websocket';
  if (url.split('?')[0] !== '/graphql') return '404 Not Found';
  return isOfThisSite(headers) ? null : '403 Forbidden';
}

/**
 * Whether a request comes from a page of this server, or from no page. Browsers keep pages of other sites from reading answers
 * over HTTP, but not from WebSockets, and a server may be open to those inside a network only.
 */
function isOfThisSite({ origin, host, 'x-forwarded-host': forwarded }: IncomingMessage['headers']): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && [host, forwarded].includes(new URL(origin).host);
}
