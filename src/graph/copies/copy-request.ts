import { realpathSync } from 'node:fs';
import { relative } from 'node:path';
import type { ErrorCode } from '../../domain/errors.js';

/** What is asked for at the socket beside a graph file: one line of JSON. */
export interface CopyRequest {
  /** Where the copy is to be, as a whole path at which nothing is yet. */
  readonly copyTo: string;
}

/** What is answered: one line of JSON, when the copy is there or cannot be. */
export type CopyAnswer = { readonly done: true } | { readonly done: false; readonly code: ErrorCode; readonly message: string };

/** The longest path of a socket on every system. A longer one is cut off silently by some. */
const LONGEST = 103;

/**
 * Where the process that has a graph file open can be asked for copies; null where there can be no such place. A name
 * beside the file, so that whoever may not write in its folder can make none.
 */
export function socketBeside(graphFile: string): string | null {
  // Named pipes of Windows are open to all users by default.
  if (process.platform === 'win32') return null;
  const whole = `${realpathSync(graphFile)}.control`;
  const fromHere = relative(process.cwd(), whole);
  return [whole, fromHere].find((path) => Buffer.byteLength(path) <= LONGEST) ?? null;
}
