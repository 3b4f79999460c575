import { Arg, Args, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { asKnownAt } from '../../curation/as-known.js';
import { lastRevisionsOf } from '../../store/history/revisions.js';
import type { Context } from '../context.js';
import { JsonScalar } from '../scalars.js';
import { Recorded } from './recorded.type.js';
import { RevisionFilter, revisionList } from './revision.resolver.js';
import { RevisionConnection } from './revision.type.js';
import { A_TIME, timeArgument } from './time.js';

@ObjectType({ simpleResolvers: true, description: 'What the graph said of a thing at some time.' })
class KnownRecord {
  @Field(() => JsonScalar, { description: "The record, in Kembar's own format." })
  record!: unknown;

  @Field(() => [JsonScalar], { description: 'What other data sets added to it, as records of the same format.' })
  details!: unknown[];
}

@Resolver(() => Recorded)
export class RecordedResolver {
  @FieldResolver(() => RevisionConnection, {
    description: 'The revisions that changed or brought it, by hand or by an import, the latest first.',
  })
  history(@Root() { id }: Recorded, @Ctx() context: Context, @Args(() => RevisionFilter) filter: RevisionFilter) {
    return revisionList(context, filter, id);
  }

  @FieldResolver(() => Int, { description: 'The number of the last revision that changed or brought it; 0: the history has none.' })
  lastRevision(@Root() { id }: Recorded, @Ctx() { load }: Context): Promise<number> {
    return load.forId(['last revision'], lastRevisionsOf, id);
  }

  @FieldResolver(() => KnownRecord, {
    nullable: true,
    description: 'What the graph said of it at some time, before the edits and imports that came later; null: it was not there.',
  })
  async asKnownAt(
    @Root() { id }: Recorded,
    @Ctx() { load }: Context,
    @Arg('at', () => String, { description: `The time: ${A_TIME}.` }) at: string,
  ): Promise<KnownRecord | null> {
    const time = timeArgument('at', at);
    const { record, details } = await load.forId(['as known at', time], (graph, ids) => asKnownAt(graph, ids, time), id);
    return record === null ? null : { record: record.record, details: details.map((one) => one.record.record) };
  }
}
