import DataLoader from 'dataloader';
import { Arg, Args, Ctx, Field, FieldResolver, Float, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { positionOfReached, Reach, type Reached, type ReachingChains } from '../../../analytics/neighbourhood/reach.js';
import type { Parameters } from '../../../graph/values.js';
import { tieParameters } from '../../../store/ties.js';
import { connectInHand, connectionOf, edgeOf, PageArgs } from '../../connection/connection.js';
import type { Context } from '../../context.js';
import { SURROUNDINGS } from '../../cost.js';
import { entityArgument } from '../../ids.js';
import { numberArgument } from '../../numbers.js';
import { Place } from '../../place/place.type.js';
import { withinArgument } from '../../place/within.js';
import { TieFilterInput, tieFilter } from '../../tie/tie-filter.js';
import { Chain, chainOf } from '../paths/chain.type.js';

const MOST_STEPS = 3;

@ObjectType({ simpleResolvers: true, description: 'How many places are at a distance.' })
class ReachCount {
  @Field(() => Int, { description: 'Ties on the shortest chain to them.' })
  distance!: number;

  @Field(() => Int, { description: 'How many places there are at that distance, neither closer nor farther.' })
  placeCount!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A place that can be reached, with the chains that lead there.' })
class ReachEdge extends edgeOf(() => Place, 'ReachBase') {
  chains!: () => Promise<ReachingChains>;
  filters!: Parameters;

  @Field(() => Int, { description: 'Ties on the shortest chain to it.' })
  distance!: number;
}

const ReachConnection = connectionOf(() => Place, 'Reach', ReachEdge);

@ObjectType('Reach', { simpleResolvers: true, description: 'What can be reached from a place by a few ties.' })
class ReachAnswer {
  reach!: Reach;
  filters!: Parameters;

  @Field(() => [ReachCount], { description: 'How many places there are at each distance, from 1 to the number of steps.' })
  counts!: ReachCount[];
}

@Resolver(() => ReachAnswer)
export class ReachResolver {
  @Query(() => ReachAnswer, {
    nullable: true,
    complexity: SURROUNDINGS,
    description:
      'Which places can be reached from a place by a few ties, one after another? The distance of a place is the number of ties on the shortest chain to it. Bounds: 3 steps at most, which from a place with a hundred partners lead to some ten thousand places. Cost: a statement for each thousand places of a distance; one for each distance less one, for the chains to the places of a page. Errors: BAD_INPUT, NOT_FOUND.',
  })
  async reach(
    @Ctx() context: Context,
    @Arg('place', () => ID, { description: 'Id of the place.' }) place: string,
    @Arg('steps', () => Int, { defaultValue: 2, description: 'How many ties to go at most, from 1 to 3.' }) steps: number,
    @Arg('ties', () => TieFilterInput, { nullable: true, description: 'Which ties count, at each step.' }) ties?: TieFilterInput,
    @Arg('within', () => ID, {
      nullable: true,
      description:
        'Only places that are this one or inside it, at any depth, are counted and listed; the chains to them may lead through any. Its id, such as place:jp.',
    })
    within?: string,
  ) {
    numberArgument('steps', steps, 1, MOST_STEPS);
    await entityArgument(context, 'place', place, 'Place');
    const filter = await tieFilter(context, ties);
    const reach = await Reach.from(context.graph, place, steps, filter, await withinArgument(context, within));
    return { reach, filters: tieParameters(filter), counts: reach.counts(steps) };
  }

  @FieldResolver(() => ReachConnection, { description: 'The places, the closest first, then by name.' })
  places(@Root() { reach, filters }: ReachAnswer, @Ctx() { load }: Context, @Args(() => PageArgs) page: PageArgs) {
    const chains = new DataLoader<Reached, ReachingChains>((places) => reach.chainsTo(places));
    return connectInHand(
      {
        order: 'reach',
        items: async () => reach.places,
        position: positionOfReached,
        node: ({ id }) => load.entity('Place', id),
        edge: (reached) => ({ distance: reached.distance, chains: () => chains.load(reached), filters }),
      },
      page,
    );
  }
}

@Resolver(() => ReachEdge)
export class ReachEdgeResolver {
  @FieldResolver(() => Float, { description: 'How many shortest chains lead there.' })
  async chainCount(@Root() { chains }: ReachEdge) {
    return (await chains()).count;
  }

  @FieldResolver(() => Chain, { description: 'One of them, from the place that was asked about.' })
  async chain(@Root() { chains, filters }: ReachEdge) {
    return chainOf((await chains()).chain, filters);
  }
}
