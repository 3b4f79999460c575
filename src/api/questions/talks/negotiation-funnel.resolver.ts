import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { FUNNEL_GROUPS, type FunnelGroup, type FunnelRow, negotiationFunnel } from '../../../analytics/talks/negotiation-funnel.js';
import { labelOf } from '../../../domain/ontology.js';
import type { Phase, Stage } from '../../../domain/stage.js';
import type { Context } from '../../context.js';
import { enumOf, PhaseEnum, StageEnum } from '../../enums.js';
import { isoDay } from '../../partial-date/partial-date.type.js';
import { Place } from '../../place/place.type.js';
import { DayScalar } from '../../scalars.js';
import { countryArgument } from '../../tie/tie-filter.js';

const FunnelGroupEnum = enumOf('FunnelGroup', 'How the agreements of a funnel are grouped.', FUNNEL_GROUPS);

@ObjectType({ simpleResolvers: true, description: 'How many agreements are in a phase.' })
class PhaseCount {
  @Field(() => PhaseEnum, { description: 'The phase.' })
  phase!: Phase;

  @Field(() => Int, { description: 'How many are in it on that day.' })
  total!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How many agreements are at a step.' })
class StageCount {
  @Field(() => StageEnum, { description: 'The step.' })
  stage!: Stage;

  @Field(() => Int, { description: 'How many have it as their state on that day.' })
  now!: number;

  @Field(() => Int, { description: 'How many had reached it by that day.' })
  ever!: number;
}

@ObjectType({ simpleResolvers: true, description: 'One group of a funnel.' })
class FunnelGroupRow {
  @Field(() => String, {
    nullable: true,
    description: 'The id of the province, the kind, or the year; null: in no province, or without a dated step.',
  })
  group!: string | null;

  @Field(() => Int, { description: 'How many agreements are in the group.' })
  total!: number;

  @Field(() => [PhaseCount], { description: 'How many are in each phase.' })
  phases!: PhaseCount[];

  @Field(() => [StageCount], { description: 'How many are at each step; steps that none has reached are left out.' })
  stages!: StageCount[];
}

@Resolver(() => FunnelGroupRow)
export class NegotiationFunnelResolver {
  @Query(() => [FunnelGroupRow], {
    nullable: true,
    description:
      "How far have the cooperations of a country's places come? Groups in the order of their names. An agreement between two provinces of the country counts in both. Bounds: as many groups as the country has provinces, kinds or years. Cost: one statement over the agreements of the country. Errors: BAD_INPUT, NOT_FOUND.",
  })
  async negotiationFunnel(
    @Ctx() context: Context,
    @Arg('country', () => ID, { description: 'Id of the country, such as place:id.' }) country: string,
    @Arg('by', () => FunnelGroupEnum, { defaultValue: 'PROVINCE', description: 'How to group.' }) by: FunnelGroup,
    @Arg('asOf', () => DayScalar, { nullable: true, description: 'The state on this day; left out: now, and undated steps count.' })
    asOf?: Date,
  ): Promise<FunnelRow[]> {
    await countryArgument(context, 'country', country);
    return negotiationFunnel(context.graph, country, by, isoDay(asOf));
  }

  @FieldResolver(() => Place, { nullable: true, description: 'The province, when grouped by province.' })
  province(@Root() { group }: FunnelGroupRow, @Ctx() { load }: Context) {
    return group !== null && labelOf(group) === 'Place' ? load.entity('Place', group) : null;
  }
}
