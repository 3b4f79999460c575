import { GraphQLDate } from 'graphql-scalars';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root, registerEnumType } from 'type-graphql';
import { type CoveredPlace, missionCoverage, STANDINGS, type Standing } from '../../analytics/mission-coverage.js';
import type { PlaceKind } from '../../domain/vocabulary.js';
import { Agreement } from '../agreement/agreement.type.js';
import { PageArgs, PageInfo, pageArguments, pageInfo } from '../connection/connection.js';
import { encodeCursor } from '../connection/cursor.js';
import type { Context } from '../context.js';
import { PlaceKindEnum } from '../enums.js';
import { entityArgument } from '../ids.js';
import { Mission } from '../mission/mission.type.js';
import { isoDay } from '../partial-date/partial-date.type.js';
import { Place } from '../place/place.type.js';

const StandingEnum = Object.fromEntries(Object.keys(STANDINGS).map((standing) => [standing, standing])) as { [S in Standing]: S };
registerEnumType(StandingEnum, {
  name: 'Standing',
  description: 'How a place stands with the country that sends a mission.',
  valuesConfig: Object.fromEntries(Object.entries(STANDINGS).map(([standing, description]) => [standing, { description }])) as never,
});

@ArgsType()
class CoverageArgs extends PageArgs {
  @Field(() => [StandingEnum], { nullable: true, description: 'Only places that stand so.' })
  standings?: Standing[] | null;
}

@ObjectType({ simpleResolvers: true, description: 'A place in the district of a mission.' })
class CoveredPlaceEdge {
  agreementIds!: string[];

  @Field(() => Place, { description: 'The place.' })
  node!: Place;

  @Field(() => String, { description: 'Where it stands in the list.' })
  cursor!: string;

  @Field(() => StandingEnum, { description: 'How it stands with the country that sends the mission.' })
  standing!: Standing;
}

@ObjectType({ simpleResolvers: true, description: 'A page of places in the district of a mission, by name.' })
class CoveredPlaceConnection {
  @Field(() => [CoveredPlaceEdge], { description: 'The places of this page.' })
  edges!: CoveredPlaceEdge[];

  @Field(() => PageInfo, { description: 'Where this page ends.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many places there are that stand so.' })
  totalCount!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How many places stand so.' })
class StandingCount {
  @Field(() => StandingEnum, { description: 'How they stand.' })
  standing!: Standing;

  @Field(() => Int, { description: 'How many.' })
  total!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How the places in the district of a mission stand with the country that sends it.' })
class MissionCoverage {
  covered!: CoveredPlace[];

  @Field(() => Mission, { description: 'The mission.' })
  mission!: Mission;

  @Field(() => [StandingCount], { description: 'How many places stand how.' })
  summary!: StandingCount[];
}

const ORDER = 'missionCoverage';

@Resolver(() => MissionCoverage)
export class MissionCoverageResolver {
  @Query(() => MissionCoverage, {
    nullable: true,
    description:
      'Which places in the provinces of a mission have, or lack, an agreement or talks with the country that sends it, whatever part of that country is the other party? Errors: BAD_INPUT, NOT_FOUND.',
  })
  async missionCoverage(
    @Ctx() context: Context,
    @Arg('mission', () => ID, { description: 'Id of the mission.' }) id: string,
    @Arg('placeKinds', () => [PlaceKindEnum], { defaultValue: ['REGENCY', 'CITY'], description: 'Kinds of the places that count.' })
    placeKinds: PlaceKind[],
    @Arg('asOf', () => GraphQLDate, { nullable: true, description: 'The state on this day; left out: now, and undated steps count.' })
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
  async places(@Root() { covered }: MissionCoverage, @Ctx() { load }: Context, @Args(() => CoverageArgs) args: CoverageArgs) {
    const { first, after } = pageArguments(ORDER, args);
    const matching = args.standings ? covered.filter(({ standing }) => args.standings?.includes(standing)) : covered;
    const rest =
      after === null
        ? matching
        : matching.filter(({ sortName, place }) => sortName > String(after.key) || (sortName === after.key && place > after.id));
    const page = rest.slice(0, first);
    const nodes = await Promise.all(page.map(({ place }) => load.entity('Place', place)));
    const position = ({ sortName, place }: CoveredPlace) => ({ key: sortName, id: place });
    return {
      edges: page.flatMap((place, index) => {
        const node = nodes[index];
        return node
          ? [{ node, cursor: encodeCursor(ORDER, position(place)), standing: place.standing, agreementIds: place.agreements }]
          : [];
      }),
      pageInfo: pageInfo(ORDER, { items: page.map(position), hasNextPage: rest.length > first }, after !== null),
      totalCount: matching.length,
    } as never;
  }
}

@Resolver(() => CoveredPlaceEdge)
export class CoveredPlaceResolver {
  @FieldResolver(() => [Agreement], { description: 'Its agreements and talks with the country.' })
  agreements(@Root() { agreementIds }: CoveredPlaceEdge, @Ctx() { load }: Context) {
    return load.entities('Agreement', agreementIds);
  }
}
