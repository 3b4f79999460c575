import { Arg, Args, Ctx, Field, FieldResolver, Float, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { CHAIN_STATUSES, type ChainStatus, chainsBetween } from '../../../analytics/paths/chains.js';
import { type Ways, walkWays } from '../../../analytics/paths/ways.js';
import type { Parameters } from '../../../graph/values.js';
import { tieParameters } from '../../../store/ties.js';
import { connectionWith, PageArgs, pageArguments } from '../../connection/connection.js';
import type { Context } from '../../context.js';
import { SURROUNDINGS } from '../../cost.js';
import { enumOf } from '../../enums.js';
import { entityArgument } from '../../ids.js';
import { numberArgument } from '../../numbers.js';
import { TieFilterInput, tieFilter } from '../../tie/tie-filter.js';
import { ChainConnection, chainOf } from './chain.type.js';

const MOST_LENGTH = 30;
/** What an Int can hold. */
const MOST_COUNTED = 2 ** 31 - 1;
/** Ids have no spaces. */
const BETWEEN_IDS = ' ';

const ChainStatusEnum = enumOf('ChainStatus', 'Whether a chain of ties leads from one place to another.', CHAIN_STATUSES);

@ObjectType({ simpleResolvers: true, description: 'What leads from one place to another.' })
class Chains {
  ways!: Ways | null;
  filters!: Parameters;

  @Field(() => ChainStatusEnum, { description: 'Whether a chain does.' })
  status!: ChainStatus;

  @Field(() => Int, { nullable: true, description: 'How many ties the shortest chains have: the distance; null without any.' })
  length!: number | null;

  @Field(() => Float, { description: 'How many chains have that length; exact up to 2 to the power of 53.' })
  chainCount!: number;

  @Field(() => Int, { description: 'How many places the search came by, from both ends together.' })
  searchedPlaces!: number;
}

@Resolver(() => Chains)
export class ChainsResolver {
  @Query(() => Chains, {
    nullable: true,
    complexity: SURROUNDINGS,
    description:
      'By which chains of agreements are two places connected, and how far apart are they? All the shortest chains. That nobody connects them is an answer, and so is a length of 0 with one chain for a place and itself. Whether the one can be reached from the other within k ties is the same question with maxLength k. Bounds: chains of 30 ties at most. Cost: a search by levels from both ends, which goes on from the side that has fewer places: a statement for each thousand places of a level, as many again for the chains, and one for the agreements of a page. Errors: BAD_INPUT, NOT_FOUND.',
  })
  async chains(
    @Ctx() context: Context,
    @Arg('from', () => ID, { description: 'Id of the one place.' }) from: string,
    @Arg('to', () => ID, { description: 'Id of the other.' }) to: string,
    @Arg('maxLength', () => Int, { defaultValue: MOST_LENGTH, description: 'How many ties a chain may have, from 1 to 30.' })
    maxLength: number,
    @Arg('ties', () => TieFilterInput, { nullable: true, description: 'Which ties count, at each step.' }) ties?: TieFilterInput,
  ): Promise<Chains> {
    numberArgument('maxLength', maxLength, 1, MOST_LENGTH);
    await Promise.all([entityArgument(context, 'from', from, 'Place'), entityArgument(context, 'to', to, 'Place')]);
    const filter = await tieFilter(context, ties);
    const { status, length, count, searched, ways } = await chainsBetween(context.graph, from, to, maxLength, filter);
    return { status, length, chainCount: count, searchedPlaces: searched, ways, filters: tieParameters(filter) };
  }
}

@Resolver(() => Chains)
export class ShortestChainsResolver {
  @FieldResolver(() => ChainConnection, {
    description:
      'The shortest chains, in the order of the ids of their places, place by place. They are put together a page at a time, however many there are; totalCount is chainCount, or 2147483647 where that is more.',
  })
  chains(@Root() { ways, filters, chainCount }: Chains, @Args(() => PageArgs) args: PageArgs) {
    const { first, after } = pageArguments('chains', 'text', args);
    const shown: (readonly string[])[] = [];
    for (const way of ways === null ? [] : walkWays(ways, after === null ? null : String(after.key).split(BETWEEN_IDS))) {
      shown.push(way);
      if (shown.length > first) break;
    }
    const items = shown.slice(0, first).map((way) => ({ way, position: { key: way.join(BETWEEN_IDS), id: '' } }));
    return connectionWith(
      'chains',
      async () => ({ items: items.map(({ position }) => position), hasNextPage: shown.length > first }),
      after,
      async () => items.map(({ way, position }) => ({ position, node: chainOf(way, filters) })),
      async () => Math.min(chainCount, MOST_COUNTED),
    );
  }
}
