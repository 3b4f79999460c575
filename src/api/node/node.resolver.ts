import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { BadInputError, NotFoundError } from '../../domain/errors.js';
import { labelOf } from '../../domain/ontology.js';
import { isEntityLabel } from '../../store/entities.js';
import type { Context } from '../context.js';
import { shortened } from '../ids.js';
import { tombstoneNode } from '../tombstone/tombstone.type.js';
import { Node } from './node.type.js';

const MAX_IDS = 100;

async function nodeWithId({ load }: Context, argument: string, id: string): Promise<Node> {
  const label = labelOf(id);
  if (!isEntityLabel(label)) {
    throw new BadInputError(`${argument} "${shortened(id)}" is not an id. Accepted are ids that the API gave, such as place:id-kota-batu.`);
  }
  const entity = await load.entity(label, id);
  if (entity !== null) return entity as Node;
  const tombstone = await load.tombstone(id);
  if (tombstone === null) throw new NotFoundError(`${argument}: nothing has the id "${shortened(id)}"`);
  return tombstoneNode(label, tombstone);
}

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      'The thing with an id; of an id that is retired, what is left of it (Tombstone). Errors: BAD_INPUT when it is no id, NOT_FOUND when nothing has or had it.',
  })
  node(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<Node> {
    return nodeWithId(context, 'id', id);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description:
      'The things with these ids (100 at most), in their order; a Tombstone where an id is retired, null with an error where nothing has or had it.',
  })
  nodes(@Ctx() context: Context, @Arg('ids', () => [ID]) ids: string[]): Promise<Node | Error>[] {
    if (ids.length > MAX_IDS) throw new BadInputError(`ids has ${ids.length} ids. Accepted are ${MAX_IDS} at most.`);
    return ids.map((id) => nodeWithId(context, 'ids', id).catch((error: Error) => error));
  }
}
