import { Field, ObjectType } from 'type-graphql';
import type { Tombstone as StoredTombstone } from '../../store/tombstone/tombstones.js';
import { Node } from '../node/node.type.js';
import { Recorded } from '../revision/recorded.type.js';

@ObjectType({
  implements: [Node, Recorded],
  simpleResolvers: true,
  description: 'What is left of a thing that is there no longer, merged into another one or removed. Its `id` is the id that is retired.',
})
export class Tombstone {
  readonly __typename = 'Tombstone';
  id!: string;
  /** The id of the tombstone itself, under which its citations are. */
  self!: string;
  successor!: string | null;
  retiredAt!: string | null;

  @Field(() => String, { description: 'The type that the thing was of, such as Agreement.' })
  kind!: string;

  @Field(() => String, { description: 'Why it is retired.' })
  reason!: string;

  @Field(() => Boolean, {
    description: 'Whether somebody states that it is retired; false: the data set that had it has it no longer, and says no more.',
  })
  stated!: boolean;

  @Field(() => String, { description: 'The id of the data set that states it, or that had the thing and has it no longer.' })
  dataSet!: string;
}

/** A tombstone as the API gives it. */
export function tombstoneNode(kind: string, { id, retired, successor, reason, date, dataSet, leftBehind }: StoredTombstone): Tombstone {
  return { __typename: 'Tombstone', id: retired, self: id, successor, retiredAt: date, kind, reason, stated: !leftBehind, dataSet };
}
