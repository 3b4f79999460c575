import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { inOrder } from '../../../analytics/whole-graph/question.js';
import type { Parameters } from '../../../graph/values.js';
import { Agreement } from '../../agreement/agreement.type.js';
import { connectInHand, connectionOf, type PageArgs } from '../../connection/connection.js';
import type { Context } from '../../context.js';
import type { Pair } from '../../loaders.js';
import { Place } from '../../place/place.type.js';

@ObjectType({ simpleResolvers: true, description: 'A partner that two places share, with the agreements on either side.' })
export class SharedPartner {
  partner!: string;
  name!: string;
  ofA!: string[];
  ofB!: string[];
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

export const SharedPartnerConnection = connectionOf(() => SharedPartner, 'SharedPartner');

const position = ({ name, partner }: SharedPartner) => ({ key: name, id: partner });

/** The partners that two places share, by name; those of many pairs are fetched together. */
export function sharedPartners({ load }: Context, pair: Pair, filters: Parameters, page: PageArgs) {
  return connectInHand(
    {
      order: 'sharedPartners',
      items: async () => inOrder(await load.pairRows<Pair & SharedPartner>('place/shared-partners', filters, pair), 'up', position),
      position,
      node: (shared): SharedPartner => shared,
    },
    page,
  );
}
