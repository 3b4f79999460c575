import { Arg, Args, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { cliquesAround, positionOfClique } from '../../../analytics/neighbourhood/cliques.js';
import { egoNetwork } from '../../../analytics/neighbourhood/ego-network.js';
import { AgreementConnection } from '../../agreement/agreement.type.js';
import { witnesses } from '../../agreement/witnesses.js';
import { connectInHand, connectionOf, PageArgs } from '../../connection/connection.js';
import { connectTable } from '../../connection/table.js';
import type { Context } from '../../context.js';
import { WHOLE_GRAPH } from '../../cost.js';
import { entityArgument } from '../../ids.js';
import { numberArgument } from '../../numbers.js';
import { Place } from '../../place/place.type.js';
import { TieFilterInput, tieFilter } from '../../tie/tie-filter.js';

@ObjectType({ simpleResolvers: true, description: 'Places that are all tied with one another, and to which no other could be added.' })
class Clique {
  members!: readonly string[];
  agreements!: readonly string[];

  @Field(() => Int, { description: 'How many places it has.' })
  size!: number;
}

const CliqueConnection = connectionOf(() => Clique, 'Clique');

@Resolver(() => Clique)
export class CliquesResolver {
  @Query(() => CliqueConnection, {
    nullable: true,
    complexity: WHOLE_GRAPH,
    description:
      'Which places are all tied with one another? The maximal cliques of the graph of ties: sets of places to which no other could be added. Those with most places first, then by the ids of the places. An agreement of many parties makes one alone. Found by the algorithm of Bron and Kerbosch in a degeneracy order (Eppstein, Löffler and Strash 2010). Bounds: cliques of 3 places or more, 10,000 at most. Cost: for one place two statements over its ties and those of its partners; without one the whole graph, once for each revision, filter and minSize. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.',
  })
  async cliques(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('minSize', () => Int, { defaultValue: 3, description: 'How many places a clique must have, from 3 to 100.' }) minSize: number,
    @Arg('place', () => ID, { nullable: true, description: 'Only cliques that hold this place; its id. Left out: the whole graph.' })
    place?: string,
    @Arg('ties', () => TieFilterInput, { nullable: true, description: 'Which ties count.' }) ties?: TieFilterInput,
  ) {
    numberArgument('minSize', minSize, 3, 100);
    const filter = await tieFilter(context, ties);
    if (typeof place !== 'string')
      return connectTable(context, { table: 'cliques', asked: { ties: filter, minSize }, keys: 'number' }, page);
    await entityArgument(context, 'place', place, 'Place');
    const cliques = cliquesAround(place, await egoNetwork(context.graph, place, filter), minSize);
    return connectInHand(
      {
        order: 'cliques',
        direction: 'down',
        keys: 'number',
        items: async () => cliques,
        position: positionOfClique,
        node: (clique) => clique,
      },
      page,
    );
  }

  @FieldResolver(() => [Place], { description: 'Its places, by id.' })
  places(@Root() { members }: Clique, @Ctx() { load }: Context) {
    return load.entities('Place', members);
  }

  @FieldResolver(() => AgreementConnection, { description: 'The agreements that tie them with one another, by id.' })
  agreements(@Root() { agreements }: Clique, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return witnesses(context, agreements, page);
  }
}
