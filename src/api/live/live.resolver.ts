import { Args, Ctx, FieldResolver, Resolver, Root, Subscription } from 'type-graphql';
import type { Stage as StageName } from '../../domain/stage.js';
import { passing } from '../../live/agreement-filter.js';
import type { Delivered } from '../../live/follower.js';
import type { ChangedAgreement } from '../../live/told.js';
import { Agreement, type Stage } from '../agreement/agreement.type.js';
import type { Context } from '../context.js';
import { entityArgument } from '../ids.js';
import { recordChange } from '../revision/revision.resolver.js';
import { Revision } from '../revision/revision.type.js';
import { AgreementChanged, AgreementsFollowed, RevisionsFollowed } from './live.type.js';

interface Asked<A> {
  readonly args: A;
  readonly context: Context;
}

@Resolver(() => AgreementChanged)
export class LiveResolver {
  @Subscription(() => AgreementChanged, {
    subscribe: async ({ args, context }: Asked<AgreementsFollowed>) => {
      const { within = null, phases = null, stages = null, after = null } = args;
      if (within !== null) await entityArgument(context, 'within', within, 'Place');
      return context.feed.follow<ChangedAgreement>((told) => passing({ within, phases, stages }, told), after);
    },
    description:
      'Tells of every change of an agreement or its steps, after it was made and in the order of the revisions. Of an import that changes more than 1,000 things at once only revisionMade tells. Errors: BAD_INPUT, NOT_FOUND, FELL_BEHIND.',
  })
  agreementChanged(
    @Root() { told, what, resumeAfter }: Delivered<ChangedAgreement>,
    @Args(() => AgreementsFollowed) _: AgreementsFollowed,
  ) {
    const { id, change, reached } = what;
    const stepsReached = reached.map((step): Stage => ({ ...step, stage: step.stage as StageName }));
    return { id, revision: told.revision, change: recordChange(change), stepsReached, resumeAfter };
  }

  @FieldResolver(() => Agreement, { nullable: true, description: 'The agreement as it is now; null: it was deleted.' })
  agreement(@Root() { id }: AgreementChanged, @Ctx() { load }: Context) {
    return load.entity('Agreement', id);
  }

  @Subscription(() => Revision, {
    subscribe: async ({ args, context }: Asked<RevisionsFollowed>) => context.feed.follow(({ revision }) => [revision], args.after ?? null),
    description:
      'Tells of every change of the graph, by hand or by an import, after it was made and in the order of the revisions; after a break go on after the number of the last one. Errors: BAD_INPUT, FELL_BEHIND.',
  })
  revisionMade(@Root() { what }: Delivered<Revision>, @Args(() => RevisionsFollowed) _: RevisionsFollowed) {
    return what;
  }
}
