import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import {
  countProvincesSharingForeignProvince,
  type ProvincePair,
  provincesSharingForeignProvince,
  type SharedForeignProvince,
} from '../../../analytics/sharing/provinces-sharing-foreign-province.js';
import { BadInputError } from '../../../domain/errors.js';
import type { PlaceKind } from '../../../domain/vocabulary.js';
import { Agreement } from '../../agreement/agreement.type.js';
import { connectionOf, connectionWith, PageArgs, pageArguments } from '../../connection/connection.js';
import type { Context } from '../../context.js';
import { PlaceKindEnum } from '../../enums.js';
import { Place } from '../../place/place.type.js';
import { countryArgument, TieFilterInput, tieFilter } from '../../tie/tie-filter.js';

@ArgsType()
class SharingArgs extends PageArgs {
  @Field(() => [PlaceKindEnum], {
    defaultValue: ['REGENCY', 'CITY'],
    description: 'Kinds of the places at home whose ties count. With PROVINCE, those of the province itself count too.',
  })
  homeKinds!: PlaceKind[];

  @Field(() => Int, { defaultValue: 1, description: 'How many foreign provinces a pair must share, from 1.' })
  minShared!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A foreign province that two provinces share, with the agreements that lead there.' })
class SharedProvince {
  foreign!: string;
  ofA!: string[];
  ofB!: string[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'Two provinces of one country whose places have agreements with places in the same foreign provinces.',
})
class ProvincesSharing {
  a!: string;
  b!: string;

  @Field(() => Int, { description: 'How many foreign provinces they share.' })
  sharedCount!: number;

  @Field(() => [SharedProvince], { description: 'The foreign provinces that they share, by id.' })
  shared!: SharedProvince[];
}

const ProvincesSharingConnection = connectionOf(() => ProvincesSharing, 'ProvincesSharing');

const ORDER = 'provincesSharingForeignProvince';

@Resolver()
export class ProvincesSharingForeignProvinceResolver {
  @Query(() => ProvincesSharingConnection, {
    nullable: true,
    description:
      'Which provinces of a country have regencies or cities with agreements in the same foreign province? A place counts as in the province that it is part of at any depth, or that it is. A party known at country level only is in no province. Bounds: the places of one country. Cost: one statement over the ties of the country. Errors: BAD_INPUT, NOT_FOUND.',
  })
  async provincesSharingForeignProvince(
    @Ctx() context: Context,
    @Arg('country', () => ID, { description: 'Id of the country, such as place:id.' }) country: string,
    @Args(() => SharingArgs) args: SharingArgs,
    @Arg('ties', () => TieFilterInput, { nullable: true, description: 'Which ties count.' }) ties?: TieFilterInput,
  ) {
    await countryArgument(context, 'country', country);
    if (args.minShared < 1) throw new BadInputError(`minShared is ${args.minShared}. Accepted is a number from 1.`);
    const { first, after } = pageArguments(ORDER, 'number', args);
    const question = {
      home: country,
      homeKinds: args.homeKinds,
      minShared: args.minShared,
      ties: await tieFilter(context, ties),
    };
    let answered: ReturnType<typeof provincesSharingForeignProvince> | undefined;
    const page = () => (answered ??= provincesSharingForeignProvince(context.graph, question, first, after));
    const position = ({ sharedCount, pair }: ProvincePair) => ({ key: sharedCount, id: pair });
    return connectionWith(
      ORDER,
      async () => {
        const { pairs, hasNextPage } = await page();
        return { items: pairs.map(position), hasNextPage };
      },
      after,
      async () => (await page()).pairs.map((pair) => ({ position: position(pair), node: pair })),
      () => countProvincesSharingForeignProvince(context.graph, question),
    );
  }
}

@Resolver(() => ProvincesSharing)
export class ProvincesSharingResolver {
  @FieldResolver(() => [Place], { description: 'The two provinces.' })
  provinces(@Root() { a, b }: ProvincesSharing, @Ctx() { load }: Context) {
    return load.entities('Place', [a, b]);
  }
}

@Resolver(() => SharedProvince)
export class SharedProvinceResolver {
  @FieldResolver(() => Place, { description: 'The foreign province.' })
  foreignProvince(@Root() { foreign }: SharedForeignProvince, @Ctx() { load }: Context) {
    return load.entity('Place', foreign);
  }

  @FieldResolver(() => [Agreement], {
    description: 'The agreements of both provinces that lead there: those of the first province, then those of the second.',
  })
  agreements(@Root() { ofA, ofB }: SharedForeignProvince, @Ctx() { load }: Context) {
    return load.entities('Agreement', [...ofA, ...ofB.filter((id) => !ofA.includes(id))]);
  }
}
