import { Arg, Args, Ctx, Field, FieldResolver, Float, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { jaccard, placesSimilarTo, positionOfPair, type SimilarPair } from '../../../analytics/neighbourhood/similar-places.js';
import type { TieFilter } from '../../../domain/tie.js';
import { connectInHand, connectionOf, PageArgs } from '../../connection/connection.js';
import { connectTable } from '../../connection/table.js';
import type { Context } from '../../context.js';
import { WHOLE_GRAPH } from '../../cost.js';
import { entityArgument } from '../../ids.js';
import type { Pair } from '../../loaders.js';
import { numberArgument } from '../../numbers.js';
import { Place } from '../../place/place.type.js';
import { withinArgument } from '../../place/within.js';
import { TieFilterInput, tieFilter } from '../../tie/tie-filter.js';
import { connectSharedPartners, SharedPartnerConnection } from './shared-partner.js';

@ObjectType({ simpleResolvers: true, description: 'Two places that share partners.' })
class SimilarPlaces {
  pair!: Pair;
  ties!: TieFilter;

  @Field(() => Float, { description: "Jaccard's coefficient, above 0 and up to 1: sharedCount by unionCount." })
  similarity!: number;

  @Field(() => Int, { description: 'How many partners both have.' })
  sharedCount!: number;

  @Field(() => Int, {
    description: 'How many partners one of them has, or both. Where the two are partners of each other, they are among these.',
  })
  unionCount!: number;
}

const SimilarPlacesConnection = connectionOf(() => SimilarPlaces, 'SimilarPlaces');

@Resolver(() => SimilarPlaces)
export class SimilarPlacesResolver {
  @Query(() => SimilarPlacesConnection, {
    nullable: true,
    complexity: WHOLE_GRAPH,
    description:
      "Which places have the same partners? By Jaccard's coefficient of the two sets of partners, the highest first, then by id: the number of partners that both have, by the number of partners that either has. The sets are taken as they are: where the two are partners of each other, each is in the set of the other, so among those that either has, but never shared. Bounds: pairs that share minShared partners or more, 100,000 at most. Cost: for one place four statements, over the ties of its partners' partners; without one the whole graph, once for each revision and filter. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.",
  })
  async similarPlaces(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('minShared', () => Int, { defaultValue: 2, description: 'How many partners two places must share, from 1 to 1000.' })
    minShared: number,
    @Arg('place', () => ID, { nullable: true, description: 'Only places similar to this one; its id. Left out: all pairs of places.' })
    place?: string,
    @Arg('ties', () => TieFilterInput, { nullable: true, description: 'Which ties count.' }) ties?: TieFilterInput,
    @Arg('within', () => ID, {
      nullable: true,
      description:
        'Only places that are this one or inside it, at any depth; its id, such as place:jp. It holds for both places of a pair, but not for `place`.',
    })
    within?: string,
  ) {
    numberArgument('minShared', minShared, 1, 1_000);
    const filter = await tieFilter(context, ties);
    const asked = { ties: filter, minShared, within: await withinArgument(context, within) };
    const node = (row: SimilarPair): SimilarPlaces => ({
      pair: { a: row.a, b: row.b },
      ties: filter,
      similarity: jaccard(row),
      sharedCount: row.shared,
      unionCount: row.union,
    });
    if (typeof place !== 'string') return connectTable(context, { table: 'similarPlaces', asked, keys: 'number', node }, page);
    await entityArgument(context, 'place', place, 'Place');
    const pairs = await placesSimilarTo(context.graph, place, asked);
    return connectInHand(
      { order: 'similarPlaces', direction: 'down', keys: 'number', items: async () => pairs, position: positionOfPair, node },
      page,
    );
  }

  @FieldResolver(() => [Place], { description: 'The two places: the one that was asked about first, or by id.' })
  places(@Root() { pair }: SimilarPlaces, @Ctx() { load }: Context) {
    return load.entities('Place', [pair.a, pair.b]);
  }

  @FieldResolver(() => SharedPartnerConnection, { description: 'The partners that both have, by name.' })
  shared(@Root() { pair, ties }: SimilarPlaces, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return connectSharedPartners(context, pair, ties, page);
  }
}
