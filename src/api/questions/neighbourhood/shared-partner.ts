import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { Agreement } from '../../agreement/agreement.type.js';
import type { Context } from '../../context.js';
import { Place } from '../../place/place.type.js';

@ObjectType({ simpleResolvers: true, description: 'A partner that two places share, with the agreements on either side.' })
export class SharedPartner {
  partner!: string;
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
