import { Arg, Args, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { type AwardBeforeTalks, awardsBeforeTalks, idOfPair } from '../../../analytics/talks/awards-before-talks.js';
import { Agreement, Stage } from '../../agreement/agreement.type.js';
import { AwardResult } from '../../award/award.type.js';
import { connectInHand, connectionOf, PageArgs } from '../../connection/connection.js';
import type { Context } from '../../context.js';
import { DurationScalar } from '../../scalars.js';

@ObjectType({ simpleResolvers: true, description: 'An award of a place, and talks of that place that began after it.' })
class AwardThenTalks {
  result!: string;
  agreement!: string;
  stage!: string;

  @Field(() => Int, { description: 'Whole days between the two, at least: the day of the award may be known in part.' })
  daysAtLeast!: number;

  @Field(() => Int, { description: 'Whole days between the two, at most.' })
  daysAtMost!: number;

  @Field(() => Boolean, { description: 'Whether a source says that the award led to the talks; false: only the days suggest it.' })
  linked!: boolean;
}

const AwardThenTalksConnection = connectionOf(() => AwardThenTalks, 'AwardThenTalks');

@Resolver(() => AwardThenTalks)
export class AwardsBeforeTalksResolver {
  @Query(() => AwardThenTalksConnection, {
    description:
      'Which places won an award and began talks within a duration after it? Talks begin with the first dated step of an agreement; the days between are at least and at most, since dates may be partial. Ordered by award result and agreement. Bounds: the first 10,000 pairs of a win and talks that began no earlier. Cost: one statement over the wins. Errors: BAD_INPUT.',
  })
  awardsBeforeTalks(
    @Ctx() { graph }: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('within', () => DurationScalar, {
      defaultValue: 'P1Y',
      description: 'How long after the award the talks may begin, as an ISO 8601 duration.',
    })
    within: string,
  ) {
    let answered: Promise<AwardBeforeTalks[]> | undefined;
    const items = () => (answered ??= awardsBeforeTalks(graph, within));
    return connectInHand(
      { order: 'awardsBeforeTalks', items, position: (pair) => ({ key: '', id: idOfPair(pair) }), node: (pair) => pair },
      args,
    );
  }

  @FieldResolver(() => AwardResult, { description: 'What the place achieved.' })
  awardResult(@Root() { result }: AwardThenTalks, @Ctx() { load }: Context) {
    return load.entity('AwardResult', result);
  }

  @FieldResolver(() => Agreement, { description: 'The talks.' })
  talks(@Root() { agreement }: AwardThenTalks, @Ctx() { load }: Context) {
    return load.entity('Agreement', agreement);
  }

  @FieldResolver(() => Stage, { description: 'The step with which they began.' })
  began(@Root() { stage }: AwardThenTalks, @Ctx() { load }: Context) {
    return load.entity('Stage', stage);
  }
}
