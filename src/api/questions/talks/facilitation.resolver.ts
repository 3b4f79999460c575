import { Arg, Args, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { AgreementFilter, agreementList } from '../../agreement/agreement.arguments.js';
import { participants } from '../../agreement/agreement.resolver.js';
import { Agreement, AgreementConnection } from '../../agreement/agreement.type.js';
import type { Context } from '../../context.js';
import { Participation } from '../../event/event.type.js';
import { entityArgument } from '../../ids.js';

@ObjectType({ simpleResolvers: true, description: 'What made an agreement possible, and what it makes possible.' })
class Facilitation {
  @Field(() => Agreement, { description: 'The agreement.' })
  agreement!: Agreement;
}

@Resolver(() => Facilitation)
export class FacilitationResolver {
  @Query(() => Facilitation, {
    nullable: true,
    description:
      'Which umbrella agreements are above an agreement, which agreements are beneath it, and who witnessed its signing? Bounds: 8 umbrellas upwards; those beneath are paged. Cost: one statement for each part that is selected. Errors: BAD_INPUT, NOT_FOUND.',
  })
  async facilitation(@Ctx() context: Context, @Arg('agreement', () => ID, { description: 'Id of the agreement.' }) agreement: string) {
    return { agreement: await entityArgument(context, 'agreement', agreement, 'Agreement') };
  }

  @FieldResolver(() => [Agreement], { description: 'The umbrella agreements above it, the nearest first (8 at most).' })
  async umbrellas(@Root() { agreement }: Facilitation, @Ctx() { load }: Context) {
    const rows = await load.rows<{ id: string }>('agreement/umbrellas', agreement.id);
    return load.entities(
      'Agreement',
      rows.map(({ id }) => id),
    );
  }

  @FieldResolver(() => AgreementConnection, { description: 'The agreements beneath it, at any depth.' })
  beneath(@Root() { agreement }: Facilitation, @Ctx() context: Context, @Args(() => AgreementFilter) filter: AgreementFilter) {
    return agreementList(context, 'agreement/list-beneath', filter, agreement.id);
  }

  @FieldResolver(() => [Participation], { description: 'Who witnessed, at all signings that concern it.' })
  witnesses(@Root() { agreement }: Facilitation, @Ctx() context: Context) {
    return participants(context, agreement.id, 'WITNESS');
  }
}
