import { Arg, Args, Ctx, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { MATRIX_ENDS, type MatrixEnds } from '../../../analytics/matrix/country-matrix.js';
import { connectionOf, PageArgs } from '../../connection/connection.js';
import { connectTable } from '../../connection/table.js';
import type { Context } from '../../context.js';
import { WHOLE_GRAPH } from '../../cost.js';
import { enumOf } from '../../enums.js';
import { Place } from '../../place/place.type.js';
import { TieCount } from '../../tie/tie-count.js';
import { countryArguments, TieFilterInput, tieFilter } from '../../tie/tie-filter.js';

const MatrixEndsEnum = enumOf('MatrixEnds', 'How many countries of a pair have to be among given ones.', MATRIX_ENDS);

const MOST_COUNTRIES = 50;

@ObjectType({ implements: [TieCount], simpleResolvers: true, description: 'The ties between two countries, or within one.' })
class CountryPair {
  a!: string;
  b!: string;
}

const CountryPairConnection = connectionOf(() => CountryPair, 'CountryPair');

@Resolver(() => CountryPair)
export class CountryMatrixResolver {
  @Query(() => CountryPairConnection, {
    nullable: true,
    complexity: WHOLE_GRAPH,
    description:
      'How many ties have the places of each pair of countries? The pairs with most agreements first; a country with itself is for ties at home. Bounds: a row for each pair of countries that has a tie; 50 countries can be given. Cost: the whole graph, once for each revision and filter. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.',
  })
  async countryMatrix(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('countries', () => [ID], { nullable: true, description: 'Only pairs of these countries, as `ends` says; ids, 50 at most.' })
    countries?: string[] | null,
    @Arg('ends', () => MatrixEndsEnum, {
      defaultValue: 'BOTH',
      description: 'Whether both countries of a pair have to be among `countries`, or one.',
    })
    ends: MatrixEnds = 'BOTH',
    @Arg('ties', () => TieFilterInput, { nullable: true, description: 'Which ties count.' }) ties?: TieFilterInput,
  ) {
    const asked = {
      ties: await tieFilter(context, ties),
      countries: countries ? await countryArguments(context, 'countries', countries, MOST_COUNTRIES) : null,
      ends,
    };
    return connectTable(context, { table: 'countryMatrix', asked, keys: 'number' }, page);
  }

  @FieldResolver(() => [Place], { description: 'The two countries; the same one twice for ties at home.' })
  async countries(@Root() { a, b }: CountryPair, @Ctx() { load }: Context) {
    return load.entities('Place', [a, b]);
  }
}
