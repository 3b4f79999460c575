import { Args, Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { Witnesses } from '../../../analytics/recommendation/measures.js';
import type { TiePath } from '../../../analytics/recommendation/paths-of-three.js';
import type { Signal } from '../../../analytics/recommendation/signals.js';
import type { Pair } from '../../../domain/tie.js';
import type { Parameters } from '../../../graph/values.js';
import { AgreementConnection } from '../../agreement/agreement.type.js';
import { witnesses } from '../../agreement/witnesses.js';
import { connectIds, connectInHand, connectionOf, PageArgs } from '../../connection/connection.js';
import type { Context } from '../../context.js';
import { Mission } from '../../mission/mission.type.js';
import { Place, PlaceConnection } from '../../place/place.type.js';
import { Sector } from '../../sector/sector.type.js';
import { SignalEnum } from './signal.js';

@ObjectType({ simpleResolvers: true, description: 'A path of three ties: from the place to a partner, to a cousin, to the candidate.' })
class CousinPath {
  place!: string;
  candidate!: string;
  partner!: string;
  cousin!: string;
  filters!: Parameters;

  @Field(() => Int, { description: 'How many partners the partner has.' })
  partnersOfPartner!: number;

  @Field(() => Int, { description: 'How many partners the cousin has.' })
  partnersOfCousin!: number;

  @Field(() => Float, { description: 'What it adds to the number of the reason: 1/√(partnersOfPartner × partnersOfCousin).' })
  share!: number;
}

const CousinPathConnection = connectionOf(() => CousinPath, 'CousinPath');

@ObjectType({
  simpleResolvers: true,
  description: 'A signal that speaks for a candidate, with its number, what that makes of it, and its witnesses.',
})
export class RecommendationReason {
  place!: string;
  candidate!: string;
  witnesses!: Witnesses;
  filters!: Parameters;

  @Field(() => SignalEnum, { description: 'The signal.' })
  signal!: Signal;

  @Field(() => Float, { description: 'What the signal measures; its description says what that is.' })
  number!: number;

  @Field(() => Float, { description: 'The number as a score from 0 to 1, to four decimals.' })
  score!: number;

  @Field(() => Float, { description: 'How much the signal counts.' })
  weight!: number;

  @Field(() => Float, { description: 'weight × score: what it adds to the score of the candidate.' })
  contribution!: number;

  @Field(() => String, { description: 'The number in words.' })
  explanation!: string;
}

@Resolver(() => RecommendationReason)
export class ReasonResolver {
  @FieldResolver(() => PlaceConnection, {
    description:
      'Places behind the number, by id: the cousins, the places that it has experience with, the two provinces, or the two of similar size.',
  })
  places(@Root() { witnesses: found }: RecommendationReason, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return connectIds(context, { order: 'places', label: 'Place', ids: async () => found.places ?? [] }, page);
  }

  @FieldResolver(() => AgreementConnection, {
    description:
      'Agreements behind the number, by id: between those places and the candidate, or, for sectors and offers, those with them.',
  })
  agreements(@Root() { witnesses: found, filters }: RecommendationReason, @Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return witnesses(context, () => agreementsOf(context, filters, found.pairs ?? [], found.agreements), page);
  }

  @FieldResolver(() => [Mission], { description: 'The missions behind the number, by id; 20 at most.' })
  missions(@Root() { witnesses }: RecommendationReason, @Ctx() { load }: Context) {
    return load.entities('Mission', (witnesses.missions ?? []).slice(0, 20));
  }

  @FieldResolver(() => [Sector], { description: 'The sectors of both, by id.' })
  sectors(@Root() { witnesses }: RecommendationReason, @Ctx() { load }: Context) {
    return load.entities('Sector', witnesses.sectors ?? []);
  }

  @FieldResolver(() => CousinPathConnection, {
    description: 'The paths that the number of COUSINS_PARTNER sums, by ids of cousin and partner; none for other signals.',
  })
  paths(@Root() { witnesses, place, candidate, filters }: RecommendationReason, @Args(() => PageArgs) page: PageArgs) {
    return connectInHand<TiePath>(
      {
        order: 'cousinPaths',
        items: async () => witnesses.paths ?? [],
        position: ({ cousin, partner }) => ({ key: cousin, id: partner }),
        node: (path) => ({ ...path, place, candidate, filters }),
      },
      page,
    );
  }
}

@Resolver(() => CousinPath)
export class CousinPathResolver {
  @FieldResolver(() => [Place], { description: 'The partner and the cousin.' })
  places(@Root() { partner, cousin }: CousinPath, @Ctx() { load }: Context) {
    return load.entities('Place', [partner, cousin]);
  }

  @FieldResolver(() => AgreementConnection, {
    description: 'The agreements along it, by id: of the place and the partner, of that and the cousin, of that and the candidate.',
  })
  agreements(
    @Root() { place, partner, cousin, candidate, filters }: CousinPath,
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
  ) {
    const pairs: Pair[] = [
      { a: place, b: partner },
      { a: partner, b: cousin },
      { a: cousin, b: candidate },
    ];
    return witnesses(context, () => agreementsOf(context, filters, pairs), page);
  }
}

/** The agreements between these pairs, with others; ids, rising. */
async function agreementsOf(
  { load }: Context,
  filters: Parameters,
  pairs: readonly Pair[],
  others: readonly string[] = [],
): Promise<readonly string[]> {
  const ties = await Promise.all(pairs.map((pair) => load.pairRows<Pair & { id: string }>('tie/between', filters, pair)));
  return [...new Set([...others, ...ties.flat().map(({ id }) => id)])].sort();
}
