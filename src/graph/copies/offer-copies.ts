import { rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { isAbsolute } from 'node:path';
import { createInterface } from 'node:readline';
import { isMainThread } from 'node:worker_threads';
import { KembarError } from '../../domain/errors.js';
import { type CopyAnswer, type CopyRequest, socketBeside } from './copy-request.js';

/** An open place at which copies can be asked for. */
export interface CopyOffer {
  close(): Promise<void>;
}

/** How long somebody may be connected without having asked. */
const PATIENCE_MS = 5_000;

/**
 * Lets other processes of the same user ask for copies of an embedded graph while this one has its file open, at a socket
 * beside the file. To be called by whoever holds the lock of the file. Null where no such socket can be made: the graph
 * is as good without.
 */
export async function offerCopies(graphFile: string, copyTo: (file: string) => Promise<void>): Promise<CopyOffer | null> {
  const path = socketBeside(graphFile);
  // A thread cannot say who may use what it makes.
  if (path === null || !isMainThread) return null;
  const connections = new Set<Socket>();
  const underWay = new Set<Promise<void>>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket)).on('error', () => undefined);
    // What fails here concerns only whoever asked, who sees the end of the connection.
    const answering = answer(socket, copyTo)
      .catch(() => void socket.destroy())
      .finally(() => underWay.delete(answering));
    underWay.add(answering);
  });
  try {
    // A process that was killed left its socket, and cannot be alive while this one has the lock.
    rmSync(path, { force: true });
    await listenForThisUser(server, path);
  } catch {
    return null;
  }
  return {
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
      await Promise.all(underWay);
      for (const socket of connections) socket.destroySoon();
      await closed;
    },
  };
}

/** The socket is made with the rights that it is to have: rights that are taken away later may have been used before. */
async function listenForThisUser(server: Server, path: string): Promise<void> {
  const before = process.umask(0o177);
  try {
    // The socket is made at once; only the news of it comes later.
    const listening = new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
    server.listen(path).unref();
    process.umask(before);
    await listening;
  } finally {
    process.umask(before);
  }
}

async function answer(socket: Socket, copyTo: (file: string) => Promise<void>): Promise<void> {
  socket.setTimeout(PATIENCE_MS, () => socket.destroy());
  for await (const line of createInterface({ input: socket })) {
    const file = fileOf(line);
    if (file === null) break;
    socket.setTimeout(0);
    const answered = await copied(file, copyTo);
    const left = await hasLeft(socket);
    if (!left) socket.end(`${JSON.stringify(answered)}\n`);
    // Whoever asked was killed and cannot put the copy in its place, or take it away.
    else if (answered.done) rmSync(file, { force: true });
    return;
  }
  socket.destroy();
}

async function copied(file: string, copyTo: (file: string) => Promise<void>): Promise<CopyAnswer> {
  try {
    await copyTo(file);
    return { done: true };
  } catch (error) {
    const known = error instanceof KembarError ? error : null;
    return { done: false, code: known?.code ?? 'INTERNAL', message: known?.message ?? 'the copy failed' };
  }
}

/** The end of a connection is only noticed between pieces of work, and the copy was one long piece. */
async function hasLeft(socket: Socket): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  return socket.destroyed || socket.readableEnded;
}

function fileOf(line: string): string | null {
  try {
    const { copyTo } = JSON.parse(line) as Partial<CopyRequest>;
    return typeof copyTo === 'string' && isAbsolute(copyTo) ? copyTo : null;
  } catch {
    return null;
  }
}
