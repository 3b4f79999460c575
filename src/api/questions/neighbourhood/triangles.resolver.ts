import { Arg, Args, Ctx, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { egoNetwork } from '../../../analytics/neighbourhood/ego-network.js';
import { positionOfTriangle, trianglesOf } from '../../../analytics/neighbourhood/triangles.js';
import { Agreement } from '../../agreement/agreement.type.js';
import { connectInHand, connectionOf, PageArgs } from '../../connection/connection.js';
import type { Context } from '../../context.js';
import { SURROUNDINGS } from '../../cost.js';
import { entityArgument } from '../../ids.js';
import { Place } from '../../place/place.type.js';
import { TieFilterInput, tieFilter } from '../../tie/tie-filter.js';

@ObjectType({ simpleResolvers: true, description: 'Two places that are tied, with the agreements that tie them.' })
class TriangleSide {
  a!: string;
  b!: string;
  witnesses!: readonly string[];
}

@ObjectType({ simpleResolvers: true, description: 'Two partners of a place that are tied to each other.' })
class Triangle {
  ids!: readonly string[];
  sides!: TriangleSide[];
}

const TriangleConnection = connectionOf(() => Triangle, 'Triangle');

@Resolver(() => Triangle)
export class TrianglesResolver {
  @Query(() => TriangleConnection, {
    nullable: true,
    complexity: SURROUNDINGS,
    description:
      'Which partners of a place are tied to each other? Each pair of them once, by their names: the triangles that the place is a corner of. An agreement of three parties makes one alone. Bounds: paged; the ties of one place and of its partners. Cost: two statements, and one for the places and one for the agreements of a page. Errors: BAD_INPUT, NOT_FOUND.',
  })
  async triangles(
    @Ctx() context: Context,
    @Arg('place', () => ID, { description: 'Id of the place.' }) place: string,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('ties', () => TieFilterInput, { nullable: true, description: 'Which ties count, as any of the three sides.' })
    ties?: TieFilterInput,
  ) {
    await entityArgument(context, 'place', place, 'Place');
    const triangles = trianglesOf(place, await egoNetwork(context.graph, place, await tieFilter(context, ties)));
    return connectInHand(
      {
        order: 'triangles',
        items: async () => triangles,
        position: positionOfTriangle,
        node: ({ partners, sides }): Triangle => ({
          ids: partners,
          sides: sides.map(({ a, b, agreements }) => ({ a, b, witnesses: agreements })),
        }),
      },
      page,
    );
  }

  @FieldResolver(() => [Place], { description: 'The two partners, by name.' })
  partners(@Root() { ids }: Triangle, @Ctx() { load }: Context) {
    return load.entities('Place', ids);
  }

  @FieldResolver(() => [TriangleSide], {
    description: 'Its three sides: the ties of the place with the one partner and with the other, and that of the two.',
  })
  sides(@Root() { sides }: Triangle) {
    return sides;
  }
}

@Resolver(() => TriangleSide)
export class TriangleSideResolver {
  @FieldResolver(() => [Place], { description: 'The two places, by id.' })
  places(@Root() { a, b }: TriangleSide, @Ctx() { load }: Context) {
    return load.entities('Place', [a, b]);
  }

  @FieldResolver(() => [Agreement], { description: 'The agreements that count between the two, by id.' })
  agreements(@Root() { witnesses }: TriangleSide, @Ctx() { load }: Context) {
    return load.entities('Agreement', witnesses);
  }
}
