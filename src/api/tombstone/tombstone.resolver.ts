import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { citationsOf } from '../citation/citation.resolver.js';
import { Citation } from '../citation/citation.type.js';
import type { Context } from '../context.js';
import { Node } from '../node/node.type.js';
import { PartialDate, partialDate } from '../partial-date/partial-date.type.js';
import { thingInPlaceOf } from './successor.js';
import { Tombstone } from './tombstone.type.js';

@Resolver(() => Tombstone)
export class TombstoneResolver {
  @FieldResolver(() => PartialDate, { nullable: true, description: 'When it was retired; null where nobody says.' })
  retiredAt(@Root() { retiredAt }: Tombstone) {
    return partialDate(retiredAt);
  }

  @FieldResolver(() => Node, {
    nullable: true,
    description: 'What took its place and is there now, whatever was merged into what in between; null: nothing did.',
  })
  successor(@Root() { successor }: Tombstone, @Ctx() context: Context) {
    return thingInPlaceOf(context, successor);
  }

  @FieldResolver(() => [Citation], {
    description: 'Who says that it is retired (50 at most), in the order of the record; none where nobody states it.',
  })
  citations(@Root() { self }: Tombstone, @Ctx() context: Context) {
    return citationsOf(context, self);
  }
}
