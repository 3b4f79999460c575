import { GraphQLISO8601Duration } from 'graphql-scalars';
import { Arg, Args, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { type AwardBeforeTalks, awardsBeforeTalks } from '../../analytics/awards-before-talks.js';
import { Agreement, Stage } from '../agreement/agreement.type.js';
import { AwardResult } from '../award/award.type.js';
import { PageArgs, PageInfo, pageArguments, pageInfo } from '../connection/connection.js';
import { encodeCursor } from '../connection/cursor.js';
import type { Context } from '../context.js';

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

@ObjectType({ simpleResolvers: true, description: 'An item of the list, with its cursor.' })
class AwardThenTalksEdge {
  @Field(() => AwardThenTalks, { description: 'The item.' })
  node!: AwardThenTalks;

  @Field(() => String, { description: 'Where the item stands in the list.' })
  cursor!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A page of a list.' })
class AwardThenTalksConnection {
  @Field(() => [AwardThenTalksEdge], { description: 'The items of this page with their cursors.' })
  edges!: AwardThenTalksEdge[];

  @Field(() => [AwardThenTalks], { description: 'The items of this page.' })
  nodes!: AwardThenTalks[];

  @Field(() => PageInfo, { description: 'Where this page ends.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many items the whole list has.' })
  totalCount!: number;
}

const ORDER = 'awardsBeforeTalks';
const idOfPair = ({ result, agreement }: AwardBeforeTalks) => `${result} ${agreement}`;

@Resolver(() => AwardThenTalks)
export class AwardsBeforeTalksResolver {
  @Query(() => AwardThenTalksConnection, {
    description: 'Which places won an award and began talks within a duration after it? By award result and agreement. Errors: BAD_INPUT.',
  })
  async awardsBeforeTalks(
    @Ctx() { graph }: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('within', () => GraphQLISO8601Duration, {
      defaultValue: 'P1Y',
      description: 'How long after the award the talks may begin, as an ISO 8601 duration.',
    })
    within: string,
  ) {
    const { first, after } = pageArguments(ORDER, args);
    const found = (await awardsBeforeTalks(graph, within)).sort((one, other) => (idOfPair(one) < idOfPair(other) ? -1 : 1));
    const rest = after === null ? found : found.filter((pair) => idOfPair(pair) > after.id);
    const page = rest.slice(0, first);
    const position = (pair: AwardBeforeTalks) => ({ key: '', id: idOfPair(pair) });
    return {
      edges: page.map((pair) => ({ node: pair, cursor: encodeCursor(ORDER, position(pair)) })),
      nodes: page,
      pageInfo: pageInfo(ORDER, { items: page.map(position), hasNextPage: rest.length > first }, after !== null),
      totalCount: found.length,
    } as never;
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
