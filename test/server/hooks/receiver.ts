import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AgreementChanged, Message } from '../../../src/live/hooks/message.js';
import { eventually } from '../server-process.js';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly message: Omit<Message, 'id'>;
}

export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** How many messages were being answered at once, at most. */
  mostAtOnce(): number;
  /** Waits until so many messages have come, and gives them. */
  has(messages: number): Promise<Received[]>;
  close(): Promise<void>;
}

/** How a message is answered: by a status, with headers, or as it likes. */
export type Answer = (number: number) => number | ((response: ServerResponse) => void | Promise<void>);

/** Somebody who takes messages over HTTP, and answers each as they are told to; the first one has the number 0. */
export async function startReceiver(answer: Answer = () => 204): Promise<Receiver> {
  const received: Received[] = [];
  let [now, most] = [0, 0];
  const http = createServer(async (request, response) => {
    now += 1;
    most = Math.max(most, now);
    response.on('close', () => {
      now -= 1;
    });
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    const reaction = answer(received.length);
    received.push({ headers: request.headers, body, message: JSON.parse(body) });
    if (typeof reaction === 'number') response.writeHead(reaction).end();
    else await reaction(response);
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/in`,
    received,
    mostAtOnce: () => most,
    has: async (messages) => {
      await eventually(async () => received.length >= messages);
      return received;
    },
    close: async () => {
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
}

/** The number of the revision that each message tells of. */
export function numbersOf(received: readonly Received[]): number[] {
  return received.map(({ message }) => (message.data as AgreementChanged).revision.number);
}
