import { Arg, Args, Ctx, Field, FieldResolver, Float, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { FiveNumbers } from '../../../analytics/five-numbers.js';
import { DURATION_GROUPS, type DurationGroup, type DurationsRow, type StageSpan as Span } from '../../../analytics/time/stage-durations.js';
import type { Stage as StageName } from '../../../domain/stage.js';
import { Agreement, Stage } from '../../agreement/agreement.type.js';
import { CountedAgreements, counted } from '../../agreement/counted-agreements.js';
import { connectInHand, connectionOf, PageArgs } from '../../connection/connection.js';
import { connectTable } from '../../connection/table.js';
import type { Context } from '../../context.js';
import { WHOLE_GRAPH } from '../../cost.js';
import { enumOf, StageEnum } from '../../enums.js';
import { Place } from '../../place/place.type.js';
import { TieFilterInput } from '../../tie/tie-filter.js';
import { inQuestion, TIES, WITHIN } from './in-question.js';

const DurationGroupEnum = enumOf('DurationGroup', 'How agreements are grouped when it is asked how long they take.', DURATION_GROUPS);

@ObjectType({
  simpleResolvers: true,
  description:
    'How a number of days is spread: the least, the most, and the quartiles by type 7 of Hyndman and Fan (1996), as R and NumPy have them. null: the dates set no bound.',
})
class DaysSpread {
  @Field(() => Float, { nullable: true, description: 'The fewest days.' })
  min!: number | null;

  @Field(() => Float, { nullable: true, description: 'A quarter has no more days than this.' })
  lowerQuartile!: number | null;

  @Field(() => Float, { nullable: true, description: 'A half has no more days than this.' })
  median!: number | null;

  @Field(() => Float, { nullable: true, description: 'Three quarters have no more days than this.' })
  upperQuartile!: number | null;

  @Field(() => Float, { nullable: true, description: 'The most days.' })
  max!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'The time that an agreement took from one step to another, or has waited for it.' })
class StageSpan {
  span!: Span;

  @Field(() => Int, {
    description: 'Whole days from the day on which the first step takes effect to that of the second, or to the day asked about.',
  })
  days!: number;

  @Field(() => Int, { description: 'The fewest days that the two dates leave room for.' })
  atLeast!: number;

  @Field(() => Int, { nullable: true, description: 'The most days that the two dates leave room for; null: they set no bound.' })
  atMost!: number | null;
}

const StageSpanConnection = connectionOf(() => StageSpan, 'StageSpan');

@ObjectType({ simpleResolvers: true, description: 'How long agreements of one group take from one stage to another.' })
class StageDurations {
  row!: DurationsRow;

  @Field(() => String, {
    nullable: true,
    description: 'The kind, the id of the country, or the year; null: all in one group, or in no country, or in no year.',
  })
  group!: string | null;

  @Field(() => Int, { description: 'How many came to the second stage.' })
  reachedCount!: number;

  @Field(() => DaysSpread, { nullable: true, description: 'How long these took by the days on which their steps take effect.' })
  days!: FiveNumbers | null;

  @Field(() => DaysSpread, { nullable: true, description: 'The same of the fewest days that each of them can have taken.' })
  atLeast!: FiveNumbers | null;

  @Field(() => DaysSpread, { nullable: true, description: 'The same of the most days that each of them can have taken.' })
  atMost!: FiveNumbers | null;

  @Field(() => Int, { description: 'How many have not come to the second stage, and do not stand past it in the sequence of stages.' })
  waitingCount!: number;

  @Field(() => DaysSpread, { nullable: true, description: 'How long these have waited.' })
  waitingDays!: FiveNumbers | null;

  @Field(() => CountedAgreements, {
    description: 'Those that stand past the second stage in the sequence without a step that came to it: lapsed before, or not recorded.',
  })
  passed!: CountedAgreements;

