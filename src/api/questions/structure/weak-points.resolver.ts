import { Arg, Args, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { AgreementConnection } from '../../agreement/agreement.type.js';
import { witnesses } from '../../agreement/witnesses.js';
import { connectionOf, edgeOf, PageArgs } from '../../connection/connection.js';
import { connectTable } from '../../connection/table.js';
import type { Context } from '../../context.js';
import { WHOLE_GRAPH } from '../../cost.js';
import { Place } from '../../place/place.type.js';
import { ProjectionInput, projectionOf } from './projection.js';

@ObjectType({ simpleResolvers: true, description: 'A node of a graph of ties whose removal splits its component.' })
class ArticulationPointEdge extends edgeOf(() => Place, 'ArticulationPointBase') {
  witnesses!: string[];

  @Field(() => Int, { description: 'Into how many components its component falls without it: two or more.' })
  parts!: number;

  @Field(() => Int, { description: 'How many nodes are then cut off: are not in the largest of these.' })
  cutOff!: number;
}

@ObjectType({ simpleResolvers: true, description: 'An edge of a graph of ties whose removal splits its component in two.' })
class Bridge {
  a!: string;
  b!: string;
  witnesses!: string[];

  @Field(() => [Int], { description: 'How many nodes are then on the side of the first place, and on that of the second.' })
  sides!: number[];

  @Field(() => Int, { description: 'The smaller of the two numbers: how many nodes are cut off.' })
  cutOff!: number;
}

const ArticulationPointConnection = connectionOf(() => Place, 'ArticulationPoint', ArticulationPointEdge);
const BridgeConnection = connectionOf(() => Bridge, 'Bridge');

@Resolver(() => ArticulationPointEdge)
export class ArticulationPointsResolver {
  @Query(() => ArticulationPointConnection, {
    nullable: true,
    complexity: WHOLE_GRAPH,
    description:
      'Which places hold the graph of ties together: which of them, if removed, split their component? Those that cut off most first, among equals by id. Bounds: one place is taken away at a time. Cost: the whole graph, once for each revision and projection. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.',
  })
  async articulationPoints(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('projection', () => ProjectionInput, { nullable: true, description: 'What counts as a node and as an edge.' })
    input?: ProjectionInput,
  ) {
    return connectTable(
      context,
      {
        table: 'articulationPoints',
        asked: { projection: await projectionOf(context, input) },
        keys: 'number',
        node: ({ id }) => context.load.entity('Place', id),
        edge: ({ parts, cutOff, agreements }) => ({ parts, cutOff, witnesses: agreements }),
      },
      page,
    );
  }

  @FieldResolver(() => AgreementConnection, { description: 'The agreements that its edges stand for, by id.' })
  agreements(@Root() edge: ArticulationPointEdge, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return witnesses(context, edge.witnesses, page);
  }
}

@Resolver(() => Bridge)
export class BridgesResolver {
  @Query(() => BridgeConnection, {
    nullable: true,
    complexity: WHOLE_GRAPH,
    description:
      'Which ties hold the graph of ties together: which of its edges, if removed, split their component in two? Those that cut off most first, among equals by the ids of their places. An edge counts as one, however many agreements it stands for. Bounds: one edge is taken away at a time. Cost: the whole graph, once for each revision and projection. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.',
  })
  async bridges(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('projection', () => ProjectionInput, { nullable: true, description: 'What counts as a node and as an edge.' })
    input?: ProjectionInput,
  ) {
    const projection = await projectionOf(context, input);
    return connectTable(
      context,
      {
        table: 'bridges',
        asked: { projection },
        keys: 'number',
        node: ({ agreements, ...bridge }) => ({ ...bridge, witnesses: agreements }),
      },
      page,
    );
  }

  @FieldResolver(() => [Place], { description: 'The two places that it joins, by id.' })
  places(@Root() { a, b }: Bridge, @Ctx() { load }: Context) {
    return load.entities('Place', [a, b]);
  }

  @FieldResolver(() => AgreementConnection, { description: 'The agreements that it stands for, by id.' })
  agreements(@Root() bridge: Bridge, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return witnesses(context, bridge.witnesses, page);
  }
}
