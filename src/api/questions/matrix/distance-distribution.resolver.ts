import { Arg, Args, Ctx, Field, FieldResolver, Float, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { DistanceBinsQuestion, DistanceSummary } from '../../../analytics/matrix/distance-distribution.js';
import { AgreementConnection } from '../../agreement/agreement.type.js';
import { witnesses } from '../../agreement/witnesses.js';
import { connectionOf, PageArgs } from '../../connection/connection.js';
import { connectTable } from '../../connection/table.js';
import type { Context } from '../../context.js';
import { WHOLE_GRAPH } from '../../cost.js';
import { numberArgument } from '../../numbers.js';
import { TieCount } from '../../tie/tie-count.js';
import { TieFilterInput, tieFilter } from '../../tie/tie-filter.js';

const [LEAST_BIN_KM, MOST_BIN_KM] = [10, 20_000];

@ObjectType({ implements: [TieCount], simpleResolvers: true, description: 'The ties of a length.' })
class DistanceBin {
  @Field(() => Int, { description: 'At least so many km.' })
  fromKm!: number;

  @Field(() => Int, { description: 'Less than so many km.' })
  untilKm!: number;
}

const DistanceBinConnection = connectionOf(() => DistanceBin, 'DistanceBin');

@ObjectType({ simpleResolvers: true, description: 'How far apart the places are that have ties, in km, to the metre.' })
class DistanceDistribution {
  asked!: DistanceBinsQuestion;
  unknown!: DistanceSummary['unknown'];

  @Field(() => Int, { description: 'How many ties have a distance.' })
  tieCount!: number;

  @Field(() => Float, { nullable: true, description: 'The shortest; null when there is none.' })
  minKm!: number | null;

  @Field(() => Float, { nullable: true, description: 'A quarter of the ties is no longer than this.' })
  lowerQuartileKm!: number | null;

  @Field(() => Float, { nullable: true, description: 'A half of the ties is no longer than this.' })
  medianKm!: number | null;

  @Field(() => Float, { nullable: true, description: 'Three quarters of the ties are no longer than this.' })
  upperQuartileKm!: number | null;

  @Field(() => Float, { nullable: true, description: 'The longest.' })
  maxKm!: number | null;

  @Field(() => Float, { nullable: true, description: 'The arithmetic mean.' })
  meanKm!: number | null;
}

@Resolver(() => DistanceDistribution)
export class DistanceDistributionResolver {
  @Query(() => DistanceDistribution, {
    nullable: true,
    complexity: WHOLE_GRAPH,
    description:
      'How far apart are the places that have ties? Great-circle distances on a sphere of the mean radius of the earth (6371.0088 km, R1 of GRS 80) between the coordinates of the two places. A tie with a place whose own coordinates are not known has no distance; those of the province or country around it are not taken instead. Quartiles are those of type 7 of Hyndman and Fan (1996), as R and NumPy have them. Bounds: bins from 10 km. Cost: the whole graph, once for each revision and filter. Errors: BAD_INPUT, NOT_FOUND, STORE_BUSY.',
  })
  async distanceDistribution(
    @Ctx() context: Context,
    @Arg('binKm', () => Int, { defaultValue: 500, description: 'How wide a bin is, in km: from 10 to 20,000.' }) binKm: number,
    @Arg('ties', () => TieFilterInput, { nullable: true, description: 'Which ties count.' }) ties?: TieFilterInput,
  ) {
    numberArgument('binKm', binKm, LEAST_BIN_KM, MOST_BIN_KM);
    const filter = await tieFilter(context, ties);
    return { ...(await context.analyst.figure('distanceSummary', { ties: filter })), asked: { ties: filter, binKm } };
  }

  @FieldResolver(() => Int, { description: 'How many ties have none, since the coordinates of a place are not known.' })
  unknownTieCount(@Root() { unknown }: DistanceDistribution) {
    return unknown.tieCount;
  }

  @FieldResolver(() => AgreementConnection, { description: 'The agreements of the ties that have no distance, by id.' })
  unknownAgreements(@Root() { unknown }: DistanceDistribution, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return witnesses(context, unknown.agreements, page);
  }

  @FieldResolver(() => DistanceBinConnection, { description: 'The ties by length, from 0 km to the bin of the longest; empty bins too.' })
  bins(@Root() { asked }: DistanceDistribution, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return connectTable(context, { table: 'distanceBins', asked, keys: 'number' }, page);
  }
}
