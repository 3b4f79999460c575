import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { NotFoundError } from '../../domain/errors.js';
import { idOf } from '../../domain/ontology.js';
import { fieldChanges } from '../../exchange/diff/field-changes.js';
import { formOf } from '../../exchange/diff/record-form.js';
import type { Graph } from '../../graph/graph.js';
import { type Change, changesOfRevisions } from '../../store/history/revisions.js';
import { connect, PageArgs } from '../connection/connection.js';
import type { Context } from '../context.js';
import { Source } from '../source/source.type.js';
import { RecordChange, Revision, RevisionConnection, RuleOverride } from './revision.type.js';
import { timeArgument } from './time.js';

const MOST_FIELDS = 100;

@ArgsType()
export class RevisionFilter extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only those that somebody made, by the name in the token.' })
  actor?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only those made at or after this time (ISO 8601, UTC), such as 2026-01-31 or 2026-01-31T12:00:00Z.',
  })
  since?: string | null;

  @Field(() => String, { nullable: true, description: 'Only those made before this time (ISO 8601, UTC).' })
  before?: string | null;
}

/** Revisions, the latest first: all, or those of one thing. */
export function revisionList(context: Context, filter: RevisionFilter, thing?: string) {
  const { actor = null, since, before } = filter;
  return connect(
    context,
    {
      label: 'Revision',
      list: thing === undefined ? 'revision/list-all' : 'revision/list-of-thing',
      ...(thing === undefined ? {} : { parent: thing }),
      direction: 'down',
      keys: 'number',
      filters: {
        actor,
        since: since == null ? null : timeArgument('since', since),
        before: before == null ? null : timeArgument('before', before),
      },
    },
    filter,
  );
}

@Resolver(() => Revision)
export class RevisionResolver {
  @Query(() => RevisionConnection, {
    description: 'The history: who changed the graph by hand, when, and why; the latest first. What imports change is not part of it.',
  })
  revisions(@Ctx() context: Context, @Args(() => RevisionFilter) filter: RevisionFilter) {
    return revisionList(context, filter);
  }

  @Query(() => Revision, { nullable: true, description: 'An edit of the history by its number. Errors: NOT_FOUND.' })
  async revision(@Ctx() { load }: Context, @Arg('number', () => Int, { description: 'The number.' }) number: number) {
    const found = await load.entity('Revision', idOf('Revision', `${number}`));
    if (found === null) throw new NotFoundError(`number: there is no revision ${number} in the history`);
    return found;
  }

  @FieldResolver(() => [RecordChange], { description: 'What it changed, thing by thing (2,000 at most).' })
  async changes(@Root() { number }: Revision, @Ctx() { load }: Context): Promise<RecordChange[]> {
    const changes = await load.forNumber(['changes of revisions'], changesOf, number);
    return changes.map(recordChange);
  }

  @FieldResolver(() => [Source], { description: 'The sources that were given for it.' })
  sources(@Root() { sources }: Revision, @Ctx() { load }: Context) {
    return load.entities('Source', sources);
  }

  @FieldResolver(() => [RuleOverride], { description: 'The rules that were set aside for it, with the reasons.' })
  overrides(@Root() { overrides }: Revision): RuleOverride[] {
    return overrides === null ? [] : JSON.parse(overrides);
  }

  @FieldResolver(() => Revision, { nullable: true, description: 'The revision that it took back; null: it took none back.' })
  undoes(@Root() { undoes }: Revision, @Ctx() { load }: Context) {
    return undoes === null ? null : load.entity('Revision', idOf('Revision', `${undoes}`));
  }
}

/** A change as it is shown. */
export function recordChange({ of, before, after }: Change): RecordChange {
  const fields = before === null || after === null ? [] : fieldsOf(before, after);
  return { of, before: parsed(before), after: parsed(after), fields };
}

async function changesOf(graph: Graph, numbers: readonly number[]): Promise<(readonly Change[])[]> {
  const changes = await changesOfRevisions(graph, numbers);
  return numbers.map((number) => changes.filter(({ revision }) => revision === number));
}

function parsed(record: string | null): unknown {
  return record === null ? null : JSON.parse(record);
}

function fieldsOf(before: string, after: string) {
  return fieldChanges(formOf(JSON.parse(before)), formOf(JSON.parse(after)))
    .slice(0, MOST_FIELDS)
    .map(({ field, ...sides }) => ({ field, before: sides.before ?? null, after: sides.after ?? null }));
}
