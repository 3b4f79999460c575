import type { FastifyRequest } from 'fastify';
import { BadInputError } from '../domain/errors.js';

/** The header by which a client that wrote through one process sees its writes through another one. */
export const BOOKMARK_HEADER = 'kembar-bookmark';

const LONGEST = 2_000;

/** The bookmark of a request; null: it has none. Throws `BadInputError` for what cannot be one. */
export function bookmarkOf({ headers }: FastifyRequest): string | null {
  const header = headers[BOOKMARK_HEADER];
  const bookmark = Array.isArray(header) ? header.join(',') : (header ?? '');
  if (bookmark === '') return null;
  if (bookmark.length > LONGEST || !/^[\w:,+/=-]+$/.test(bookmark))
    throw new BadInputError(`the header ${BOOKMARK_HEADER} holds no bookmark; accepted is \`bookmark\` of the answer to an edit`);
  return bookmark;
}
