import { createConnection } from 'node:net';
import { text } from 'node:stream/consumers';
import { StoreError } from '../../domain/errors.js';
import { type CopyAnswer, type CopyRequest, socketBeside } from './copy-request.js';

/** Far longer than the largest graph takes to be copied. */
const PATIENCE_MS = 600_000;

/**
 * Has the process that has a graph file open write a copy of it to a whole path at which nothing is yet. Throws
 * `StoreError`: GRAPH_IN_USE where that process makes no copies, STORE_BUSY where it does not answer in `patienceMs`.
 */
export async function askForCopy(graphFile: string, file: string, { patienceMs = PATIENCE_MS } = {}): Promise<void> {
  const path = socketBeside(graphFile);
  if (path === null) throw makesNone(graphFile, 'the path of the graph file is too long for a socket beside it, or this is Windows');
  const socket = createConnection({ path, allowHalfOpen: true });
  socket.setTimeout(patienceMs, () => socket.destroy(hangs(graphFile, patienceMs)));
  const request: CopyRequest = { copyTo: file };
  let answered: string;
  try {
    socket.write(`${JSON.stringify(request)}\n`);
    answered = await text(socket);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw makesNone(graphFile, `it does not answer at ${path}`, error);
  } finally {
    socket.destroy();
  }
  if (answered === '') throw new StoreError('STORE_UNAVAILABLE', 'the process that has the graph open ended before it made the copy');
  const answer = JSON.parse(answered) as CopyAnswer;
  if (!answer.done) throw new StoreError(answer.code, answer.message);
}

function hangs(graphFile: string, afterMs: number): StoreError {
  return new StoreError(
    'STORE_BUSY',
    `the process that has the graph file ${graphFile} open was asked for a copy and did not answer for ${afterMs / 1000} s; see whether it hangs`,
  );
}

function makesNone(graphFile: string, reason: string, cause?: unknown): StoreError {
  return new StoreError(
    'GRAPH_IN_USE',
    `the graph file ${graphFile} is open in another process that makes no copies for this user: ${reason}; stop that process first`,
    cause,
  );
}
