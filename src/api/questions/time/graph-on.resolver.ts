import { Arg, Args, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { GraphOn as GraphOnAnswer } from '../../../analytics/time/graph-on.js';
import type { Phase } from '../../../domain/stage.js';
import type { AgreementKind } from '../../../domain/vocabulary.js';
import { CountedAgreements, counted } from '../../agreement/counted-agreements.js';
import { connectIds, PageArgs } from '../../connection/connection.js';
import type { Context } from '../../context.js';
import { WHOLE_GRAPH } from '../../cost.js';
import { AgreementKindEnum, PhaseEnum } from '../../enums.js';
import { isoDay } from '../../partial-date/partial-date.type.js';
import { PlaceConnection } from '../../place/place.type.js';
import { DayScalar } from '../../scalars.js';
import { TieFilterInput } from '../../tie/tie-filter.js';
import { inQuestion, TIES, WITHIN, withoutPart } from './in-question.js';

@ObjectType({ simpleResolvers: true, description: 'The agreements that were in a phase on a day.' })
class PhaseOnDay {
  @Field(() => PhaseEnum, { description: 'The phase.' })
  phase!: Phase;

  @Field(() => CountedAgreements, { description: 'The agreements that were in it.' })
  standing!: CountedAgreements;
}

@ObjectType({ simpleResolvers: true, description: 'The agreements of a kind that stood on a day.' })
class KindOnDay {
  @Field(() => AgreementKindEnum, { description: 'The kind.' })
  kind!: AgreementKind;

  @Field(() => CountedAgreements, { description: 'The agreements of the kind.' })
  standing!: CountedAgreements;
}

@ObjectType({ simpleResolvers: true, description: 'What the graph was on a day.' })
class GraphOnDay {
  ends!: readonly string[];
  lands!: readonly string[];

  @Field(() => DayScalar, { description: 'The day.' })
  date!: string;

  @Field(() => CountedAgreements, { description: 'The agreements that had a state on the day.' })
  standing!: CountedAgreements;

  @Field(() => [PhaseOnDay], { description: 'The same by phase: all four, in their order.' })
  phases!: PhaseOnDay[];

  @Field(() => [KindOnDay], { description: 'The same by kind: those that there were, in their order.' })
  kinds!: KindOnDay[];

  @Field(() => Int, { description: 'How many ties they make: an agreement of two places makes one, of three places three.' })
  tieCount!: number;

  @Field(() => Int, { description: 'How many pairs of places have a tie.' })
  placePairCount!: number;

  @Field(() => Int, { description: 'How many places have a tie.' })
  placeCount!: number;

  @Field(() => Int, { description: 'How many countries those places are in.' })
  countryCount!: number;

  @Field(() => CountedAgreements, {
    description: 'Of those that had a state, the agreements that make no tie, as with a country that stands for a place not yet chosen.',
  })
  withoutTie!: CountedAgreements;

  @Field(() => CountedAgreements, {
    description: 'The agreements whose first dated step took effect later, in whatever phase they are now.',
  })
  later!: CountedAgreements;

  @Field(() => CountedAgreements, {
    description: 'The agreements that cannot be placed in time, since none of their steps is dated, in whatever phase they are now.',
  })
  undated!: CountedAgreements;
}

@Resolver(() => GraphOnDay)
export class GraphOnResolver {
  @Query(() => GraphOnDay, {
    nullable: true,
    complexity: WHOLE_GRAPH,
    description:
      'What was the graph on a day: how many agreements by phase and by kind, how many ties, places and countries, and how many agreements cannot be placed in time? An agreement has on a day the state of its last step that had taken effect by then: on its earliest possible day, or, where its start is open, on its latest. Without ties.phases, those with a state, those that begin later and those without a date are all agreements that the filter lets pass. Bounds: counts of one day; the lists behind them are paged. Cost: the whole graph, once for each revision, day and filter. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.',
  })
  async graphOn(
    @Ctx() context: Context,
    @Arg('date', () => DayScalar, { description: 'The day.' }) date: Date,
    @Arg('ties', () => TieFilterInput, { nullable: true, description: `${TIES} Without asOf, since the date says it.` })
    ties?: TieFilterInput,
    @Arg('within', () => ID, { nullable: true, description: WITHIN }) within?: string,
  ): Promise<GraphOnDay> {
    withoutPart(ties, 'asOf', 'date is the day');
    const day = isoDay(date) as string;
    const answer: GraphOnAnswer = await context.analyst.figure('graphOn', { ...(await inQuestion(context, ties, within)), day });
    return {
      date: day,
      standing: counted(answer.agreements),
      phases: answer.phases.map(({ phase, agreements }) => ({ phase, standing: counted(agreements) })),
      kinds: answer.kinds.map(({ kind, agreements }) => ({ kind, standing: counted(agreements) })),
      tieCount: answer.tieCount,
      placePairCount: answer.placePairCount,
      placeCount: answer.places.length,
      countryCount: answer.countries.length,
      withoutTie: counted(answer.withoutTie),
      later: counted(answer.later),
      undated: counted(answer.undated),
      ends: answer.places,
      lands: answer.countries,
    };
  }

  @FieldResolver(() => PlaceConnection, { description: 'The places that have a tie, by id.' })
  places(@Root() { ends }: GraphOnDay, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return connectIds(context, { order: 'places', label: 'Place', ids: async () => ends }, page);
  }

  @FieldResolver(() => PlaceConnection, { description: 'The countries that those places are in, by id.' })
  countries(@Root() { lands }: GraphOnDay, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return connectIds(context, { order: 'countries', label: 'Place', ids: async () => lands }, page);
  }
}
