import { Arg, Args, Ctx, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Parameters } from '../../../graph/values.js';
import { tieParameters } from '../../../store/ties.js';
import { Agreement } from '../../agreement/agreement.type.js';
import { connect, connectionOf, edgeOf, PageArgs } from '../../connection/connection.js';
import type { Context } from '../../context.js';
import { entityArgument } from '../../ids.js';
import type { Pair } from '../../loaders.js';
import { Place } from '../../place/place.type.js';
import { withinArgument } from '../../place/within.js';
import { TieFilterInput, tieFilter } from '../../tie/tie-filter.js';

@ObjectType({ simpleResolvers: true, description: 'A partner of a place, with the agreements that make it one.' })
class PartnerEdge extends edgeOf(() => Place, 'PartnerBase') {
  pair!: Pair;
  filters!: Parameters;
}

const PartnerConnection = connectionOf(() => Place, 'Partner', PartnerEdge);

@Resolver(() => PartnerEdge)
export class PartnersResolver {
  @Query(() => PartnerConnection, {
    nullable: true,
    description:
      'Which places is a place tied with? By name. A partner is the other end of a tie that counts. `Place.counterparts` lists more: all other parties of the agreements of a place, with the countries that stand for a party not yet chosen. Bounds: paged; the ties of one place. Cost: one statement for a page, one for the agreements of all its partners. Errors: BAD_INPUT, NOT_FOUND.',
  })
  async partners(
    @Ctx() context: Context,
    @Arg('place', () => ID, { description: 'Id of the place.' }) place: string,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('ties', () => TieFilterInput, { nullable: true, description: 'Which ties count.' }) ties?: TieFilterInput,
    @Arg('within', () => ID, {
      nullable: true,
      description: 'Only partners that are this place or inside it, at any depth; its id, such as place:jp.',
    })
    within?: string,
  ) {
    await entityArgument(context, 'place', place, 'Place');
    const filters = tieParameters(await tieFilter(context, ties));
    return connect(
      context,
      {
        label: 'Place',
        list: 'place/list-partners',
        parent: place,
        filters: { ...filters, within: await withinArgument(context, within) },
        edge: ({ id }) => ({ pair: { a: place, b: id }, filters }),
      },
      page,
    );
  }

  @FieldResolver(() => [Agreement], { description: 'The agreements that count between the two, by id.' })
  async agreements(@Root() { pair, filters }: PartnerEdge, @Ctx() { load }: Context) {
    const rows = await load.pairRows<Pair & { id: string }>('tie/between', filters, pair);
    return load.entities(
      'Agreement',
      rows.map(({ id }) => id),
    );
  }
}
