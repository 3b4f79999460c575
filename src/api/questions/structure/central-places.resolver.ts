import { Arg, Args, Ctx, Field, FieldResolver, Float, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { CENTRALITIES, type Centrality } from '../../../analytics/structure/central-places.js';
import { AgreementConnection } from '../../agreement/agreement.type.js';
import { witnesses } from '../../agreement/witnesses.js';
import { connectionOf, edgeOf, PageArgs } from '../../connection/connection.js';
import { connectTable } from '../../connection/table.js';
import type { Context } from '../../context.js';
import { WHOLE_GRAPH } from '../../cost.js';
import { enumOf } from '../../enums.js';
import { Place } from '../../place/place.type.js';
import { ProjectionInput, projectionOf } from './projection.js';

const CentralityEnum = enumOf('Centrality', 'What nodes of a graph of ties are ranked by.', CENTRALITIES);

@ObjectType({ simpleResolvers: true, description: 'A node of a graph of ties, with how central it is.' })
class CentralPlaceEdge extends edgeOf(() => Place, 'CentralPlaceBase') {
  witnesses!: string[];

  @Field(() => Float, { description: 'The value that it is ranked by, to 12 digits.' })
  value!: number;

  @Field(() => Int, { description: '1 for the highest value. Equal values have equal ranks, and the next one comes after all of them.' })
  rank!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'From how many sources, drawn once and for all, the value is estimated; null when it is exact.',
  })
  sampledFrom!: number | null;

  @Field(() => Int, { description: 'How many nodes it is joined to.' })
  degree!: number;
}

const CentralPlaceConnection = connectionOf(() => Place, 'CentralPlace', CentralPlaceEdge);

@Resolver(() => CentralPlaceEdge)
export class CentralPlacesResolver {
  @Query(() => CentralPlaceConnection, {
    nullable: true,
    complexity: WHOLE_GRAPH,
    description:
      'Which places are most central in the graph of ties? All its nodes, those with the highest value first, among equals by id. Bounds: betweenness is exact in projections of up to 4,000 nodes, and estimated from 2,000 sources in larger ones; each edge says so. Cost: the whole graph, once for each revision, projection and kind of value. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.',
  })
  async centralPlaces(
    @Ctx() context: Context,
    @Arg('by', () => CentralityEnum, { description: 'What to rank by.' }) by: Centrality,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('projection', () => ProjectionInput, { nullable: true, description: 'What counts as a node and as an edge.' })
    input?: ProjectionInput,
  ) {
    const projection = await projectionOf(context, input);
    return connectTable(
      context,
      {
        table: 'centralPlaces',
        asked: { projection, by },
        keys: 'number',
        order: by,
        node: ({ id }) => context.load.entity('Place', id),
        edge: ({ value, rank, sampledFrom, degree, agreements }) => ({ value, rank, sampledFrom, degree, witnesses: agreements }),
      },
      page,
    );
  }

  @FieldResolver(() => AgreementConnection, { description: 'The agreements that its edges stand for, by id.' })
  agreements(@Root() edge: CentralPlaceEdge, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return witnesses(context, edge.witnesses, page);
  }
}
