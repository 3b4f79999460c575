import { Arg, Args, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { AgreementConnection } from '../../agreement/agreement.type.js';
import { witnesses } from '../../agreement/witnesses.js';
import { connectionOf, PageArgs } from '../../connection/connection.js';
import { connectTable } from '../../connection/table.js';
import type { Context } from '../../context.js';
import { Place } from '../../place/place.type.js';
import { TieFilterInput, tieFilter } from '../../tie/tie-filter.js';

@ObjectType({ simpleResolvers: true, description: 'How many ties join two countries, or the places of one.' })
class CountryPair {
  a!: string;
  b!: string;
  agreements!: string[];

  @Field(() => Int, { description: 'How many agreements tie places of the two.' })
  agreementCount!: number;

  @Field(() => Int, { description: 'How many pairs of places they tie; two places may have several agreements.' })
  placePairCount!: number;
}

const CountryPairConnection = connectionOf(() => CountryPair, 'CountryPair');

@Resolver(() => CountryPair)
export class CountryMatrixResolver {
  @Query(() => CountryPairConnection, {
    nullable: true,
    description:
      'How many agreements tie the places of each pair of countries? Those with most first; a country with itself is for ties at home. Bounds: pairs that have no tie are left out. Cost: the whole graph, once for each revision and filter. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.',
  })
  async countryMatrix(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('ties', () => TieFilterInput, { nullable: true, description: 'Which ties count.' }) ties?: TieFilterInput,
  ) {
    return connectTable(context, { table: 'countryMatrix', asked: { ties: await tieFilter(context, ties) }, keys: 'number' }, page);
  }

  @FieldResolver(() => [Place], { description: 'The two countries; the same one twice for ties at home.' })
  async countries(@Root() { a, b }: CountryPair, @Ctx() { load }: Context) {
    return load.entities('Place', [a, b]);
  }

  @FieldResolver(() => AgreementConnection, { description: 'The agreements that are counted, by id.' })
  agreements(@Root() { agreements }: CountryPair, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return witnesses(context, agreements, page);
  }
}
