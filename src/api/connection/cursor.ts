import { z } from 'zod';
import { BadInputError } from '../../domain/errors.js';
import type { Position } from '../../store/pages.js';

const content = z.tuple([z.string(), z.union([z.string(), z.number()]), z.string()]);

/** What the keys of a list are. */
export type KeyType = 'text' | 'number';

/** Where an item stands in a list, as an opaque text that is only good for the same list and order. */
export function encodeCursor(order: string, { key, id }: Position): string {
  return Buffer.from(JSON.stringify([order, key, id])).toString('base64url');
}

/** Throws `BadInputError` for a text that is no cursor, or one of another list or order. */
export function decodeCursor(order: string, keys: KeyType, cursor: string): Position {
  let decoded: unknown;
  try {
    decoded = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    decoded = null;
  }
  const parsed = content.safeParse(decoded);
  if (!parsed.success) throw new BadInputError('after is not a cursor. Accepted is the endCursor of a page of the same list.');
  const [writtenFor, key, id] = parsed.data;
  if (writtenFor !== order)
    throw new BadInputError('after is the cursor of another list or order. Accepted is the endCursor of a page of the same list.');
  if ((typeof key === 'number') !== (keys === 'number'))
    throw new BadInputError('after is not a cursor. Accepted is the endCursor of a page of the same list.');
  return { key, id };
}
