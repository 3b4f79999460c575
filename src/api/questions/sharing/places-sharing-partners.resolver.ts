import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { type PartnerOfBoth, SHARING_UNITS, type SharingUnit } from '../../../analytics/sharing/places-sharing-partners.js';
import { AgreementConnection } from '../../agreement/agreement.type.js';
import { witnesses } from '../../agreement/witnesses.js';
import { connectInHand, connectionOf, edgeOf, PageArgs } from '../../connection/connection.js';
import { connectTable } from '../../connection/table.js';
import type { Context } from '../../context.js';
import { WHOLE_GRAPH } from '../../cost.js';
import { enumOf } from '../../enums.js';
import { numberArgument } from '../../numbers.js';
import { Place } from '../../place/place.type.js';
import { countryArgument, TieFilterInput, tieFilter } from '../../tie/tie-filter.js';

const SharingUnitEnum = enumOf('SharingUnit', 'What shares partners.', SHARING_UNITS);

@ArgsType()
class PlacesSharingArgs extends PageArgs {
  @Field(() => ID, { description: 'Id of the country, such as place:id.' })
  country!: string;

  @Field(() => SharingUnitEnum, { defaultValue: 'PLACE', description: 'What is compared with the country.' })
  by!: SharingUnit;

  @Field(() => Int, { defaultValue: 1, description: 'How many partners must be shared, from 1.' })
  minShared!: number;

  @Field(() => TieFilterInput, { nullable: true, description: 'Which ties count, of the country and of the others.' })
  ties?: TieFilterInput | null;
}

@ObjectType({ simpleResolvers: true, description: 'A partner on both sides, with the agreements on either.' })
class PartnerOfBothEdge extends edgeOf(() => Place, 'PartnerOfBothBase') {
  ofCountry!: string[];
  ofRegion!: string[];
}

const PartnerOfBothConnection = connectionOf(() => Place, 'PartnerOfBoth', PartnerOfBothEdge);

@ObjectType({ simpleResolvers: true, description: 'A place or province that shares partners with a country, with the partners.' })
class PlaceSharingPartnersEdge extends edgeOf(() => Place, 'PlaceSharingPartnersBase') {
  partnersOfBoth!: PartnerOfBoth[];

  @Field(() => Int, { description: 'How many partners the two share.' })
  sharedCount!: number;
}

const PlaceSharingPartnersConnection = connectionOf(() => Place, 'PlaceSharingPartners', PlaceSharingPartnersEdge);

@Resolver(() => PlaceSharingPartnersEdge)
export class PlacesSharingPartnersResolver {
  @Query(() => PlaceSharingPartnersConnection, {
    nullable: true,
    complexity: WHOLE_GRAPH,
    description:
      'Which places or provinces outside a country share partners with its places? Those that share most first. A partner is shared when it has a tie with a place of the country and a tie with the place, or with a place of the province. It may lie anywhere, in the country too; `ties: {domestic: false}` leaves out partners at home on either side. Bounds: one country; each place or province once. Cost: the whole graph, once for each revision and set of arguments. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.',
  })
  async placesSharingPartners(@Ctx() context: Context, @Args(() => PlacesSharingArgs) args: PlacesSharingArgs) {
    const { by, minShared, ties } = args;
    const country = await countryArgument(context, 'country', args.country);
    numberArgument('minShared', minShared, 1);
    return connectTable(
      context,
      {
        table: 'placesSharingPartners',
        asked: { country, by, minShared, ties: await tieFilter(context, ties) },
        keys: 'number',
        node: ({ region }) => context.load.entity('Place', region),
        edge: ({ sharedCount, partners }) => ({ sharedCount, partnersOfBoth: partners }),
      },
      args,
    );
  }

  @FieldResolver(() => PartnerOfBothConnection, { description: 'The partners that the two share, by id.' })
  partners(@Root() { partnersOfBoth }: PlaceSharingPartnersEdge, @Ctx() { load }: Context, @Args(() => PageArgs) page: PageArgs) {
    return connectInHand(
      {
        order: 'partnersOfBoth',
        items: async () => partnersOfBoth,
        position: ({ partner }) => ({ key: partner, id: partner }),
        node: ({ partner }) => load.entity('Place', partner),
        edge: ({ ofCountry, ofRegion }) => ({ ofCountry, ofRegion }),
      },
      page,
    );
  }
}

@Resolver(() => PartnerOfBothEdge)
export class PartnerOfBothResolver {
  @FieldResolver(() => AgreementConnection, { description: 'The agreements of the partner with places of the country, by id.' })
  agreementsOfCountry(@Root() { ofCountry }: PartnerOfBothEdge, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return witnesses(context, ofCountry, page);
  }

  @FieldResolver(() => AgreementConnection, { description: 'The agreements of the partner with the place or the province, by id.' })
  agreementsOfRegion(@Root() { ofRegion }: PartnerOfBothEdge, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return witnesses(context, ofRegion, page);
  }
}
