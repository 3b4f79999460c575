import { Arg, Args, Ctx, Field, FieldResolver, Float, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { SurvivalPoint as Point } from '../../../analytics/time/kaplan-meier.js';
import { LEFT_OUT, type LeftOut } from '../../../analytics/time/survival.js';
import { BadInputError } from '../../../domain/errors.js';
import { STAGES, type Stage as StageName } from '../../../domain/stage.js';
import { CountedAgreements, counted } from '../../agreement/counted-agreements.js';
import { connectInHand, connectionOf, PageArgs } from '../../connection/connection.js';
import type { Context } from '../../context.js';
import { WHOLE_GRAPH } from '../../cost.js';
import { enumOf, StageEnum } from '../../enums.js';
import { DayScalar } from '../../scalars.js';
import { TieFilterInput } from '../../tie/tie-filter.js';
import { inQuestion, TIES, WITHIN, withoutPart } from './in-question.js';

const LeftOutEnum = enumOf('LeftOut', 'Why a signed agreement is left out of an estimate of survival.', LEFT_OUT);

/** Days of a year of the Gregorian calendar on average. */
const DAYS_OF_YEAR = 365.2425;

@ObjectType({ simpleResolvers: true, description: 'A step of a survival curve: a length of life at which agreements ended.' })
class SurvivalPoint {
  @Field(() => Int, { description: 'The length of life, in days from the signing.' })
  days!: number;

  @Field(() => Float, { description: 'The same in years of 365.2425 days.' })
  years!: number;

  @Field(() => Int, { description: 'How many agreements were watched for at least so long.' })
  atRisk!: number;

  @Field(() => CountedAgreements, { description: 'Those of them that ended at this length.' })
  ended!: CountedAgreements;

  @Field(() => Float, { description: 'The estimated share of agreements that last longer, from 0 to 1.' })
  survival!: number;

  @Field(() => Float, { nullable: true, description: "Its standard error by Greenwood's formula; null where nothing is left." })
  standardError!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Lower bound of its 95 % confidence interval, on the scale of log(-log S); null where nothing is left.',
  })
  lower!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper bound of that interval; null where nothing is left.' })
  upper!: number | null;
}

const SurvivalPointConnection = connectionOf(() => SurvivalPoint, 'SurvivalPoint');

@ObjectType({ simpleResolvers: true, description: 'Signed agreements whose time is not known, for one reason.' })
class LeftOutOfSurvival {
  @Field(() => LeftOutEnum, { description: 'The reason.' })
  reason!: LeftOut;

  @Field(() => CountedAgreements, { description: 'The agreements.' })
  signed!: CountedAgreements;
}

@ObjectType({
  simpleResolvers: true,
  description: 'How long agreements last from their signing, as estimated from those that have ended and those that run.',
})
class SurvivalCurve {
  curve!: readonly Point[];

  @Field(() => DayScalar, { description: 'The day until which agreements were watched.' })
  asOf!: string;

  @Field(() => Int, { description: 'How many agreements were watched: those that have ended and those that run.' })
  count!: number;

  @Field(() => CountedAgreements, { description: 'Those that have ended.' })
  ended!: CountedAgreements;

  @Field(() => CountedAgreements, { description: 'Those that had not ended by the day: censored.' })
  running!: CountedAgreements;

  @Field(() => CountedAgreements, {
    description: 'Of both, those whose signing or end is not known to the day; they count by the days on which their steps take effect.',
  })
  imprecise!: CountedAgreements;

  @Field(() => [LeftOutOfSurvival], { description: 'The signed agreements that are left out, for every reason.' })
  leftOut!: LeftOutOfSurvival[];

  @Field(() => Int, {
    nullable: true,
    description: 'The first length of life, in days, at which no more than half are left; null when more than half outlast the curve.',
  })
  medianDays!: number | null;

  @Field(() => Float, { nullable: true, description: 'The same in years.' })
  medianYears!: number | null;
}

@Resolver(() => SurvivalCurve)
export class SurvivalResolver {
  @Query(() => SurvivalCurve, {
    nullable: true,
    complexity: WHOLE_GRAPH,
    description:
      'How long do agreements last from their signing? The product-limit estimate of Kaplan and Meier (Nonparametric estimation from incomplete observations, 1958). Life begins with the first dated step SIGNED and ends with the first later step of a stage in `ends`; renewal is no end, and what is revived has ended. Those without such a step by ties.asOf, or by today, are censored then. A step counts by the day on which it takes effect. Bounds: one curve; its points are paged. Cost: the whole graph, once for each revision, day and question. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.',
  })
  async survival(
    @Ctx() context: Context,
    @Arg('ends', () => [StageEnum], {
      defaultValue: ['EXPIRED', 'TERMINATED'],
      description: 'The stages that end an agreement: one or more of DORMANT, EXPIRED and TERMINATED.',
    })
    ends: StageName[],
    @Arg('ties', () => TieFilterInput, {
      nullable: true,
      description: `${TIES} Without phases, which would choose by how agreements ended.`,
    })
    ties?: TieFilterInput,
    @Arg('within', () => ID, { nullable: true, description: WITHIN }) within?: string,
  ): Promise<SurvivalCurve> {
    withoutPart(ties, 'phases', 'it would choose agreements by how they ended');
    const odd = ends.find((stage) => STAGES[stage].phase !== 'LAPSED');
    if (odd !== undefined) throw new BadInputError(`ends has ${odd}. Accepted are one or more of DORMANT, EXPIRED, TERMINATED.`);
    const about = await inQuestion(context, ties, within);
    const day = about.ties.asOf ?? context.today;
    const answer = await context.analyst.figure('survival', { ...about, ends: [...new Set(ends)].sort(), day });
    return {
      asOf: day,
      count: answer.ended.length + answer.running.length,
      ended: counted(answer.ended),
      running: counted(answer.running),
      imprecise: counted(answer.imprecise),
      leftOut: answer.leftOut.map(({ reason, agreements }) => ({ reason, signed: counted(agreements) })),
      medianDays: answer.median,
      medianYears: answer.median === null ? null : answer.median / DAYS_OF_YEAR,
      curve: answer.points,
    };
  }

  @FieldResolver(() => SurvivalPointConnection, {
    description: 'The curve: it begins at 1 and falls at each of these lengths of life, the shortest first.',
  })
  points(@Root() { curve }: SurvivalCurve, @Args(() => PageArgs) page: PageArgs) {
    return connectInHand(
      {
        order: 'survival',
        keys: 'number',
        items: async () => curve,
        position: ({ days }) => ({ key: days, id: '' }),
        node: (point) => ({ ...point, years: point.days / DAYS_OF_YEAR, ended: counted(point.ended) }),
      },
      page,
    );
  }
}
