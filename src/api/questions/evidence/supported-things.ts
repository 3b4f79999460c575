import { labelOf } from '../../../domain/ontology.js';
import { isEntityLabel } from '../../../store/entities.js';
import type { Page, Position } from '../../../store/pages.js';
import { connectionWith, type PageArgs, pageArguments } from '../../connection/connection.js';
import type { Context } from '../../context.js';

/** Things that are supported in one way, by id, as a connection. */
export function connectSupported(
  context: Context,
  ask: (first: number, after: Position | null) => Promise<Page>,
  args: PageArgs,
  total: () => Promise<number>,
) {
  const { first, after } = pageArguments('supported', 'text', args);
  let asked: Promise<Page> | undefined;
  const page = () => (asked ??= ask(first, after));
  return connectionWith(
    'supported',
    page,
    after,
    async () => {
      const { items } = await page();
      const nodes = await Promise.all(items.map(({ key }) => thing(context, String(key))));
      return items.flatMap((position, index) => {
        const node = nodes[index];
        return node ? [{ position, node }] : [];
      });
    },
    total,
  );
}

function thing({ load }: Context, id: string): Promise<object | null> {
  const label = labelOf(id);
  return isEntityLabel(label) ? load.entity(label, id) : Promise.resolve(null);
}
