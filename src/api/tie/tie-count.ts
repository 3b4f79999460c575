import { Args, Ctx, Field, FieldResolver, Int, InterfaceType, Resolver, Root } from 'type-graphql';
import { AgreementConnection } from '../agreement/agreement.type.js';
import { witnesses } from '../agreement/witnesses.js';
import { PageArgs } from '../connection/connection.js';
import type { Context } from '../context.js';

@InterfaceType({ description: 'What a number of ties comes to, with the agreements to check it by.', autoRegisterImplementations: false })
export abstract class TieCount {
  agreements!: readonly string[];

  @Field(() => Int, {
    description: 'How many ties: one for each pair of parties of each agreement, so that an agreement of three parties makes three.',
  })
  tieCount!: number;

  @Field(() => Int, { description: 'How many agreements make them.' })
  agreementCount!: number;

  @Field(() => Int, { description: 'How many pairs of places they join; two places may have several agreements.' })
  placePairCount!: number;
}

@Resolver(() => TieCount)
export class TieCountResolver {
  @FieldResolver(() => AgreementConnection, { description: 'The agreements that are counted, by id.' })
  agreements(@Root() { agreements }: TieCount, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return witnesses(context, agreements, page);
  }
}
