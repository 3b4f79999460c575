import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import {
  countProvincesSharingForeignProvince,
  type ProvincePair,
  provincesSharingForeignProvince,
  type SharedForeignProvince,
  type SharingQuestion,
} from '../../../analytics/sharing/provinces-sharing-foreign-province.js';
import { PROVINCE_PAIRS, type ProvincePairs } from '../../../analytics/sharing/provinces-sharing-foreign-province-in-world.js';
import { BadInputError } from '../../../domain/errors.js';
import type { PlaceKind } from '../../../domain/vocabulary.js';
import { AgreementConnection } from '../../agreement/agreement.type.js';
import { connectInHand, connectionOf, connectionWith, PageArgs, pageArguments } from '../../connection/connection.js';
import { connectTable } from '../../connection/table.js';
import type { Context } from '../../context.js';
import { WHOLE_GRAPH } from '../../cost.js';
import { enumOf, PlaceKindEnum } from '../../enums.js';
import { numberArgument } from '../../numbers.js';
import { Place } from '../../place/place.type.js';
import { countryArgument, TieFilterInput, tieFilter } from '../../tie/tie-filter.js';

const ProvincePairsEnum = enumOf('ProvincePairs', 'Which pairs of provinces are compared.', PROVINCE_PAIRS);

@ArgsType()
class SharingArgs extends PageArgs {
  @Field(() => [PlaceKindEnum], {
    defaultValue: ['REGENCY', 'CITY'],
    description: 'Kinds of the places at home whose ties count. With PROVINCE, those of the province itself count too.',
  })
  homeKinds!: PlaceKind[];

  @Field(() => Int, { defaultValue: 1, description: 'How many foreign provinces a pair must share, from 1.' })
  minShared!: number;

  @Field(() => ProvincePairsEnum, {
    defaultValue: 'ONE_COUNTRY',
    description: 'Which pairs of provinces; with a country, those of that one.',
  })
  pairs!: ProvincePairs;
}

@ObjectType({ simpleResolvers: true, description: 'A foreign province that two provinces share, with the agreements that lead there.' })
class SharedProvince {
  foreign!: string;
  ofA!: string[];
  ofB!: string[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'Two provinces whose places have agreements with places in the same provinces, which are foreign to both.',
})
class ProvincesSharing {
  a!: string;
  b!: string;
  shared!: SharedForeignProvince[];

  @Field(() => Int, { description: 'How many foreign provinces they share.' })
  sharedCount!: number;
}

const SharedProvinceConnection = connectionOf(() => SharedProvince, 'SharedProvince');
const ProvincesSharingConnection = connectionOf(() => ProvincesSharing, 'ProvincesSharing');

const ORDER = 'provincesSharingForeignProvince';

@Resolver()
export class ProvincesSharingForeignProvinceResolver {
  @Query(() => ProvincesSharingConnection, {
    nullable: true,
    complexity: WHOLE_GRAPH,
    description:
      'Which provinces have regencies or cities with agreements in the same foreign province? Those of one country, or, without one, of all countries: two provinces with ties to a third one that is foreign to both. Those that share most first. A place counts as in the province that it is part of at any depth, or that it is. A party known at country level only is in no province. Bounds: the places of one country, or 20,000 pairs of the world. Cost: one statement over the ties of the country; without a country the whole graph, once for each revision and set of arguments. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.',
  })
  async provincesSharingForeignProvince(
    @Ctx() context: Context,
    @Args(() => SharingArgs) args: SharingArgs,
    @Arg('country', () => ID, { nullable: true, description: 'Id of the country, such as place:id. Left out: all countries.' })
    country?: string | null,
    @Arg('ties', () => TieFilterInput, { nullable: true, description: 'Which ties count.' }) ties?: TieFilterInput,
  ) {
    const { homeKinds, minShared, pairs } = args;
    numberArgument('minShared', minShared, 1);
    const question = { homeKinds, minShared, ties: await tieFilter(context, ties) };
    if (country === undefined || country === null) {
      return connectTable(
        context,
        { table: 'provincesSharingForeignProvinceInWorld', asked: { ...question, pairs }, keys: 'number' },
        args,
      );
    }
    if (pairs !== 'ONE_COUNTRY') throw new BadInputError(`pairs is ${pairs}. Accepted with a country is ONE_COUNTRY.`);
    return ofCountry(context, { ...question, home: await countryArgument(context, 'country', country) }, args);
  }
}

function ofCountry({ graph }: Context, question: SharingQuestion, args: PageArgs) {
  const { first, after } = pageArguments(ORDER, 'number', args);
  let answered: ReturnType<typeof provincesSharingForeignProvince> | undefined;
  const page = () => (answered ??= provincesSharingForeignProvince(graph, question, first, after));
  const position = ({ sharedCount, pair }: ProvincePair) => ({ key: sharedCount, id: pair });
  return connectionWith(
    ORDER,
    async () => {
      const { pairs, hasNextPage } = await page();
      return { items: pairs.map(position), hasNextPage };
    },
    after,
    async () => (await page()).pairs.map((pair) => ({ position: position(pair), node: pair })),
    () => countProvincesSharingForeignProvince(graph, question),
  );
}

@Resolver(() => ProvincesSharing)
export class ProvincesSharingResolver {
  @FieldResolver(() => [Place], { description: 'The two provinces.' })
  provinces(@Root() { a, b }: ProvincesSharing, @Ctx() { load }: Context) {
    return load.entities('Place', [a, b]);
  }

  @FieldResolver(() => SharedProvinceConnection, { description: 'The foreign provinces that they share, by id.' })
  shared(@Root() { shared }: ProvincesSharing, @Args(() => PageArgs) page: PageArgs) {
    return connectInHand(
      {
        order: 'sharedProvinces',
        items: async () => shared,
        position: ({ foreign }) => ({ key: foreign, id: foreign }),
        node: (one) => one,
      },
      page,
    );
  }
}

@Resolver(() => SharedProvince)
export class SharedProvinceResolver {
  @FieldResolver(() => Place, { description: 'The foreign province.' })
  foreignProvince(@Root() { foreign }: SharedProvince, @Ctx() { load }: Context) {
    return load.entity('Place', foreign);
  }

  @FieldResolver(() => AgreementConnection, {
    description: 'The agreements of both provinces that lead there: those of the first province, then those of the second; by id.',
  })
  agreements(@Root() { ofA, ofB }: SharedProvince, @Ctx() { load }: Context, @Args(() => PageArgs) page: PageArgs) {
    const ofFirst = ofA.map((id) => ({ key: 'first', id }));
    const ofSecond = ofB.filter((id) => !ofA.includes(id)).map((id) => ({ key: 'second', id }));
    return connectInHand(
      {
        order: 'agreementsOfProvinces',
        items: async () => [...ofFirst, ...ofSecond],
        position: (one) => one,
        node: ({ id }) => load.entity('Agreement', id),
      },
      page,
    );
  }
}
