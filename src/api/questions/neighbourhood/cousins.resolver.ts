import { Arg, Args, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Parameters } from '../../../graph/values.js';
import { tieParameters } from '../../../store/ties.js';
import { Agreement } from '../../agreement/agreement.type.js';
import { connect, connectionOf, edgeOf, PageArgs } from '../../connection/connection.js';
import type { Context } from '../../context.js';
import { entityArgument } from '../../ids.js';
import type { Pair } from '../../loaders.js';
import { Place } from '../../place/place.type.js';
import { TieFilterInput, tieFilter } from '../../tie/tie-filter.js';

@ObjectType({ simpleResolvers: true, description: 'A partner that two places share, with the agreements on either side.' })
class SharedPartner {
  partner!: string;
  ofA!: string[];
  ofB!: string[];
}

@ObjectType({ simpleResolvers: true, description: 'A place that shares partners, with the partners that it shares.' })
class CousinEdge extends edgeOf(() => Place, 'CousinBase') {
  pair!: Pair;
  filters!: Parameters;

  @Field(() => Int, { description: 'How many partners the two share.' })
  sharedCount!: number;
}

const CousinConnection = connectionOf(() => Place, 'Cousin', CousinEdge);

@Resolver(() => CousinEdge)
export class CousinsResolver {
  @Query(() => CousinConnection, {
    nullable: true,
    description:
      'Which places share partners with a place? Those that share most first. A country that stands for a partner not yet chosen is no partner. Bounds: paged; two hops over the ties of one place. Cost: one statement for a page, one for the shared partners of its cousins. Errors: BAD_INPUT, NOT_FOUND.',
  })
  async cousins(
    @Ctx() context: Context,
    @Arg('place', () => ID, { description: 'Id of the place.' }) place: string,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('ties', () => TieFilterInput, { nullable: true, description: 'Which ties count, from the place to a partner and from there on.' })
    ties?: TieFilterInput,
  ) {
    await entityArgument(context, 'place', place, 'Place');
    const filters = tieParameters(await tieFilter(context, ties));
    return connect(
      context,
      {
        label: 'Place',
        list: 'place/list-cousins',
        direction: 'down',
        keys: 'number',
        parent: place,
        filters,
        edge: ({ id, key }) => ({ sharedCount: key, pair: { a: place, b: id }, filters }),
      },
      page,
    );
  }

  @FieldResolver(() => [SharedPartner], { description: 'The partners that they share, by name.' })
  partners(@Root() { pair, filters }: CousinEdge, @Ctx() { load }: Context) {
    return load.pairRows<Pair & SharedPartner>('place/shared-partners', filters, pair);
  }
}

@Resolver(() => SharedPartner)
export class SharedPartnerResolver {
  @FieldResolver(() => Place, { description: 'The partner.' })
  place(@Root() { partner }: SharedPartner, @Ctx() { load }: Context) {
    return load.entity('Place', partner);
  }

  @FieldResolver(() => [Agreement], {
    description: 'The agreements of both places with it: those of the place that was asked about, then those of the cousin.',
  })
  agreements(@Root() { ofA, ofB }: SharedPartner, @Ctx() { load }: Context) {
    return load.entities('Agreement', [...ofA, ...ofB.filter((id) => !ofA.includes(id))]);
  }
}
