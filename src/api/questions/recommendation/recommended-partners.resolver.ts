import { Arg, Args, Ctx, Field, FieldResolver, Float, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { BOUNDS } from '../../../analytics/recommendation/bounds.js';
import { positionOf, recommendedPartners, type SignalUse } from '../../../analytics/recommendation/recommended-partners.js';
import { BadInputError } from '../../../domain/errors.js';
import { tieParameters } from '../../../store/ties.js';
import { connectInHand, connectionOf, edgeOf, PageArgs } from '../../connection/connection.js';
import type { Context } from '../../context.js';
import { SURROUNDINGS } from '../../cost.js';
import { entityArgument } from '../../ids.js';
import { Place } from '../../place/place.type.js';
import { countryArgument, TieFilterInput, tieFilter } from '../../tie/tie-filter.js';
import { RecommendationReason } from './reason.js';
import { RecommendationSignalUse, SignalWeight, WEIGHTS_TOLD, weightsOf } from './signal.js';

@ObjectType({ simpleResolvers: true, description: 'A candidate, with what speaks for it.' })
class RecommendedPartnerEdge extends edgeOf(() => Place, 'RecommendedPartnerBase') {
  @Field(() => Float, { description: 'The sum of the contributions of its reasons.' })
  score!: number;

  @Field(() => [RecommendationReason], { description: 'What speaks for it (7 at most), in the order of the signals.' })
  reasons!: RecommendationReason[];
}

@ObjectType('RecommendedPartnerConnection', { simpleResolvers: true, description: 'A page of recommended partners.' })
class RecommendedPartnerConnection extends connectionOf(() => Place, 'RecommendedPartnerPage', RecommendedPartnerEdge) {
  uses!: () => Promise<readonly SignalUse[]>;
}

@Resolver(() => RecommendedPartnerConnection)
export class RecommendedPartnersResolver {
  @Query(() => RecommendedPartnerConnection, {
    nullable: true,
    complexity: SURROUNDINGS,
    description: `Which partners are worth approaching for a place, and what speaks for each? Candidates are the places abroad on the level of the place (provinces; cities and regencies; districts; villages; authorities; regions) that one signal at least brings, and with which it has no agreement or talks on record and had none, whatever became of them. The score is the plain sum of weight × score over the reasons; signals weigh, if nothing is said, ${WEIGHTS_TOLD}, which is set by judgement and not learnt. Order: score, then id. Bounds: each signal brings ${BOUNDS.candidates} candidates at most, those for which it speaks most, among equals the likest in size; paths count by ${BOUNDS.cousins} cousins; signals says where that cut. Cost: 11 statements in five rounds, however many ties the place has, over the ties of the place, of its partners and cousins and of its country. Errors: BAD_INPUT, NOT_FOUND.`,
  })
  async recommendedPartners(
    @Ctx() context: Context,
    @Arg('place', () => ID, { description: 'Id of the place; no country.' }) place: string,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('ties', () => TieFilterInput, {
      nullable: true,
      description: 'Which ties count for the signals. What is a candidate depends on its asOf alone: a tie of any kind leaves a place out.',
    })
    ties?: TieFilterInput,
    @Arg('in', () => ID, {
      nullable: true,
      description: 'Only candidates in this country; its id. Left out: in every country but its own.',
    })
    within?: string,
    @Arg('weights', () => [SignalWeight], { defaultValue: [], description: 'Weights other than those that signals have by themselves.' })
    given: SignalWeight[] = [],
  ) {
    const { kind } = await entityArgument(context, 'place', place, 'Place');
    if (kind === 'COUNTRY') throw new BadInputError(`place "${place}" is a country. Accepted is a place in one.`);
    const question = {
      place,
      ties: await tieFilter(context, ties),
      within: typeof within === 'string' ? await countryArgument(context, 'in', within) : null,
      weights: weightsOf(given),
    };
    let asking: ReturnType<typeof recommendedPartners> | undefined;
    const answer = () => {
      asking ??= recommendedPartners(context.graph, question);
      return asking;
    };
    const filters = tieParameters(question.ties);
    return {
      ...(connectInHand(
        {
          order: 'recommendedPartners',
          direction: 'down',
          keys: 'number',
          items: async () => (await answer()).partners,
          position: positionOf,
          node: ({ id }) => context.load.entity('Place', id),
          edge: ({ id, score, reasons }) => ({ score, reasons: reasons.map((reason) => ({ ...reason, place, candidate: id, filters })) }),
        },
        page,
      ) as object),
      uses: async () => (await answer()).uses,
    } as never;
  }

  @FieldResolver(() => [RecommendationSignalUse], { description: 'What each signal did for the list, whatever the page.' })
  signals(@Root() { uses }: RecommendedPartnerConnection) {
    return uses();
  }
}
