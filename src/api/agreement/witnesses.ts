import { connectInHand, type PageArgs } from '../connection/connection.js';
import type { Context } from '../context.js';

/** The agreements behind a number, by id, as a connection. */
export function witnesses({ load }: Context, ids: readonly string[], args: PageArgs) {
  return connectInHand(
    {
      order: 'witnesses',
      items: async () => ids,
      position: (id) => ({ key: id, id }),
      node: (id) => load.entity('Agreement', id),
    },
    args,
  );
}
