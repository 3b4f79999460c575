import { Arg, Args, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { TieFilter } from '../../../domain/tie.js';
import { tieParameters } from '../../../store/ties.js';
import { connect, connectionOf, edgeOf, PageArgs } from '../../connection/connection.js';
import type { Context } from '../../context.js';
import { SURROUNDINGS } from '../../cost.js';
import { entityArgument } from '../../ids.js';
import type { Pair } from '../../loaders.js';
import { Place } from '../../place/place.type.js';
import { withinArgument } from '../../place/within.js';
import { TieFilterInput, tieFilter } from '../../tie/tie-filter.js';
import { connectSharedPartners, SharedPartnerConnection } from './shared-partner.js';

@ObjectType({ simpleResolvers: true, description: 'A place that shares partners, with the partners that it shares.' })
class CousinEdge extends edgeOf(() => Place, 'CousinBase') {
  pair!: Pair;
  ties!: TieFilter;

  @Field(() => Int, { description: 'How many partners the two share.' })
  sharedCount!: number;
}

const CousinConnection = connectionOf(() => Place, 'Cousin', CousinEdge);

@Resolver(() => CousinEdge)
export class CousinsResolver {
  @Query(() => CousinConnection, {
    nullable: true,
    complexity: SURROUNDINGS,
    description:
      'Which places share partners with a place? Those that share most first, then by id. A cousin may be a partner too; a country that stands for a partner not yet chosen is no partner. `similarPlaces` weighs what is shared against what is not. Bounds: paged; two hops over the ties of one place. Cost: one statement for a page, one for the partners of all places on it. Errors: BAD_INPUT, NOT_FOUND.',
  })
  async cousins(
    @Ctx() context: Context,
    @Arg('place', () => ID, { description: 'Id of the place.' }) place: string,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('ties', () => TieFilterInput, { nullable: true, description: 'Which ties count, from the place to a partner and from there on.' })
    ties?: TieFilterInput,
    @Arg('within', () => ID, {
      nullable: true,
      description: 'Only cousins that are this place or inside it, at any depth; its id, such as place:jp. Their partners may be anywhere.',
    })
    within?: string,
  ) {
    await entityArgument(context, 'place', place, 'Place');
    const filter = await tieFilter(context, ties);
    return connect(
      context,
      {
        label: 'Place',
        list: 'place/list-cousins',
        direction: 'down',
        keys: 'number',
        parent: place,
        filters: { ...tieParameters(filter), within: await withinArgument(context, within) },
        edge: ({ id, key }) => ({ sharedCount: key, pair: { a: place, b: id }, ties: filter }),
      },
      page,
    );
  }

  @FieldResolver(() => SharedPartnerConnection, { description: 'The partners that they share, by name.' })
  partners(@Root() { pair, ties }: CousinEdge, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return connectSharedPartners(context, pair, ties, page);
  }
}
