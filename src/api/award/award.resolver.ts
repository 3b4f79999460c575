import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { AwardOutcome } from '../../domain/vocabulary.js';
import { AgreementFilter, agreementList } from '../agreement/agreement.arguments.js';
import { AgreementConnection } from '../agreement/agreement.type.js';
import { connect, PageArgs } from '../connection/connection.js';
import type { Context } from '../context.js';
import { AwardOutcomeEnum } from '../enums.js';
import { entityArgument } from '../ids.js';
import { PartialDate, partialDate } from '../partial-date/partial-date.type.js';
import { Place } from '../place/place.type.js';
import { Award, AwardConnection, AwardResult, AwardResultConnection } from './award.type.js';

@Resolver(() => Award)
export class AwardResolver {
  @Query(() => Award, { nullable: true, description: 'An award by id. Errors: BAD_INPUT, NOT_FOUND.' })
  award(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return entityArgument(context, 'id', id, 'Award');
  }

  @Query(() => AwardConnection, { description: 'All awards, the latest first.' })
  awards(@Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return connect(context, { label: 'Award', list: 'award/list-all', direction: 'down' }, page);
  }

  @FieldResolver(() => PartialDate, { nullable: true, description: 'When it was awarded.' })
  date(@Root() { date }: Award) {
    return partialDate(date);
  }

  @FieldResolver(() => AwardResultConnection, { description: 'What places achieved in it, in the order of the record.' })
  results(
    @Root() { id }: Award,
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('outcomes', () => [AwardOutcomeEnum], { nullable: true, description: 'Only these outcomes.' }) outcomes?: AwardOutcome[],
  ) {
    return connect(
      context,
      { label: 'AwardResult', list: 'award/list-results', keys: 'number', parent: id, filters: { outcomes: outcomes ?? null } },
      page,
    );
  }

  @FieldResolver(() => AgreementConnection, { description: 'The agreements and talks that a source says it led to.' })
  prompted(@Root() { id }: Award, @Ctx() context: Context, @Args(() => AgreementFilter) filter: AgreementFilter) {
    return agreementList(context, 'agreement/list-prompted-by', filter, id);
  }
}

@Resolver(() => AwardResult)
export class AwardResultResolver {
  @FieldResolver(() => Award, { description: 'The award.' })
  award(@Root() { award }: AwardResult, @Ctx() { load }: Context) {
    return load.entity('Award', award);
  }

  @FieldResolver(() => Place, { description: 'The place.' })
  place(@Root() { place }: AwardResult, @Ctx() { load }: Context) {
    return load.entity('Place', place);
  }
}
