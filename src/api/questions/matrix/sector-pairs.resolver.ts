import { Arg, Args, Ctx, Field, FieldResolver, Float, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { AgreementConnection } from '../../agreement/agreement.type.js';
import { witnesses } from '../../agreement/witnesses.js';
import { connectionOf, PageArgs } from '../../connection/connection.js';
import { connectTable } from '../../connection/table.js';
import type { Context } from '../../context.js';
import { WHOLE_GRAPH } from '../../cost.js';
import { numberArgument } from '../../numbers.js';
import { Sector } from '../../sector/sector.type.js';
import { TieFilterInput, tieFilter } from '../../tie/tie-filter.js';

@ObjectType({ simpleResolvers: true, description: 'Two sectors, A and B, that occur together in agreements.' })
class SectorPair {
  a!: string;
  b!: string;
  countOfA!: number;
  countOfB!: number;
  agreements!: string[];

  @Field(() => Int, { description: '|A ∩ B|: how many agreements are in both.' })
  agreementCount!: number;

  @Field(() => Int, { description: 'N: how many agreements have a sector at all, of those that make a tie that counts.' })
  outOf!: number;

  @Field(() => Float, { description: '|A ∩ B| / N, from 0 to 1.' })
  support!: number;

  @Field(() => Float, { description: 'Jaccard index: |A ∩ B| / |A ∪ B|, from 0 to 1.' })
  jaccard!: number;

  @Field(() => Float, { description: 'N · |A ∩ B| / (|A| · |B|): 1 when the two are independent, more when they go together.' })
  lift!: number;
}

const SectorPairConnection = connectionOf(() => SectorPair, 'SectorPair');

@Resolver(() => SectorPair)
export class SectorPairsResolver {
  @Query(() => SectorPairConnection, {
    nullable: true,
    complexity: WHOLE_GRAPH,
    description:
      'Which sectors occur together in agreements? Those in most agreements first, with support, Jaccard index and lift as in the mining of association rules. Agreements without a sector say nothing of sectors and are left out of all numbers, as are agreements that make no tie. Bounds: a row for each pair of sectors that occurs. Cost: the whole graph, once for each revision and filter. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.',
  })
  async sectorPairs(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('minAgreements', () => Int, { defaultValue: 1, description: 'In how many agreements two sectors must occur together, from 1.' })
    minAgreements: number,
    @Arg('ties', () => TieFilterInput, { nullable: true, description: 'Which ties count.' }) ties?: TieFilterInput,
  ) {
    numberArgument('minAgreements', minAgreements, 1);
    const asked = { ties: await tieFilter(context, ties), minAgreements };
    return connectTable(context, { table: 'sectorPairs', asked, keys: 'number' }, page);
  }

  @FieldResolver(() => [Sector], { description: 'A and B.' })
  sectors(@Root() { a, b }: SectorPair, @Ctx() { load }: Context) {
    return load.entities('Sector', [a, b]);
  }

  @FieldResolver(() => [Int], { description: '|A| and |B|: how many agreements are in each.' })
  countOfEach(@Root() { countOfA, countOfB }: SectorPair) {
    return [countOfA, countOfB];
  }

  @FieldResolver(() => AgreementConnection, { description: 'The agreements in both, by id.' })
  agreements(@Root() { agreements }: SectorPair, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return witnesses(context, agreements, page);
  }
}
