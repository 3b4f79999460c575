import type { FastifyInstance } from 'fastify';
import type { Feed } from '../../live/feed.js';
import { serveEventStream } from './event-stream.js';
import type { Live } from './live.js';
import { Seats } from './seats.js';
import { serveWebSocket } from './web-socket.js';

/** Serves subscriptions: over WebSockets at /graphql, and as server-sent events at /graphql/stream. Ends them with the server. */
export function serveLive(http: FastifyInstance, feed: Feed, options: Omit<Live, 'seats' | 'log'>): void {
  const live: Live = { ...options, log: http.log, seats: new Seats(options.settings.connections) };
  const endSockets = serveWebSocket(http, live);
  const endStreams = serveEventStream(http, live);
  http.addHook('preClose', async () => {
    endStreams();
    await endSockets();
    feed.close();
  });
}
