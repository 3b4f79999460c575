import { connectIds, type PageArgs } from '../connection/connection.js';
import type { Context } from '../context.js';

/** The agreements behind a number, by id, as a connection. */
export function witnesses(context: Context, ids: readonly string[] | (() => Promise<readonly string[]>), args: PageArgs) {
  return connectIds(context, { order: 'witnesses', label: 'Agreement', ids: typeof ids === 'function' ? ids : async () => ids }, args);
}
