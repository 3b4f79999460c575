import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { Parameters } from '../../../graph/values.js';
import { Agreement } from '../../agreement/agreement.type.js';
import { connectionOf } from '../../connection/connection.js';
import type { Context } from '../../context.js';
import type { Pair } from '../../loaders.js';
import { Place } from '../../place/place.type.js';

@ObjectType({ simpleResolvers: true, description: 'A place on a chain, with the agreements that tie it with the next one.' })
export class ChainStep {
  id!: string;
  next!: string | null;
  filters!: Parameters;
}

@ObjectType({ simpleResolvers: true, description: 'Places of which each is tied with the next.' })
export class Chain {
  @Field(() => Int, { description: 'How many ties it has: one less than places.' })
  length!: number;

  @Field(() => [ChainStep], { description: 'Its places, from the one end to the other.' })
  steps!: ChainStep[];
}

export const ChainConnection = connectionOf(() => Chain, 'Chain');

/** The chain of places; `filters` are the parameters of the ties that count. */
export function chainOf(places: readonly string[], filters: Parameters): Chain {
  return { length: places.length - 1, steps: places.map((id, index) => ({ id, next: places[index + 1] ?? null, filters })) };
}

@Resolver(() => ChainStep)
export class ChainStepResolver {
  @FieldResolver(() => Place, { description: 'The place.' })
  place(@Root() { id }: ChainStep, @Ctx() { load }: Context) {
    return load.entity('Place', id);
  }

  @FieldResolver(() => [Agreement], { description: 'The agreements that tie it with the next place, by id; none at the end.' })
  async agreements(@Root() { id, next, filters }: ChainStep, @Ctx() { load }: Context) {
    if (next === null) return [];
    const rows = await load.pairRows<Pair & { id: string }>('tie/between', filters, { a: id, b: next });
    return load.entities(
      'Agreement',
      rows.map((row) => row.id),
    );
  }
}