  @Field(() => CountedAgreements, { description: 'Those that came to the first stage, but one of whose two steps no source dates.' })
  undated!: CountedAgreements;
}

const StageDurationsConnection = connectionOf(() => StageDurations, 'StageDurations');

@Resolver(() => StageDurations)
export class StageDurationsResolver {
  @Query(() => StageDurationsConnection, {
    nullable: true,
    complexity: WHOLE_GRAPH,
    description:
      'How long do cooperations take from one stage to another? From the first dated step of the one to the first step of the other that takes effect on the same day or later. Groups with most come first. Agreements that never had the first stage are left out; those that never came to the second one are counted apart. With ties.asOf, only steps by that day count, and waiting is until then; without, until today. Bounds: groups are paged, and so are the agreements of each. Cost: the whole graph, once for each revision, day and question. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.',
  })
  async stageDurations(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('from', () => StageEnum, { description: 'The stage at which time begins.' }) from: StageName,
    @Arg('to', () => StageEnum, { description: 'The stage at which it ends; the same one: the next step of it.' }) to: StageName,
    @Arg('by', () => DurationGroupEnum, { defaultValue: 'NONE', description: 'How to group.' }) by: DurationGroup,
    @Arg('ties', () => TieFilterInput, { nullable: true, description: TIES }) ties?: TieFilterInput,
    @Arg('within', () => ID, { nullable: true, description: WITHIN }) within?: string,
  ) {
    const about = await inQuestion(context, ties, within);
    const asked = { ...about, from, to, by, day: about.ties.asOf ?? context.today };
    return connectTable(
      context,
      {
        table: 'stageDurations',
        asked,
        keys: 'number',
        node: ({ ...row }) => ({
          row,
          group: row.group,
          reachedCount: row.reached.length,
          days: row.days,
          atLeast: row.atLeast,
          atMost: row.atMost,
          waitingCount: row.waiting.length,
          waitingDays: row.waitingDays,
          passed: counted(row.passed),
          undated: counted(row.undated),
        }),
      },
      page,
    );
  }

  @FieldResolver(() => Place, { nullable: true, description: 'The country, when grouped by country.' })
  country(@Root() { group }: StageDurations, @Ctx() { load }: Context) {
    return group?.startsWith('place:') ? load.entity('Place', group) : null;
  }

  @FieldResolver(() => StageSpanConnection, { description: 'Those that came to the second stage, the quickest first.' })
  reached(@Root() { row }: StageDurations, @Args(() => PageArgs) page: PageArgs) {
    return spans('up', row.reached, page);
  }

  @FieldResolver(() => StageSpanConnection, { description: 'Those that wait for it, the longest first.' })
  waiting(@Root() { row }: StageDurations, @Args(() => PageArgs) page: PageArgs) {
    return spans('down', row.waiting, page);
  }
}

function spans(direction: 'up' | 'down', all: readonly Span[], page: PageArgs) {
  return connectInHand(
    {
      order: `stageDurations ${direction}`,
      direction,
      keys: 'number',
      items: async () => all,
      position: ({ days, agreement }) => ({ key: days, id: agreement }),
      node: (span) => ({ span, days: span.days, atLeast: span.atLeast, atMost: span.atMost }),
    },
    page,
  );
}

@Resolver(() => StageSpan)
export class StageSpanResolver {
  @FieldResolver(() => Agreement, { description: 'The agreement.' })
  agreement(@Root() { span }: StageSpan, @Ctx() { load }: Context) {
    return load.entity('Agreement', span.agreement);
  }

  @FieldResolver(() => Stage, { description: 'The first step.' })
  from(@Root() { span }: StageSpan, @Ctx() { load }: Context) {
    return load.entity('Stage', span.start);
  }

  @FieldResolver(() => Stage, { nullable: true, description: 'The second step; null for one that is waited for.' })
  to(@Root() { span }: StageSpan, @Ctx() { load }: Context) {
    return span.end === null ? null : load.entity('Stage', span.end);
  }
}
