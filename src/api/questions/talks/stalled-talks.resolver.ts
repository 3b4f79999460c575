import { Arg, Args, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { dayBefore, daysBetween } from '../../../analytics/elapsed.js';
import { Agreement } from '../../agreement/agreement.type.js';
import { connect, connectionOf, edgeOf, PageArgs } from '../../connection/connection.js';
import type { Context } from '../../context.js';
import { isoDay } from '../../partial-date/partial-date.type.js';
import { withinArgument } from '../../place/within.js';
import { DayScalar, DurationScalar } from '../../scalars.js';

@ObjectType({ simpleResolvers: true, description: 'Talks that have not moved, with how long.' })
class StalledTalksEdge extends edgeOf(() => Agreement, 'StalledTalksBase') {
  @Field(() => DayScalar, { description: 'The earliest day on which the last step can have been.' })
  since!: string;

  @Field(() => Int, { description: 'Whole days since then.' })
  days!: number;
}

const StalledTalksConnection = connectionOf(() => Agreement, 'StalledTalks', StalledTalksEdge);

@Resolver()
export class StalledTalksResolver {
  @Query(() => StalledTalksConnection, {
    description:
      'Which talks have not moved for long: before signing, with the last step longer ago than a duration? The longest ago first. Talks without any date are left out, since nobody can say. Bounds: a page at a time. Cost: one statement over all agreements for a page. Errors: BAD_INPUT, NOT_FOUND.',
  })
  async stalledTalks(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('olderThan', () => DurationScalar, {
      defaultValue: 'P1Y',
      description: 'How long ago the last step must be, as an ISO 8601 duration.',
    })
    olderThan: string,
    @Arg('asOf', () => DayScalar, { nullable: true, description: 'The day to look from; left out: today.' }) asOf?: Date,
    @Arg('within', () => ID, { nullable: true, description: 'Only talks with a party that is this place or inside it.' }) within?: string,
  ) {
    const day = isoDay(asOf);
    const from = day ?? context.today;
    return connect(
      context,
      {
        label: 'Agreement',
        list: 'agreement/list-stalled',
        filters: {
          asOf: day,
          reachedBy: dayBefore(from, 'olderThan', olderThan),
          phases: ['EXPLORATION', 'INTENT'],
          within: await withinArgument(context, within),
        },
        edge: ({ key }) => ({ since: key, days: daysBetween(String(key), from) }),
      },
      page,
    );
  }
}
