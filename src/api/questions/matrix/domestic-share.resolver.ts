import { Arg, Args, Ctx, Field, FieldResolver, Float, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { CountryShare as Share } from '../../../analytics/matrix/domestic-share.js';
import { AgreementConnection } from '../../agreement/agreement.type.js';
import { witnesses } from '../../agreement/witnesses.js';
import { connectionOf, PageArgs } from '../../connection/connection.js';
import { connectTable } from '../../connection/table.js';
import type { Context } from '../../context.js';
import { WHOLE_GRAPH } from '../../cost.js';
import { numberArgument } from '../../numbers.js';
import { Place } from '../../place/place.type.js';
import { TieCount } from '../../tie/tie-count.js';
import { TieFilterInput, tieFilter } from '../../tie/tie-filter.js';

@ObjectType({
  implements: [TieCount],
  simpleResolvers: true,
  description: 'The ties of the places of a country, and which part of them is domestic.',
})
class CountryShare {
  country!: string;
  domestic!: Share['domestic'];

  @Field(() => Float, { description: 'Domestic ties divided by all ties of the places of the country, from 0 to 1.' })
  share!: number;
}

const CountryShareConnection = connectionOf(() => CountryShare, 'CountryShare');

@Resolver(() => CountryShare)
export class DomesticShareResolver {
  @Query(() => CountryShareConnection, {
    nullable: true,
    complexity: WHOLE_GRAPH,
    description:
      'Which part of the ties of a country joins two of its own places? By country, the largest share first: domestic ties / all ties with an end in the country; a domestic tie counts once. Bounds: a row for each country that has a tie. Cost: the whole graph, once for each revision and filter. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.',
  })
  async domesticShare(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('minTies', () => Int, { defaultValue: 1, description: 'How many ties a country must have to be listed, from 1.' })
    minTies: number,
    @Arg('ties', () => TieFilterInput, { nullable: true, description: 'Which ties count.' }) ties?: TieFilterInput,
  ) {
    numberArgument('minTies', minTies, 1);
    const asked = { ties: await tieFilter(context, ties), minTies };
    return connectTable(context, { table: 'domesticShare', asked, keys: 'number' }, page);
  }

  @FieldResolver(() => Place, { description: 'The country.' })
  country(@Root() { country }: CountryShare, @Ctx() { load }: Context) {
    return load.entity('Place', country);
  }

  @FieldResolver(() => Int, { description: 'How many of the ties join two places of the country.' })
  domesticTieCount(@Root() { domestic }: CountryShare) {
    return domestic.tieCount;
  }

  @FieldResolver(() => AgreementConnection, { description: 'The agreements of the domestic ties, by id.' })
  domesticAgreements(@Root() { domestic }: CountryShare, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return witnesses(context, domestic.agreements, page);
  }
}
