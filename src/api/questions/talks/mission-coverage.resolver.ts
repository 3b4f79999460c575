import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { type CoveredPlace, missionCoverage, STANDINGS, type Standing } from '../../../analytics/talks/mission-coverage.js';
import type { PlaceKind } from '../../../domain/vocabulary.js';
import { Agreement } from '../../agreement/agreement.type.js';
import { connectInHand, connectionOf, edgeOf, PageArgs } from '../../connection/connection.js';
import type { Context } from '../../context.js';
import { enumOf, PlaceKindEnum } from '../../enums.js';
import { entityArgument } from '../../ids.js';
import { Mission } from '../../mission/mission.type.js';
import { isoDay } from '../../partial-date/partial-date.type.js';
import { Place } from '../../place/place.type.js';
import { DayScalar } from '../../scalars.js';

const StandingEnum = enumOf('Standing', 'How a place stands with the country that sends a mission.', STANDINGS);

@ArgsType()
class CoverageArgs extends PageArgs {
  @Field(() => [StandingEnum], { nullable: true, description: 'Only places with these standings.' })
  standings?: Standing[] | null;
}

@ObjectType({ simpleResolvers: true, description: 'A place in the district of a mission.' })
class CoveredPlaceEdge extends edgeOf(() => Place, 'CoveredPlaceBase') {
  agreementIds!: string[];

  @Field(() => StandingEnum, { description: 'How it stands with the country that sends the mission.' })
  standing!: Standing;
}

const CoveredPlaceConnection = connectionOf(() => Place, 'CoveredPlace', CoveredPlaceEdge);

@ObjectType({ simpleResolvers: true, description: 'How many places have a standing.' })
class StandingCount {
  @Field(() => StandingEnum, { description: 'The standing.' })
  standing!: Standing;

  @Field(() => Int, { description: 'How many.' })
  total!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How the places in the district of a mission stand with the country that sends it.' })
class MissionCoverage {
  covered!: CoveredPlace[];

  @Field(() => Mission, { description: 'The mission.' })
  mission!: Mission;

  @Field(() => [StandingCount], { description: 'How many places have each standing.' })
  summary!: StandingCount[];
}

@Resolver(() => MissionCoverage)
export class MissionCoverageResolver {
  @Query(() => MissionCoverage, {
    nullable: true,
    description:
      'Which places in the provinces of a mission have, or lack, an agreement or talks with the country that sends it, whatever part of that country is the other party? Standing is AGREEMENT before TALKS before LAPSED before NONE. Bounds: the places of the kinds asked for in the district of one mission. Cost: one statement over the district. Errors: BAD_INPUT, NOT_FOUND.',
  })
  async missionCoverage(
    @Ctx() context: Context,
    @Arg('mission', () => ID, { description: 'Id of the mission.' }) id: string,
    @Arg('placeKinds', () => [PlaceKindEnum], { defaultValue: ['REGENCY', 'CITY'], description: 'Kinds of the places that count.' })
    placeKinds: PlaceKind[],
    @Arg('asOf', () => DayScalar, { nullable: true, description: 'The state on this day; left out: now, and undated steps count.' })
    asOf?: Date,
  ) {
    const mission = await entityArgument(context, 'mission', id, 'Mission');
    const covered = await missionCoverage(context.graph, id, placeKinds, isoDay(asOf));
    const summary = (Object.keys(STANDINGS) as Standing[]).map((standing) => ({
      standing,
      total: covered.filter((place) => place.standing === standing).length,
    }));
    return { mission, covered, summary } as never;
  }

  @FieldResolver(() => CoveredPlaceConnection, { description: 'The places, by name.' })
  places(@Root() { covered }: MissionCoverage, @Ctx() { load }: Context, @Args(() => CoverageArgs) args: CoverageArgs) {
    const { standings } = args;
    const matching = standings ? covered.filter(({ standing }) => standings.includes(standing)) : covered;
    return connectInHand(
      {
        order: 'missionCoverage',
        items: async () => matching,
        position: ({ sortName, place }) => ({ key: sortName, id: place }),
        node: ({ place }) => load.entity('Place', place),
        edge: ({ standing, agreements }) => ({ standing, agreementIds: agreements }),
      },
      args,
    );
  }
}

@Resolver(() => CoveredPlaceEdge)
export class CoveredPlaceResolver {
  @FieldResolver(() => [Agreement], { description: 'Its agreements and talks with the country.' })
  agreements(@Root() { agreementIds }: CoveredPlaceEdge, @Ctx() { load }: Context) {
    return load.entities('Agreement', agreementIds);
  }
}
