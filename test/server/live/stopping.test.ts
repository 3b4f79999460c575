import { once } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startServerProcess } from '../server-process.js';

const SUBSCRIPTION = 'subscription { revisionMade { number } }';

test('a server that is told to stop ends what follows it, and itself', async () => {
  const server = startServerProcess({ GRAPH_URL: 'embedded:', LOAD_DATA: 'false' });
  await server.printed('Kembar listens');
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  const answered = once(socket, 'message');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  expect(JSON.parse(String((await answered)[0]))).toEqual({ type: 'connection_ack' });
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: SUBSCRIPTION } }));
  const stream = await fetch(`${server.url}/graphql/stream?query=${encodeURIComponent(SUBSCRIPTION)}`);
  const reader = stream.body?.getReader();
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe(':\n\n');

  const closed = once(socket, 'close').then(([code]) => code);
  const rest = reader?.read();
  expect(await server.stop()).toBe(0);
  expect(await closed).toBe(1001);
  expect(await rest).toEqual({ done: true, value: undefined });
});
