import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { positionOfShared, type SharedPartner as Shared, sharedPartners } from '../../../analytics/neighbourhood/shared-partners.js';
import type { TieFilter } from '../../../domain/tie.js';
import { Agreement } from '../../agreement/agreement.type.js';
import { connectInHand, connectionOf, type PageArgs } from '../../connection/connection.js';
import type { Context } from '../../context.js';
import type { Pair } from '../../loaders.js';
import { Place } from '../../place/place.type.js';

@ObjectType({ simpleResolvers: true, description: 'A partner that two places share, with the agreements on either side.' })
class SharedPartner implements Shared {
  partner!: string;
  name!: string;
  ofA!: readonly string[];
  ofB!: readonly string[];
}

export const SharedPartnerConnection = connectionOf(() => SharedPartner, 'SharedPartner');

/** The partners that two places share, by name; those of many pairs are fetched together. */
export function connectSharedPartners({ load }: Context, pair: Pair, ties: TieFilter, page: PageArgs) {
  return connectInHand(
    {
      order: 'sharedPartners',
      items: () => load.forPair(['shared partners', ties], (graph, pairs) => sharedPartners(graph, pairs, ties), pair),
      position: positionOfShared,
      node: (shared) => shared,
    },
    page,
  );
}

@Resolver(() => SharedPartner)
export class SharedPartnerResolver {
  @FieldResolver(() => Place, { description: 'The partner.' })
  place(@Root() { partner }: SharedPartner, @Ctx() { load }: Context) {
    return load.entity('Place', partner);
  }

  @FieldResolver(() => [Agreement], {
    description: 'The agreements of both places with it: those of the one that was asked about, or the first one, then those of the other.',
  })
  agreements(@Root() { ofA, ofB }: SharedPartner, @Ctx() { load }: Context) {
    return load.entities('Agreement', [...ofA, ...ofB.filter((id) => !ofA.includes(id))]);
  }
}
