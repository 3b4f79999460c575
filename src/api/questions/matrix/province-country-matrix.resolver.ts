import { Arg, Args, Ctx, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArgs } from '../../connection/connection.js';
import { connectTable } from '../../connection/table.js';
import type { Context } from '../../context.js';
import { WHOLE_GRAPH } from '../../cost.js';
import { Place } from '../../place/place.type.js';
import { TieCount } from '../../tie/tie-count.js';
import { countryArgument, TieFilterInput, tieFilter } from '../../tie/tie-filter.js';

@ObjectType({
  implements: [TieCount],
  simpleResolvers: true,
  description: 'The ties of the places of a province with the places of a country.',
})
class ProvinceAndCountry {
  country!: string;
  province!: string | null;
  partnerCountry!: string;
}

const ProvinceAndCountryConnection = connectionOf(() => ProvinceAndCountry, 'ProvinceAndCountry');

@Resolver(() => ProvinceAndCountry)
export class ProvinceCountryMatrixResolver {
  @Query(() => ProvinceAndCountryConnection, {
    nullable: true,
    complexity: WHOLE_GRAPH,
    description:
      'How many ties have the places of each province with the places of each country? Those with most agreements first; the own country is for ties at home, and a tie between two provinces is in the rows of both. A place counts as in the province that it is part of at any depth, or that it is. Bounds: a row for each province and country that have a tie. Cost: the whole graph, once for each revision and filter. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.',
  })
  async provinceCountryMatrix(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('country', () => ID, { nullable: true, description: 'Only provinces of this country; its id. Left out: of all countries.' })
    country?: string | null,
    @Arg('ties', () => TieFilterInput, { nullable: true, description: 'Which ties count.' }) ties?: TieFilterInput,
  ) {
    const asked = {
      ties: await tieFilter(context, ties),
      country: country ? await countryArgument(context, 'country', country) : null,
    };
    return connectTable(context, { table: 'provinceCountryMatrix', asked, keys: 'number' }, page);
  }

  @FieldResolver(() => Place, { nullable: true, description: 'The province; null: places of its country that are in no province.' })
  province(@Root() { province }: ProvinceAndCountry, @Ctx() { load }: Context) {
    return province === null ? null : load.entity('Place', province);
  }

  @FieldResolver(() => Place, { description: 'The country of the province.' })
  country(@Root() { country }: ProvinceAndCountry, @Ctx() { load }: Context) {
    return load.entity('Place', country);
  }

  @FieldResolver(() => Place, { description: 'The country of the partners.' })
  partnerCountry(@Root() { partnerCountry }: ProvinceAndCountry, @Ctx() { load }: Context) {
    return load.entity('Place', partnerCountry);
  }
}
