import { Arg, Args, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { connectIds, connectionOf, PageArgs } from '../../connection/connection.js';
import { connectTable } from '../../connection/table.js';
import type { Context } from '../../context.js';
import { WHOLE_GRAPH } from '../../cost.js';
import { PlaceConnection } from '../../place/place.type.js';
import { ProjectionInput, projectionOf } from './projection.js';

@ObjectType({
  simpleResolvers: true,
  description: 'Nodes of a graph of ties that are joined to one another, by whatever way, and to no others.',
})
class Component {
  members!: string[];

  @Field(() => Int, { description: 'How many nodes it has.' })
  size!: number;

  @Field(() => Int, { description: 'How many edges join them.' })
  innerEdges!: number;
}

@ObjectType({ simpleResolvers: true, description: 'Nodes of a graph of ties that are joined to one another more than to others.' })
class Community {
  members!: string[];

  @Field(() => Int, { description: 'How many nodes it has.' })
  size!: number;

  @Field(() => Int, { description: 'How many edges join two of them.' })
  innerEdges!: number;

  @Field(() => Int, { description: 'How many edges join one of them to a node of another community.' })
  outerEdges!: number;
}

const ComponentConnection = connectionOf(() => Component, 'Component');
const CommunityConnection = connectionOf(() => Community, 'Community');

@Resolver(() => Component)
export class ComponentsResolver {
  @Query(() => ComponentConnection, {
    nullable: true,
    complexity: WHOLE_GRAPH,
    description:
      'Into which connected components does the graph of ties fall? Those with most nodes first, among equals by their smallest id. Bounds: each has two nodes or more, since nodes are the ends of edges. Cost: the whole graph, once for each revision and projection. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.',
  })
  async components(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('projection', () => ProjectionInput, { nullable: true, description: 'What counts as a node and as an edge.' })
    input?: ProjectionInput,
  ) {
    const projection = await projectionOf(context, input);
    return connectTable(context, { table: 'components', asked: { projection }, keys: 'number' }, page);
  }

  @FieldResolver(() => PlaceConnection, { description: 'Its nodes, by id.' })
  members(@Root() { members }: Component, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return connectIds(context, { order: 'members', label: 'Place', ids: async () => members }, page);
  }
}

@Resolver(() => Community)
export class CommunitiesResolver {
  @Query(() => CommunityConnection, {
    nullable: true,
    complexity: WHOLE_GRAPH,
    description:
      "Into which communities does the graph of ties fall? By Louvain's method (Blondel et al. 2008), which looks for the highest modularity: without weights, at resolution 1, with nodes visited in the order of their ids, so that the same graph always has the same communities. Those with most nodes first, among equals by their smallest id. Bounds: each node is in one of them; no resolution but 1. Cost: the whole graph, once for each revision and projection. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.",
  })
  async communities(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('projection', () => ProjectionInput, { nullable: true, description: 'What counts as a node and as an edge.' })
    input?: ProjectionInput,
  ) {
    const projection = await projectionOf(context, input);
    return connectTable(context, { table: 'communities', asked: { projection }, keys: 'number' }, page);
  }

  @FieldResolver(() => PlaceConnection, { description: 'Its nodes, by id.' })
  members(@Root() { members }: Community, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return connectIds(context, { order: 'members', label: 'Place', ids: async () => members }, page);
  }
}
