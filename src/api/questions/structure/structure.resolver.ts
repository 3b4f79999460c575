import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { ProjectedAgreements } from '../../../analytics/network/projection.js';
import { AgreementConnection } from '../../agreement/agreement.type.js';
import { PageArgs } from '../../connection/connection.js';
import { connectTable } from '../../connection/table.js';
import type { Context } from '../../context.js';
import { WHOLE_GRAPH } from '../../cost.js';
import { ProjectionInput, projectionOf } from './projection.js';
import { CommunityFigures, Distances, Structure } from './structure.type.js';

@Resolver(() => Structure)
export class StructureResolver {
  @Query(() => Structure, {
    nullable: true,
    complexity: WHOLE_GRAPH,
    description:
      'What shape does the graph of ties have? Size, components, degrees, clustering, assortativity, cores, distances and communities, each as its field defines it; none weighs edges by their agreements. Bounds: distances in components of up to 25,000 nodes. Cost: the whole graph, once for each revision and projection; distances and communities are worked out when they are selected, and distances take longest. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.',
  })
  async structure(
    @Ctx() context: Context,
    @Arg('projection', () => ProjectionInput, { nullable: true, description: 'What counts as a node and as an edge.' })
    input?: ProjectionInput,
  ) {
    const projection = await projectionOf(context, input);
    return { ...(await context.analyst.figure('structure', { projection })), projection };
  }

  @FieldResolver(() => Distances, {
    nullable: true,
    description: 'How far apart the nodes of the largest component are. null without nodes.',
  })
  async distances(@Root() { projection }: Structure, @Ctx() { analyst }: Context) {
    return (await analyst.figure('structureDistances', { projection })).distances;
  }

  @FieldResolver(() => CommunityFigures, {
    description:
      "Communities by Louvain's method (Blondel et al. 2008), without weights, at resolution 1. Nodes are visited in the order of their ids and nothing is left to chance: the same graph always has the same communities.",
  })
  communities(@Root() { projection }: Structure, @Ctx() { analyst }: Context) {
    return analyst.figure('structureCommunities', { projection });
  }

  @FieldResolver(() => AgreementConnection, { description: 'The agreements that edges stand for, by id.' })
  agreements(@Root() structure: Structure, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return agreementsOf(structure, 'joining', context, page);
  }

  @FieldResolver(() => AgreementConnection, {
    description: 'The agreements that tie two places of one node, which makes no edge, by id. None between places.',
  })
  agreementsAtHome(@Root() structure: Structure, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return agreementsOf(structure, 'atHome', context, page);
  }

  @FieldResolver(() => AgreementConnection, {
    description:
      'The agreements that tie a place which is in no node, since it is in no known province or country, by id. None between places.',
  })
  agreementsUnplaced(@Root() structure: Structure, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return agreementsOf(structure, 'unplaced', context, page);
  }
}

function agreementsOf({ projection }: Structure, which: keyof ProjectedAgreements, context: Context, page: PageArgs) {
  const node = ({ id }: { readonly id: string }) => context.load.entity('Agreement', id);
  return connectTable(context, { table: 'projectedAgreements', asked: { projection, which }, keys: 'text', order: which, node }, page);
}
