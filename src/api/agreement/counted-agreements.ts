import { Args, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../connection/connection.js';
import type { Context } from '../context.js';
import { AgreementConnection } from './agreement.type.js';
import { witnesses } from './witnesses.js';

@ObjectType({ simpleResolvers: true, description: 'How many agreements there are of a sort, and which.' })
export class CountedAgreements {
  ids!: readonly string[];

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

/** A count of agreements with the agreements that it counts, by their ids, rising. */
export function counted(ids: readonly string[]): CountedAgreements {
  return { ids, count: ids.length };
}

@Resolver(() => CountedAgreements)
export class CountedAgreementsResolver {
  @FieldResolver(() => AgreementConnection, { description: 'The agreements that are counted, by id.' })
  agreements(@Root() { ids }: CountedAgreements, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return witnesses(context, ids, page);
  }
}
